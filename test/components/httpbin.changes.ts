import { Httpbin } from "../../components";
import { changesOf } from "../support/transitions/changes";

export default changesOf(Httpbin, {
  bases: { "to look at requests with": { name: "httpbin", namespace: "shop" } },
  values: { version: ["v2"], containerPort: [8080, 8081] },
});

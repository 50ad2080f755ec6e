import { MutualTls } from "../../components";
import { beside, changesOf } from "../support/transitions/changes";

export default changesOf(MutualTls, {
  bases: {
    "of a namespace": { namespace: "shop" },
    "of workloads": { namespace: "shop", selector: { app: "web" } },
  },
  values: {
    ports: [
      beside({ selector: { app: "web" } }, { "8080": "PERMISSIVE" }),
      beside({ selector: { app: "web" } }, { "8080": "DISABLE" }),
    ],
  },
});

import { Coolstore } from "../../components";
import { changesOf } from "../support/transitions/changes";

export default changesOf(Coolstore, {
  bases: { "as the book begins": { namespace: "istioinaction" } },
  values: {
    catalogVersions: [["v1", "v2"], ["v2"]],
    images: [{ webapp: "registry.example.com/webapp:2" }],
  },
});

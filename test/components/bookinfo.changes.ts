import { Bookinfo } from "../../components";
import { changesOf } from "../support/transitions/changes";

export default changesOf(Bookinfo, {
  bases: { whole: { namespace: "shop" } },
  values: {
    details: [["v1", "v2"]],
    reviews: [["v3"], ["v1", "v2"]],
  },
});

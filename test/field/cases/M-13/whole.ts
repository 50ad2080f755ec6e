// @ts-nocheck: run without types, as users run it.
// The first version has everything, and the weight of the second is not in the table.
import { Canary } from "istio-mesh";

const share = {} as { v2: number };
new Canary("web", {
  service: "web",
  namespace: "shop",
  versions: [
    { name: "v1", weight: 100 },
    { name: "v2", weight: share.v2 },
  ],
});

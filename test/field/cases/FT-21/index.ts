// @ts-nocheck: run without types, as users run it.
// A queue that speaks TCP, of which a tenth of the connections go to the new version.
import { Canary } from "istio-mesh";

new Canary("queue", {
  service: "queue",
  namespace: "shop",
  port: 7070,
  versions: [
    { name: "v1", weight: 90 },
    { name: "v2", weight: 10 },
  ],
});

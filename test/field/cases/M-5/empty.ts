// @ts-nocheck: run without types, as users run it.
// The header's value is the empty text.
import { Canary } from "istio-mesh";

new Canary("web", {
  service: "web",
  namespace: "shop",
  versions: [
    { name: "v1", weight: 100 },
    { name: "v2", weight: 0 },
  ],
  matches: [{ headers: [{ name: "x-group", exact: "" }], version: "v2" }],
});

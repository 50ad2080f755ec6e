// @ts-nocheck: run without types, as users run it.
// The weight of one version is not in the configuration.
import { Canary } from "istio-mesh";

const config = { get: (_: string): number | undefined => undefined };
new Canary("web", {
  service: "web",
  namespace: "shop",
  versions: [
    { name: "v1", weight: 90 },
    { name: "v2", weight: config.get("v2") },
  ],
});

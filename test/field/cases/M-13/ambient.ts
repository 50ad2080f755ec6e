// @ts-nocheck: run without types, as users run it.
// The weight of one version is not in the configuration; in the Gateway API.
import { Canary } from "istio-mesh";

const config = { get: (_: string): number | undefined => undefined };
new Canary("web", {
  service: "web",
  namespace: "shop",
  dialect: "gateway-api",
  port: 80,
  versions: [
    { name: "v1", weight: 1 },
    { name: "v2", weight: config.get("v2") },
  ],
});

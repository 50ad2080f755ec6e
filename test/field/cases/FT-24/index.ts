// @ts-nocheck: run without types, as users run it.
// One caller may reach the Service, by a policy on it; then a canary splits it in ambient mode.
import { Authorization, Canary, Waypoint } from "istio-mesh";

new Waypoint("waypoint", { namespace: "shop" });
new Authorization("web-callers", {
  namespace: "shop",
  targets: [{ kind: "Service", name: "web" }],
  rules: [{ from: [{ serviceAccounts: ["edge/gateway"] }], to: [{ methods: ["GET"] }] }],
});
new Canary("web", {
  service: "web",
  namespace: "shop",
  dialect: "gateway-api",
  port: 80,
  versions: [
    { name: "v1", weight: 90 },
    { name: "v2", weight: 10 },
  ],
});

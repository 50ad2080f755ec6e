// @ts-nocheck: run without types, as users run it.
// The whole ambient mesh is closed, and one service lets GET in at its waypoint.
import { Authorization, Waypoint } from "istio-mesh";

new Waypoint("waypoint", { namespace: "shop" });
new Authorization("deny-by-default", {
  namespace: "istio-system",
  preset: "allow-nothing",
  dataPlaneMode: "ambient",
});
new Authorization("web-get", {
  namespace: "shop",
  targets: [{ kind: "Service", name: "web" }],
  rules: [{ to: [{ methods: ["GET"] }] }],
});

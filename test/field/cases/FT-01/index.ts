// @ts-nocheck: run without types, as users run it.
// The Service's port is 80, its containers listen on 8080, and a canary splits it in ambient mode.
import * as k8s from "@pulumi/kubernetes";
import { Canary, MeshMode, MeshNamespace, Waypoint } from "istio-mesh";

const ns = new MeshNamespace("shop", { dataPlaneMode: MeshMode.Ambient, waypoint: "waypoint" });
new Waypoint("waypoint", { namespace: "shop" });
new k8s.core.v1.Service("web", {
  metadata: { name: "web", namespace: "shop" },
  spec: { selector: { app: "web" }, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
});
new Canary("web", {
  service: "web",
  namespace: ns.name,
  dialect: "gateway-api",
  port: 80,
  versions: [
    { name: "v1", weight: 90 },
    { name: "v2", weight: 10 },
  ],
});

// Allow lists. With sidecars: nothing passes in the namespace but reads from one caller. In ambient
// mode: the waypoint judges requests, ztunnel refuses what comes past it. Look at: 403 for a POST.
import * as k8s from "@pulumi/kubernetes";
import { Authorization, AuthorizationPreset, MeshMode, MeshNamespace, Waypoint } from "istio-mesh";

const reads = { methods: ["GET", "HEAD"], paths: ["/items", "/items/{*}"] };

const web = new MeshNamespace("web", { dataPlaneMode: MeshMode.Sidecar });
new k8s.core.v1.ServiceAccount("web", { metadata: { name: "web", namespace: web.name } });

const shop = new MeshNamespace("shop", { dataPlaneMode: MeshMode.Sidecar });
const base = new Authorization("shop", {
  namespace: shop.name,
  name: "allow-nothing",
  preset: AuthorizationPreset.AllowNothing,
});
new Authorization("catalog-readers", {
  namespace: shop.name,
  selector: { app: "catalog" },
  rules: [{ from: [{ serviceAccounts: ["web/web"] }], to: [reads] }],
});

const stock = new MeshNamespace("stock", { dataPlaneMode: MeshMode.Ambient, waypoint: "waypoint" });
const waypoint = new Waypoint("waypoint", { namespace: stock.name });
const service = new k8s.core.v1.Service("stock", {
  metadata: { name: "stock", namespace: stock.name },
  spec: { selector: { app: "stock" }, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
});
new Authorization(
  "stock-readers",
  {
    namespace: stock.name,
    targets: [{ kind: "Service", name: service.metadata.name }],
    rules: [{ from: [{ serviceAccounts: ["web/web"] }], to: [reads] }],
  },
  { dependsOn: [waypoint] },
);
new Authorization(
  "stock-guard",
  {
    namespace: stock.name,
    selector: { app: "stock" },
    onlyThroughWaypoint: waypoint.name,
  },
  { dependsOn: [waypoint] },
);

export const denied = base.name;

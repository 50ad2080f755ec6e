// Sidecars and ambient mode in one mesh: a control plane for ambient has the injector too, so each namespace
// chooses for itself. Requests go both ways, with mutual TLS that is demanded of everybody. A caller with a
// sidecar splits by itself; one without is split for by the waypoint of the namespace that it calls.
// Look at: `istioctl ztunnel-config workloads`, which says HBONE for legacy's callers as well.
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import {
  Canary,
  type ChartSource,
  Client,
  ControlPlane,
  ControlPlaneSize,
  Dialect,
  MeshMode,
  MeshNamespace,
  MutualTls,
  Profile,
  Waypoint,
} from "istio-mesh";

// Where the charts and the Gateway API come from, when not from their usual addresses.
const config = new pulumi.Config();
const charts = config.getObject<ChartSource>("charts");
const gatewayApi = { manifest: config.get("gatewayApi") };

const istio = new ControlPlane("istio", {
  profile: Profile.Ambient,
  size: ControlPlaneSize.Small,
  charts,
  gatewayApi,
});
const after = { dependsOn: [istio] };
new MutualTls("everybody", { namespace: istio.rootNamespace }, after);

/** A service with two versions. */
function service(name: string, namespace: pulumi.Input<string>): pulumi.Resource[] {
  const deployments = ["v1", "v2"].map((version) => {
    const labels = { app: name, version };
    return new k8s.apps.v1.Deployment(`${name}-${version}`, {
      metadata: { name: `${name}-${version}`, namespace },
      spec: {
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: { containers: [{ name, image: "docker.io/mccutchen/go-httpbin:v2.15.0" }] },
        },
      },
    });
  });
  const own = new k8s.core.v1.Service(name, {
    metadata: { name, namespace },
    spec: { selector: { app: name }, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
  });
  return [own, ...deployments];
}
const versions = [
  { name: "v1", weight: 75 },
  { name: "v2", weight: 25 },
];

// New: no sidecars, and a waypoint for what looks into requests.
const shop = new MeshNamespace(
  "shop",
  { dataPlaneMode: MeshMode.Ambient, waypoint: "waypoint" },
  after,
);
const waypoint = new Waypoint("waypoint", { namespace: shop.name }, after);
const catalog = service("catalog", shop.name);
new Canary(
  "catalog",
  { service: "catalog", namespace: shop.name, dialect: Dialect.GatewayApi, port: 80, versions },
  { dependsOn: [...catalog, waypoint] },
);
new Client("buyer", { namespace: shop.name });

// As it was: sidecars, whose routes are Istio's own.
const legacy = new MeshNamespace("legacy", { dataPlaneMode: MeshMode.Sidecar }, after);
const orders = service("orders", legacy.name);
new Canary(
  "orders",
  { service: "orders", namespace: legacy.name, versions },
  { dependsOn: orders },
);
new Client("clerk", { namespace: legacy.name });

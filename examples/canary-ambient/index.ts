// Two versions of a service in an ambient mesh. Look at: the HTTPRoute, which the waypoint follows, and
// the Service of each version, which gets its share of the requests.
import * as k8s from "@pulumi/kubernetes";
import { Canary, Dialect, MeshMode, MeshNamespace, Waypoint } from "istio-mesh";

const shop = new MeshNamespace("shop", { dataPlaneMode: MeshMode.Ambient, waypoint: "waypoint" });
const metadata = { namespace: shop.name };

const service = new k8s.core.v1.Service("catalog", {
  metadata: { ...metadata, name: "catalog" },
  spec: { selector: { app: "catalog" }, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
});
const versions = ["v1", "v2"].map((version) => {
  const labels = { app: "catalog", version };
  return new k8s.apps.v1.Deployment(`catalog-${version}`, {
    metadata: { ...metadata, name: `catalog-${version}` },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [{ name: "catalog", image: "docker.io/mccutchen/go-httpbin:v2.15.0" }],
        },
      },
    },
  });
});
const waypoint = new Waypoint("waypoint", metadata);

const canary = new Canary(
  "catalog",
  {
    service: "catalog",
    namespace: shop.name,
    dialect: Dialect.GatewayApi,
    port: 80,
    versions: [
      { name: "v1", weight: 90 },
      { name: "v2", weight: 10 },
    ],
    matches: [{ cookie: { name: "group", exact: "testers" }, version: "v2" }],
    trafficPolicy: { outlierDetection: { consecutive5xxErrors: 3, interval: "10s" } },
    timeout: "2s",
  },
  { dependsOn: [service, waypoint, ...versions] },
);

export const host = canary.host;
export const split = canary.split;

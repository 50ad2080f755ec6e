// One split for all clients: those in the mesh, and those outside who come through the ingress gateway.
// Look at: two VirtualServices with the same shares. The gateway's takes the canary as it is, so that a
// change of the split is one change for everybody.
import * as k8s from "@pulumi/kubernetes";
import { AppGateway, Canary, MeshMode, MeshNamespace } from "istio-mesh";

const shop = new MeshNamespace("shop", { dataPlaneMode: MeshMode.Sidecar });
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

const canary = new Canary(
  "catalog",
  {
    service: "catalog",
    namespace: shop.name,
    versions: [
      { name: "v1", weight: 80 },
      { name: "v2", weight: 20 },
    ],
  },
  { dependsOn: [service, ...versions] },
);

// In a mesh with an ingress gateway of its usual labels.
const edge = new AppGateway(
  "public",
  {
    namespace: shop.name,
    hosts: ["catalog.example.com"],
    routes: [{ canary, port: 80 }],
  },
  { dependsOn: [canary] },
);

export const gateway = edge.gateway;
export const split = canary.split;

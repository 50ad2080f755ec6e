// A service of your own in a mesh that exists already: one request in ten goes to its new version,
// and every request of a tester does.
import * as k8s from "@pulumi/kubernetes";
import { Canary, MeshMode, MeshNamespace } from "istio-mesh";

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
      { name: "v1", weight: 90 },
      { name: "v2", weight: 10 },
    ],
    matches: [{ headers: [{ name: "x-tester", exact: "yes" }], version: "v2" }],
    timeout: "2s",
    retries: { attempts: 1, perTryTimeout: "500ms" },
  },
  { dependsOn: [service, ...versions] },
);

export const host = canary.host;
export const split = canary.split;

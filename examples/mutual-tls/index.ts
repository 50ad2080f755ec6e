// Everything in the namespace insists on mutual TLS, but for one port of one workload that something
// outside the mesh has to reach. Look at: a Pod outside the mesh gets an answer at port 9090 only.
import * as k8s from "@pulumi/kubernetes";
import { MeshMode, MeshNamespace, MutualTls, MutualTlsMode } from "istio-mesh";

const shop = new MeshNamespace("shop", { dataPlaneMode: MeshMode.Sidecar });
const labels = { app: "catalog" };

new k8s.core.v1.Service("catalog", {
  metadata: { name: "catalog", namespace: shop.name },
  spec: {
    selector: labels,
    ports: [
      { name: "http", port: 80, targetPort: 8080 },
      { name: "http-metrics", port: 9090 },
    ],
  },
});
new k8s.apps.v1.Deployment("catalog", {
  metadata: { name: "catalog", namespace: shop.name },
  spec: {
    selector: { matchLabels: labels },
    template: {
      metadata: { labels: { ...labels, version: "v1" } },
      spec: { containers: [{ name: "catalog", image: "docker.io/mccutchen/go-httpbin:v2.15.0" }] },
    },
  },
});

const strict = new MutualTls("shop", { namespace: shop.name });
// The number is that of the container's port.
new MutualTls("catalog", {
  namespace: shop.name,
  selector: labels,
  mode: MutualTlsMode.Strict,
  ports: { "9090": MutualTlsMode.Permissive },
});

export const mode = strict.mode;

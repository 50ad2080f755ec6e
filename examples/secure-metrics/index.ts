// Metrics that only callers of the mesh may read: Prometheus shows a certificate of the mesh to the proxies, in
// place of reading in plain text what anybody in the cluster can read. It stands in the place of the Prometheus
// of Addons: `new Addons("tools", { existing: { prometheus: "http://prometheus.istio-system:9090" } })`.
// Look at: `curl <address of the Pod>:15020/stats/prometheus` from another Pod, which is refused, and the target
// httpbin in Prometheus, which is up.
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import {
  type ChartSource,
  ControlPlane,
  ControlPlaneSize,
  MeshMode,
  MeshNamespace,
  MutualTls,
  MutualTlsMode,
  Profile,
} from "istio-mesh";
import { prometheus } from "./prometheus";

// Where the charts come from, when not from their usual addresses.
const charts = new pulumi.Config().getObject<ChartSource>("charts");

const istio = new ControlPlane("istio", {
  profile: Profile.Sidecar,
  size: ControlPlaneSize.Small,
  charts,
});
prometheus(istio.namespace, istio);

const shop = new MeshNamespace("shop", { dataPlaneMode: MeshMode.Sidecar }, { dependsOn: [istio] });
new MutualTls("shop", { namespace: shop.name, mode: MutualTlsMode.Strict });

// The proxy opens a port for its metrics and those of the application, and keeps the one in plain text to itself.
// That port passes the proxy's usual listener by, which would take mutual TLS off before the port asks for it.
const port = "15092";
const annotations = {
  "proxy.istio.io/config": JSON.stringify({
    proxyMetadata: {
      ENVOY_SECURE_MERGED_METRICS_PORT: port,
      METRICS_LOCALHOST_ACCESS_ONLY: "true",
    },
  }),
  "traffic.sidecar.istio.io/excludeInboundPorts": port,
};
const labels = { app: "httpbin" };
new k8s.core.v1.Service("httpbin", {
  metadata: { name: "httpbin", namespace: shop.name, labels },
  spec: { ports: [{ name: "http", port: 8000, targetPort: 8080 }], selector: labels },
});
new k8s.apps.v1.Deployment("httpbin", {
  metadata: { name: "httpbin", namespace: shop.name },
  spec: {
    selector: { matchLabels: labels },
    template: {
      metadata: { labels: { ...labels, version: "v1" }, annotations },
      spec: { containers: [{ name: "httpbin", image: "docker.io/mccutchen/go-httpbin:v2.15.0" }] },
    },
  },
});

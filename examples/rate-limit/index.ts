// Requests over a limit are answered with 429: at most 100 a minute at each Pod of the catalog, of
// them 10 to /login.
// Look at: the headers x-ratelimit-… of an answer, and the eleventh request to /login.
import * as k8s from "@pulumi/kubernetes";
import { MeshMode, MeshNamespace, RateLimit } from "istio-mesh";

const shop = new MeshNamespace("shop", { dataPlaneMode: MeshMode.Sidecar });
const labels = { app: "catalog" };
const metadata = { namespace: shop.name, name: "catalog" };

const service = new k8s.core.v1.Service("catalog", {
  metadata,
  spec: { selector: labels, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
});
const catalog = new k8s.apps.v1.Deployment("catalog", {
  metadata,
  spec: {
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: { containers: [{ name: "catalog", image: "docker.io/mccutchen/go-httpbin:v2.15.0" }] },
    },
  },
});

new RateLimit(
  "catalog",
  {
    namespace: shop.name,
    selector: labels,
    local: {
      requests: 100,
      interval: "1m",
      showRemaining: true,
      rules: [{ requests: 10, interval: "1m", headers: [{ name: ":path", prefix: "/login" }] }],
    },
  },
  { dependsOn: [service, catalog] },
);

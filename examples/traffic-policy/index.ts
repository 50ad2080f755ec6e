// A service whose clients limit what they ask of it at a time, leave out endpoints that fail, and keep
// each user at one endpoint.
// Look at: `istioctl proxy-config cluster` of a client, and 503 once there are too many requests.
import * as k8s from "@pulumi/kubernetes";
import { MeshMode, MeshNamespace, TrafficPolicy } from "istio-mesh";

const shop = new MeshNamespace("shop", { dataPlaneMode: MeshMode.Sidecar });

const service = new k8s.core.v1.Service("catalog", {
  metadata: { namespace: shop.name, name: "catalog" },
  spec: { selector: { app: "catalog" }, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
});

const policy = new TrafficPolicy(
  "catalog",
  {
    service: "catalog",
    namespace: shop.name,
    loadBalancer: { consistentHash: { httpCookie: { name: "session", ttl: "1h" } } },
    connectionPool: {
      tcp: { maxConnections: 100, connectTimeout: "2s" },
      http: { http1MaxPendingRequests: 10, maxRequestsPerConnection: 0 },
    },
    outlierDetection: { consecutive5xxErrors: 3, interval: "5s", maxEjectionPercent: 50 },
    retryBudget: { percent: 20 },
  },
  { dependsOn: service },
);

export const host = policy.host;

// @ts-nocheck: run without types, as users run it.
// Zeros that say "none at all".
import { TrafficPolicy } from "istio-mesh";

new TrafficPolicy("web", {
  namespace: "shop",
  service: "web",
  outlierDetection: { consecutive5xxErrors: 5, maxEjectionPercent: 0 },
  connectionPool: {
    tcp: { maxConnections: 0 },
    http: { http1MaxPendingRequests: 0, http2MaxRequests: 0, maxRetries: 0 },
  },
});

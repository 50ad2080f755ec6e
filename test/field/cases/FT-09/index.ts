// @ts-nocheck: run without types, as users run it.
// Three Pods, one of which always fails, is to get no requests.
import { TrafficPolicy } from "istio-mesh";

new TrafficPolicy("web", {
  namespace: "shop",
  service: "web",
  outlierDetection: { consecutive5xxErrors: 5, interval: "10s", baseEjectionTime: "30s" },
});

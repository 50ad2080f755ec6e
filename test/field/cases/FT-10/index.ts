// @ts-nocheck: run without types, as users run it.
// Pods in two zones: failing ones are to be left out, nothing else is to change.
import { TrafficPolicy } from "istio-mesh";

new TrafficPolicy("web", {
  namespace: "shop",
  service: "web",
  outlierDetection: { consecutive5xxErrors: 5, maxEjectionPercent: 50 },
});

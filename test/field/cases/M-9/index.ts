// @ts-nocheck: run without types, as users run it.
// A limit for everything and one for a path, both counted by the rate limit service.
import { RateLimit } from "istio-mesh";

const at = {
  namespace: "istio-ingress",
  position: "gateway" as const,
  selector: { istio: "ingressgateway" },
};
const host = "ratelimit.limits.svc.cluster.local";
new RateLimit("all", {
  ...at,
  global: {
    domain: "edge",
    service: host,
    descriptors: [{ entries: [{ value: "all" }], limits: [{ requests: 1000, unit: "second" }] }],
  },
});
new RateLimit("login", {
  ...at,
  global: {
    domain: "login",
    service: host,
    descriptors: [
      {
        entries: [{ headers: [{ name: ":path", prefix: "/login" }] }],
        limits: [{ requests: 5, unit: "minute" }],
      },
    ],
  },
});

import { type Asked, gateway, gets, ingress, says, sidecar } from "../../support/asked";
import { cluster } from "../../support/envoy";
import type { ProxyConfig } from "../../support/translate";

const host = (namespace: string) => `httpbin.${namespace}.svc.cluster.local`;

export default {
  proxies: [
    ingress,
    gateway("httpbin-gateway-api", "httpbin-gateway-api", {
      "gateway.networking.k8s.io/gateway-name": "httpbin-gateway",
    }),
    sidecar("fortio", "httpbin-limits", { app: "fortio" }),
  ],
  asks: [
    gets(
      "ingress",
      { host: "any.example.com", path: "/headers" },
      "100 httpbin.httpbin:8000; 2 retries",
    ),
    gets(
      "httpbin-gateway-api",
      { host: "any.example.com", path: "/headers" },
      "100 httpbin.httpbin-gateway-api:8000; 2 retries",
    ),
    gets(
      "fortio",
      { host: host("httpbin-nodeport"), port: 8000 },
      "100 httpbin.httpbin-nodeport:8000; 2 retries",
    ),
    gets(
      "fortio",
      { host: host("httpbin-limits"), port: 8000 },
      "100 httpbin.httpbin-limits:8000; 2 retries",
    ),
    says(
      "the load generator's proxy may have one connection to httpbin, and one request that waits",
      ({ configs: { fortio } }) => {
        const { circuitBreakers } = cluster(fortio as ProxyConfig, host("httpbin-limits"), 8000);
        const [{ maxConnections, maxPendingRequests }] = circuitBreakers.thresholds;
        return { maxConnections, maxPendingRequests };
      },
      { maxConnections: 1, maxPendingRequests: 1 },
    ),
  ],
} satisfies Asked;

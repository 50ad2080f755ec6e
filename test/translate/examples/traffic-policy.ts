import { type Asked, gets, says, sidecar } from "../../support/asked";
import { cluster } from "../../support/envoy";
import type { ProxyConfig } from "../../support/translate";

export default {
  proxies: [sidecar("client", "shop")],
  asks: [
    gets("client", { host: "catalog.shop.svc.cluster.local" }, "100 catalog.shop:80; 2 retries"),
    says(
      "with limits, outlier detection and one endpoint for each user",
      ({ configs: { client } }) => {
        const { circuitBreakers, outlierDetection, lbPolicy } = cluster(
          client as ProxyConfig,
          "catalog.shop.svc.cluster.local",
          80,
        );
        return { circuitBreakers, outlierDetection, lbPolicy };
      },
      {
        circuitBreakers: {
          thresholds: [
            {
              maxConnections: 100,
              maxPendingRequests: 10,
              maxRequests: 4294967295,
              maxRetries: 4294967295,
              retryBudget: { budgetPercent: { value: 20 }, minRetryConcurrency: 3 },
            },
          ],
        },
        outlierDetection: {
          consecutive5xx: 3,
          enforcingConsecutive5xx: 100,
          enforcingSuccessRate: 0,
          interval: "5s",
          maxEjectionPercent: 50,
        },
        lbPolicy: "RING_HASH",
      },
    ),
  ],
} satisfies Asked;

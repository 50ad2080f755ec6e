import { type Ask, type Asked, gateway, gets, says, sidecar } from "../../support/asked";
import { cluster } from "../../support/envoy";
import type { Envoy, ProxyConfig } from "../../support/translate";

const host = (namespace: string) => `simple-backend.${namespace}.svc.cluster.local`;

const routes: Record<string, string> = {
  timeout: "within 0.500s; 2 retries",
  "no-retries": "",
  retries: "2 retries",
  "retries-5xx": "2 retries",
  "retries-codes": "2 retries",
};

/** What simple-web's proxy is told of simple-backend, by namespace. */
const policies: Record<
  string,
  [what: string, read: (cluster: Envoy) => unknown, expected: unknown]
> = {
  "round-robin": ["each in turn", ({ lbPolicy }) => lbPolicy ?? "ROUND_ROBIN", "ROUND_ROBIN"],
  random: ["whoever is drawn", ({ lbPolicy }) => lbPolicy, "RANDOM"],
  "least-request": ["the less busy of two", ({ lbPolicy }) => lbPolicy, "LEAST_REQUEST"],
  "connection-limit": [
    "one connection with one request, and one that waits",
    ({ circuitBreakers: { thresholds } }) => {
      const [{ maxConnections, maxPendingRequests, maxRequests, maxRetries }] = thresholds;
      return [maxConnections, maxPendingRequests, maxRequests, maxRetries];
    },
    [1, 1, 1, 1],
  ],
  "retry-limit": [
    "ten requests, three of them again",
    ({ circuitBreakers: { thresholds } }) => [thresholds[0].maxRequests, thresholds[0].maxRetries],
    [10, 3],
  ],
  outlier: ["not who failed, for 30s", ejection, [1, "5s", "30s", 100]],
  "outlier-5s": ["not who failed, for 5s", ejection, [1, "5s", "5s", 100]],
  locality: ["not who failed, wherever it is", ejection, [1, "5s", "30s", 100]],
  "locality-failure": ["not who failed, so the other zone", ejection, [1, "5s", "30s", 100]],
};

function ejection({ outlierDetection }: Envoy) {
  const { consecutive5xx, interval, baseEjectionTime, maxEjectionPercent } = outlierDetection;
  return [consecutive5xx, interval, baseEjectionTime, maxEjectionPercent];
}

const asksPolicy = ([namespace, [what, read, expected]]: [
  string,
  (typeof policies)[string],
]): Ask =>
  says(
    `${namespace}: ${what}`,
    ({ configs }) => read(cluster(configs[namespace] as ProxyConfig, host(namespace), 80)),
    expected,
  );

export default {
  proxies: [
    gateway("ingress", "istio-system", { istio: "ingressgateway" }),
    ...[...Object.keys({ ...routes, ...policies }), "istioinaction"].map((namespace) =>
      sidecar(namespace, namespace, { app: "simple-web" }),
    ),
  ],
  asks: [
    gets(
      "ingress",
      { host: "simple-web.istioinaction.io" },
      "100 simple-web.istioinaction:80; 2 retries",
    ),
    ...Object.entries(routes).map(([namespace, rest]) =>
      gets(
        namespace,
        { host: host(namespace) },
        [`100 simple-backend.${namespace}:80`, rest].filter(Boolean).join("; "),
      ),
    ),
    ...Object.entries(policies).map(asksPolicy),
    says(
      "istioinaction: tries under way are a fifth of all requests, or five",
      ({ configs: { istioinaction } }) => {
        const { circuitBreakers } = cluster(
          istioinaction as ProxyConfig,
          host("istioinaction"),
          80,
        );
        const { budgetPercent, minRetryConcurrency } =
          circuitBreakers.thresholds.at(-1).retryBudget;
        return [budgetPercent.value, minRetryConcurrency];
      },
      [20, 5],
    ),
  ],
} satisfies Asked;

import { type Asked, gets, says, sidecar } from "../../support/asked";
import { hasCluster } from "../../support/envoy";
import type { ProxyConfig } from "../../support/translate";

/** What webapp's proxy does with requests for catalog, by namespace. */
const states: Record<string, { all: string; internal?: string; copies?: boolean }> = {
  "catalog-v1": { all: "100 version-v1" },
  "catalog-cohort": { all: "100 version-v1", internal: "100 version-v2" },
  "split-90-10": { all: "90 version-v1, 10 version-v2" },
  "split-50-50": { all: "50 version-v1, 50 version-v2" },
  "catalog-mirror": { all: "100 version-v1", copies: true },
};

const asks = Object.entries(states).flatMap(([namespace, { all, internal = all, copies }]) => {
  const request = { host: `catalog.${namespace}.svc.cluster.local`, path: "/items" };
  const full = (shares: string) =>
    shares.replace(/(\d+) /g, `$1 catalog.${namespace}:80 `) +
    (copies ? `; copies 100 catalog.${namespace}:80 version-v2` : "") +
    "; 2 retries";
  return [
    gets(namespace, request, full(all), "everybody's items"),
    gets(
      namespace,
      { ...request, headers: { "x-istio-cohort": "internal" } },
      full(internal),
      "the cohort's items",
    ),
  ];
});

export default {
  proxies: [...Object.keys(states), "istioinaction"].map((namespace) =>
    sidecar(namespace, namespace, { app: "webapp" }),
  ),
  meshConfig: { outboundTrafficPolicy: { mode: "REGISTRY_ONLY" } },
  asks: [
    ...asks,
    gets(
      "istioinaction",
      { host: "jsonplaceholder.typicode.com", path: "/users" },
      "100 jsonplaceholder.typicode.com:80; 2 retries",
    ),
    says(
      "a mesh that lets nobody out lets forum out",
      ({ configs: { istioinaction } }) =>
        hasCluster(istioinaction as ProxyConfig, "jsonplaceholder.typicode.com", 80),
      true,
    ),
  ],
} satisfies Asked;

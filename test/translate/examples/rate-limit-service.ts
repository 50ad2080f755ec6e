import { type Asked, gets, says, sidecar } from "../../support/asked";
import { httpFilter } from "../../support/envoy";
import type { ProxyConfig } from "../../support/translate";

const filter = (config: ProxyConfig | undefined, name: string) =>
  httpFilter(config as ProxyConfig, "virtualInbound", `envoy.filters.http.${name}`);

export default {
  proxies: [
    sidecar("productpage", "bookinfo", { app: "productpage", version: "v1" }),
    sidecar("ratelimit", "ratelimit", { app: "ratelimit" }),
  ],
  asks: [
    says(
      "the page's proxy asks the service for its own domain, and lets nothing pass without it",
      ({ configs: { productpage } }) => {
        const { domain, failureModeDeny, rateLimitService } = filter(productpage, "ratelimit");
        return [domain, failureModeDeny, rateLimitService.grpcService.envoyGrpc.clusterName];
      },
      ["ratelimit", true, "outbound|8081||ratelimit.ratelimit.svc.cluster.local"],
    ),
    says(
      "the page's proxy lets a hundred requests a minute pass, ten of them for the page",
      ({ configs: { productpage } }) => {
        const { tokenBucket, descriptors } = filter(productpage, "local_ratelimit");
        return [tokenBucket, descriptors[0].tokenBucket];
      },
      [
        { maxTokens: 100, tokensPerFill: 100, fillInterval: "60s" },
        { maxTokens: 10, tokensPerFill: 10, fillInterval: "60s" },
      ],
    ),
    gets(
      "ratelimit",
      { host: "ratelimit.ratelimit.svc.cluster.local", port: 8080, path: "/healthcheck" },
      "100 ratelimit.ratelimit:8080; 2 retries",
      "the service's own health",
    ),
  ],
} satisfies Asked;

import { type Asked, gateway, gets, says } from "../../support/asked";
import { httpFilter } from "../../support/envoy";
import type { ProxyConfig } from "../../support/translate";

export default {
  proxies: [gateway("ingress", "istio-system", { istio: "ingressgateway" })],
  asks: [
    gets(
      "ingress",
      { host: "anything", path: "/productpage" },
      "100 productpage.bookinfo:9080; 2 retries",
    ),
    says(
      "the gateway asks the rate limit service, and refuses while it does not answer",
      ({ configs: { ingress } }) => {
        const {
          domain,
          failureModeDeny,
          rateLimitService: service,
          timeout,
        } = httpFilter(ingress as ProxyConfig, "0.0.0.0_80", "envoy.filters.http.ratelimit");
        const { clusterName } = service.grpcService.envoyGrpc;
        return { domain, failureModeDeny, timeout, clusterName };
      },
      {
        domain: "productpage-ratelimit",
        failureModeDeny: true,
        timeout: "10s",
        clusterName: "outbound|8081||ratelimit.default.svc.cluster.local",
      },
    ),
  ],
} satisfies Asked;

import { type Asked, says, sidecar } from "../../support/asked";
import { httpFilter } from "../../support/envoy";
import type { ProxyConfig } from "../../support/translate";

export default {
  proxies: [sidecar("catalog", "istioinaction", { app: "catalog", version: "v1" })],
  asks: [
    says(
      "catalog's proxy asks the service, and refuses what it cannot ask about",
      ({ configs: { catalog } }) => {
        const { domain, failureModeDeny, timeout } = httpFilter(
          catalog as ProxyConfig,
          "virtualInbound",
          "envoy.filters.http.ratelimit",
        );
        return [domain, failureModeDeny, timeout];
      },
      ["catalog-ratelimit", true, "10s"],
    ),
  ],
} satisfies Asked;

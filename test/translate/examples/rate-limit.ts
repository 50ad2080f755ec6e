import { type Asked, says, sidecar } from "../../support/asked";
import { httpFilter } from "../../support/envoy";
import type { ProxyConfig } from "../../support/translate";

export default {
  proxies: [sidecar("catalog", "shop", { app: "catalog" })],
  asks: [
    says(
      "the proxy counts",
      ({ configs: { catalog } }) =>
        httpFilter(catalog as ProxyConfig, "virtualInbound", "envoy.filters.http.local_ratelimit"),
      {
        "@type":
          "type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit",
        descriptors: [
          {
            entries: [{ key: "header_match", value: "rule-1" }],
            tokenBucket: { fillInterval: "60s", maxTokens: 10, tokensPerFill: 10 },
          },
        ],
        enableXRatelimitHeaders: "DRAFT_VERSION_03",
        filterEnabled: { defaultValue: { numerator: 100 } },
        filterEnforced: { defaultValue: { numerator: 100 } },
        rateLimits: [
          {
            actions: [
              {
                headerValueMatch: {
                  descriptorKey: "header_match",
                  descriptorValue: "rule-1",
                  headers: [{ name: ":path", stringMatch: { prefix: "/login" } }],
                },
              },
            ],
          },
        ],
        statPrefix: "http_local_rate_limiter",
        tokenBucket: { fillInterval: "60s", maxTokens: 100, tokensPerFill: 100 },
      },
    ),
  ],
} satisfies Asked;

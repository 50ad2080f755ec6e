import { type Asked, says, sidecar } from "../../support/asked";
import { httpFilter } from "../../support/envoy";
import type { ProxyConfig } from "../../support/translate";

const host = "ext-authz.istioinaction.svc.cluster.local";

export default {
  proxies: [sidecar("webapp", "istioinaction", { app: "webapp" })],
  meshConfig: {
    extensionProviders: [
      {
        name: "sample-ext-authz-http",
        envoyExtAuthzHttp: {
          service: host,
          port: 8000,
          includeRequestHeadersInCheck: ["x-ext-authz"],
        },
      },
    ],
  },
  asks: [
    says(
      "webapp's proxy asks ext-authz, and shows it the header",
      ({ configs: { webapp } }) => {
        const { httpService, allowedHeaders } = httpFilter(
          webapp as ProxyConfig,
          "virtualInbound",
          "envoy.filters.http.ext_authz",
        );
        return [httpService.serverUri.cluster, allowedHeaders.patterns];
      },
      [`outbound|8000||${host}`, [{ exact: "x-ext-authz", ignoreCase: true }]],
    ),
  ],
} satisfies Asked;

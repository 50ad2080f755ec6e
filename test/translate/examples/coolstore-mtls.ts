import { type Asked, gateway, gets, says } from "../../support/asked";
import { tlsSecret } from "../../support/asked-objects";
import { filterChain, listener } from "../../support/envoy";
import type { ProxyConfig } from "../../support/translate";

const host = "webapp.istioinaction.io";

export default {
  proxies: [gateway("ingress", "istio-system", { istio: "ingressgateway" })],
  objects: [tlsSecret("webapp-credential-mtls", "istio-system", host)],
  asks: [
    gets("ingress", { host, port: 80 }, "100 webapp.istioinaction:80; 2 retries", "plain text"),
    gets("ingress", { host, port: 443 }, "100 webapp.istioinaction:80; 2 retries", "over TLS"),
    says(
      "the gateway insists on a certificate of its client",
      ({ configs: { ingress } }) => {
        const chain = filterChain(listener(ingress as ProxyConfig, 443), { sni: host });
        return chain?.transportSocket.typedConfig.requireClientCertificate;
      },
      true,
    ),
  ],
} satisfies Asked;

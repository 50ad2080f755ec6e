import { type Asked, gateway, gets, says } from "../../support/asked";
import { tlsSecret } from "../../support/asked-objects";

const host = "webapp.istioinaction.io";

export default {
  proxies: [gateway("ingress", "istio-system", { istio: "ingressgateway" })],
  objects: [tlsSecret("webapp-credential", "istio-system", host)],
  asks: [
    gets("ingress", { host, port: 80 }, "100 webapp.istioinaction:80; 2 retries", "plain text"),
    gets("ingress", { host, port: 443 }, "100 webapp.istioinaction:80; 2 retries", "over TLS"),
    says("the gateway presents the certificate", ({ configs: { ingress } }) => ingress?.secrets, [
      "ROOTCA",
      "default",
      "kubernetes://webapp-credential",
    ]),
  ],
} satisfies Asked;

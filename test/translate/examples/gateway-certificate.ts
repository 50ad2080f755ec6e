import { type Asked, gets, ingress, says } from "../../support/asked";
import { tlsSecret } from "../../support/asked-objects";

export default {
  proxies: [ingress],
  objects: [tlsSecret("shop-tls", "istio-ingress", "shop.example.com")],
  asks: [
    gets(
      "ingress",
      { host: "shop.example.com", port: 80 },
      'redirect {"requireTls":"ALL"}; 100 web.shop:80; 2 retries',
    ),
    gets(
      "ingress",
      { host: "shop.example.com", port: 443 },
      "100 web.shop:80; 2 retries",
      "over TLS",
    ),
    says(
      "the gateway presents the certificate",
      ({ configs: { ingress: config } }) => config?.secrets,
      ["ROOTCA", "default", "kubernetes://shop-tls"],
    ),
  ],
} satisfies Asked;

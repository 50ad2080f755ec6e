import { type Asked, gateway, gets, says } from "../../support/asked";
import { tlsSecret } from "../../support/asked-objects";

export default {
  proxies: [gateway("shop", "shop")],
  objects: [tlsSecret("shop-tls", "shop", "shop.example.com")],
  ambient: true,
  asks: [
    gets(
      "shop",
      { host: "shop.example.com", port: 80 },
      'redirect {"pathRedirect":"","schemeRedirect":"https"}',
    ),
    gets(
      "shop",
      { host: "shop.example.com", port: 443 },
      "100 web.shop:80; within 5s; 2 retries",
      "over TLS",
    ),
    says("the gateway presents the certificate", ({ configs: { shop } }) => shop?.secrets, [
      "ROOTCA",
      "default",
      "kubernetes-gateway://shop/shop-tls",
    ]),
  ],
} satisfies Asked;

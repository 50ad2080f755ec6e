import { type Asked, gets, ingress, says } from "../../support/asked";
import { tlsSecret } from "../../support/asked-objects";

export default {
  proxies: [ingress],
  objects: [
    tlsSecret("web-tls", "istio-ingress", "web.example.com"),
    tlsSecret("partners-tls", "istio-ingress", "partners.example.com"),
  ],
  asks: [
    gets(
      "ingress",
      { host: "web.example.com", port: 443 },
      "100 web.shop:80; 2 retries",
      "web over TLS",
    ),
    gets(
      "ingress",
      { host: "partners.example.com", port: 443 },
      "100 partners.shop:80; 2 retries",
      "partners over TLS",
    ),
    says(
      "each server name has its certificate",
      ({ configs: { ingress: config } }) => config?.secrets,
      [
        "ROOTCA",
        "default",
        "kubernetes://partners-tls",
        "kubernetes://partners-tls-cacert",
        "kubernetes://web-tls",
      ],
    ),
  ],
} satisfies Asked;

import { type Asked, connects, gateway, gets, sidecar } from "../../support/asked";
import { service } from "../../support/objects";

export default {
  proxies: [
    sidecar("client", "shop"),
    gateway("egress", "istio-egress", { istio: "egressgateway" }),
  ],
  objects: [
    service("istio-egressgateway", "istio-egress", { selector: { istio: "egressgateway" } }),
  ],
  asks: [
    gets(
      "client",
      { host: "api.example.com" },
      "100 istio-egressgateway.istio-egress:443 api; 2 retries",
    ),
    connects(
      "client",
      { port: 443, sni: "mail.example.com" },
      "100 istio-egressgateway.istio-egress:443 mail",
    ),
    gets("egress", { host: "api.example.com", port: 443 }, "100 api.example.com:80; 2 retries"),
    connects("egress", { port: 443, sni: "mail.example.com" }, "100 mail.example.com:443"),
  ],
} satisfies Asked;

import { type Asked, gateway, gets, says } from "../../support/asked";

export default {
  proxies: [
    gateway("own", "istioinaction", { ingress: "my-user-gateway-injected" }),
    gateway("ingress", "istio-system", { istio: "ingressgateway" }),
  ],
  asks: [
    gets("own", { host: "webapp.istioinaction.io" }, "100 webapp.istioinaction:80; 2 retries"),
    says(
      "the usual ingress gateway has no part in it",
      ({ configs: { ingress } }) => ingress?.listeners,
      [],
    ),
  ],
} satisfies Asked;

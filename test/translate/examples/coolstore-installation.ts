import { type Asked, connects, gateway, gets, objectOf, says } from "../../support/asked";

const labels = (name: string) => ({ app: name, istio: name.replace(/^istio-/, "") });

export default {
  proxies: [
    gateway("own", "istioinaction", labels("my-user-gateway")),
    gateway("ingress", "istio-system", labels("ingressgateway")),
  ],
  asks: [
    gets("own", { host: "webapp.istioinaction.io" }, "100 webapp.istioinaction:80; 2 retries"),
    connects("ingress", { port: 80 }, "nobody takes it"),
    says(
      "the shop's requests come in at its own gateway alone",
      (world) =>
        (objectOf(world, "Gateway", "coolstore-gateway").spec as { selector: object }).selector,
      { istio: "my-user-gateway" },
    ),
  ],
} satisfies Asked;

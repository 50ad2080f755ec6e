import { type Asked, connects, gateway } from "../../support/asked";

const sni = (name: string) => ({ port: 31400, sni: `${name}.istioinaction.io` });

export default {
  proxies: [gateway("ingress", "istio-system", { istio: "ingressgateway" })],
  asks: [
    connects("ingress", sni("simple-sni-1"), "100 simple-tls-service-1.istioinaction:80"),
    connects("ingress", sni("simple-sni-2"), "100 simple-tls-service-2.istioinaction:80"),
    connects("ingress", sni("other"), "nobody takes it"),
  ],
} satisfies Asked;

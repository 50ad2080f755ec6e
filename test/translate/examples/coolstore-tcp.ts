import { type Asked, connects, gateway } from "../../support/asked";

export default {
  proxies: [gateway("ingress", "istio-system", { istio: "ingressgateway" })],
  asks: [connects("ingress", { port: 31400 }, "100 tcp-echo-service.istioinaction:2701")],
} satisfies Asked;

import { type Asked, gateway, gets } from "../../support/asked";

export default {
  proxies: [gateway("ingress", "istio-system", { istio: "ingressgateway" })],
  asks: [
    gets(
      "ingress",
      { host: "catalog.istioinaction.io", path: "/items" },
      "20 catalog.istioinaction:80 version-v1, 80 catalog.istioinaction:80 version-v2; within 0.500s; 2 retries",
    ),
  ],
} satisfies Asked;

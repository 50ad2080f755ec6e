import { type Asked, gateway, gets } from "../../support/asked";

const request = { host: "catalog.istioinaction.io", path: "/items" };

export default {
  proxies: [gateway("ingress", "istio-system", { istio: "ingressgateway" })],
  asks: [
    gets("ingress", request, "100 catalog.istioinaction:80 version-v1; 2 retries"),
    gets(
      "ingress",
      { ...request, headers: { "x-istio-cohort": "internal" } },
      "100 catalog.istioinaction:80 version-v2; 2 retries",
      "a request of the cohort",
    ),
  ],
} satisfies Asked;

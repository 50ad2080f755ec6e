import { type Asked, gets, ingress, sidecar } from "../../support/asked";

export default {
  proxies: [sidecar("client", "shop"), ingress],
  asks: [
    gets(
      "client",
      { host: "catalog.shop.svc.cluster.local" },
      "80 catalog.shop:80 v1, 20 catalog.shop:80 v2; 2 retries",
    ),
    gets(
      "ingress",
      { host: "catalog.example.com" },
      "80 catalog.shop:80 v1, 20 catalog.shop:80 v2; 2 retries",
    ),
    gets("ingress", { host: "other.example.com" }, "404"),
  ],
} satisfies Asked;

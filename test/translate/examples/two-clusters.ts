import { type Asked, gets, ingress, sidecar } from "../../support/asked";

export default {
  cluster: "west",
  proxies: [ingress, sidecar("client", "shop")],
  asks: [
    gets(
      "ingress",
      { host: "shop.example.com" },
      "50 catalog.shop:80 v1, 50 catalog.shop:80 v2; 2 retries",
      "the west",
    ),
    gets(
      "client",
      { host: "catalog.shop.svc.cluster.local" },
      "50 catalog.shop:80 v1, 50 catalog.shop:80 v2; 2 retries",
      "the west from inside",
    ),
  ],
} satisfies Asked;

import { type Asked, gets, sidecar } from "../../support/asked";

export default {
  proxies: [sidecar("client", "shop")],
  asks: [
    gets(
      "client",
      { host: "catalog.shop.svc.cluster.local" },
      "100 catalog.shop:80 v1; copies 10 catalog.shop:80 v2; 2 retries",
    ),
  ],
} satisfies Asked;

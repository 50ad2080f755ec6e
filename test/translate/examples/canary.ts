import { type Asked, gets, sidecar } from "../../support/asked";

export default {
  proxies: [sidecar("client", "shop")],
  asks: [
    gets(
      "client",
      { host: "catalog.shop.svc.cluster.local" },
      "90 catalog.shop:80 v1, 10 catalog.shop:80 v2; within 2s; 1 retries",
    ),
    gets(
      "client",
      { host: "catalog.shop.svc.cluster.local", headers: { "x-tester": "yes" } },
      "100 catalog.shop:80 v2; within 2s; 1 retries",
      "a tester's request",
    ),
  ],
} satisfies Asked;

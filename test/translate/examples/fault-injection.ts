import { type Asked, gets, sidecar } from "../../support/asked";

export default {
  proxies: [sidecar("client", "shop")],
  asks: [
    gets("client", { host: "catalog.shop.svc.cluster.local" }, "100 catalog.shop:80; 2 retries"),
    gets(
      "client",
      { host: "catalog.shop.svc.cluster.local", headers: { "x-tester": "slow" } },
      "100 catalog.shop:80; 2 retries; after 2s",
      "a slow tester",
    ),
    gets(
      "client",
      { host: "catalog.shop.svc.cluster.local", headers: { "x-tester": "broken" } },
      "100 catalog.shop:80; 2 retries; fails with 503",
      "a broken tester",
    ),
  ],
} satisfies Asked;

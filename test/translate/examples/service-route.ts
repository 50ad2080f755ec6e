import { type Asked, gets, sidecar } from "../../support/asked";

export default {
  proxies: [sidecar("client", "shop")],
  asks: [
    gets(
      "client",
      { host: "web.shop.svc.cluster.local", path: "/reviews/1" },
      "100 reviews.shop:80; within 2s; 2 retries; as /api/v2/reviews\\1",
    ),
    gets(
      "client",
      { host: "web.shop.svc.cluster.local", path: "/reviews/1", method: "POST" },
      "100 web.shop:80; 2 retries",
    ),
    gets(
      "client",
      { host: "web.shop.svc.cluster.local", path: "/shop/cart" },
      'redirect {"prefixRewrite":"/store/"}',
    ),
    gets("client", { host: "web.shop.svc.cluster.local" }, "100 web.shop:80; 2 retries"),
  ],
} satisfies Asked;

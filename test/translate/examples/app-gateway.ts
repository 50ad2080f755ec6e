import { type Asked, gets, ingress } from "../../support/asked";

export default {
  proxies: [ingress],
  asks: [
    gets("ingress", { host: "shop.example.com" }, "100 web.shop:80; 2 retries"),
    gets(
      "ingress",
      { host: "shop.example.com", path: "/shop" },
      'redirect {"pathRedirect":"/","responseCode":"PERMANENT_REDIRECT"}',
    ),
    gets(
      "ingress",
      { host: "shop.example.com", path: "/api/catalog/items" },
      "100 catalog.shop:80; within 2s; 2 retries; as /\\1",
    ),
    gets("ingress", { host: "other.example.com" }, "404"),
  ],
} satisfies Asked;

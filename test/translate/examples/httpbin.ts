import { type Asked, gets, ingress } from "../../support/asked";

export default {
  proxies: [ingress],
  asks: [
    gets(
      "ingress",
      { host: "httpbin.example.com", path: "/headers" },
      "100 httpbin.shop:8000; 2 retries",
    ),
    gets("ingress", { host: "other.example.com" }, "404"),
  ],
} satisfies Asked;

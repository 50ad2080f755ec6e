import { type Asked, gets, sidecar } from "../../support/asked";

export default {
  proxies: [sidecar("sleep", "shop")],
  asks: [
    gets(
      "sleep",
      { host: "httpbin.shop.svc.cluster.local", port: 8000, path: "/headers" },
      "100 httpbin.shop:8000; 2 retries",
    ),
  ],
} satisfies Asked;

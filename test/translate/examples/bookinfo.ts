import { type Asked, gets, ingress, sidecar } from "../../support/asked";

export default {
  proxies: [ingress, sidecar("productpage", "bookinfo", { app: "productpage", version: "v1" })],
  asks: [
    gets(
      "ingress",
      { host: "anything", path: "/productpage" },
      "100 productpage.bookinfo:9080; 2 retries",
    ),
    gets(
      "ingress",
      { host: "anything", path: "/static/x.css" },
      "100 productpage.bookinfo:9080; 2 retries",
    ),
    gets("ingress", { host: "anything", path: "/reviews" }, "404"),
    gets(
      "productpage",
      { host: "reviews.bookinfo.svc.cluster.local", port: 9080 },
      "100 reviews.bookinfo:9080; 2 retries",
    ),
  ],
} satisfies Asked;

import { type Asked, gateway, gets, sidecar } from "../../support/asked";

export default {
  proxies: [
    gateway("ingress", "istio-system", { istio: "ingressgateway", app: "istio-ingressgateway" }),
    sidecar("productpage", "bookinfo", { app: "productpage", version: "v1" }),
  ],
  asks: [
    gets(
      "ingress",
      { host: "anything", path: "/productpage" },
      "100 productpage.bookinfo:9080; 2 retries",
    ),
    gets(
      "productpage",
      { host: "reviews.bookinfo.svc.cluster.local", port: 9080 },
      "100 reviews.bookinfo:9080; 2 retries",
      "reviews",
    ),
  ],
} satisfies Asked;

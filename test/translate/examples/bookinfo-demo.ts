import { type Asked, gateway, gets, sidecar } from "../../support/asked";

export default {
  proxies: [
    gateway("edge", "bookinfo", { "gateway.networking.k8s.io/gateway-name": "bookinfo-gateway" }),
    sidecar("productpage", "bookinfo", { app: "productpage", version: "v1" }),
  ],
  asks: [
    gets(
      "edge",
      { host: "anything", path: "/productpage" },
      "100 productpage.bookinfo:9080; 2 retries",
    ),
    gets(
      "productpage",
      { host: "details.bookinfo.svc.cluster.local", port: 9080 },
      "100 details.bookinfo:9080; 2 retries",
    ),
  ],
} satisfies Asked;

import { type Asked, gets, says, sidecar } from "../../support/asked";
import { cluster } from "../../support/envoy";
import type { ProxyConfig } from "../../support/translate";

export default {
  proxies: [
    sidecar("productpage", "bookinfo", { app: "productpage", version: "v1" }),
    sidecar("details-v2", "bookinfo", { app: "details", version: "v2" }),
  ],
  asks: [
    gets(
      "productpage",
      { host: "details.bookinfo.svc.cluster.local", port: 9080 },
      "100 details.bookinfo:9080 v2; 2 retries",
      "details",
    ),
    gets(
      "details-v2",
      { host: "www.googleapis.com", path: "/books/v1/volumes" },
      "100 www.googleapis.com:443; 2 retries",
      "books",
    ),
    says(
      "the sidecar of details-v2 encrypts what goes to port 443, and to that port alone",
      ({ configs }) =>
        [80, 443].map((port) => {
          const config = configs["details-v2"] as ProxyConfig;
          return cluster(config, "www.googleapis.com", port).transportSocket?.name;
        }),
      [undefined, "envoy.transport_sockets.tls"],
    ),
  ],
} satisfies Asked;

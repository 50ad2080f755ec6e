import { type Asked, gateway, gets, waypoint } from "../../support/asked";

const host = (service: string) => ({ host: `${service}.bookinfo.svc.cluster.local`, port: 9080 });

export default {
  proxies: [
    gateway("gateway", "bookinfo", {
      "gateway.networking.k8s.io/gateway-name": "bookinfo-gateway",
    }),
    waypoint("waypoint", "bookinfo"),
  ],
  ambient: true,
  asks: [
    gets(
      "gateway",
      { host: "bookinfo.example.com", path: "/productpage" },
      "100 productpage.bookinfo:9080; 2 retries",
      "the page",
    ),
    gets("gateway", { host: "bookinfo.example.com", path: "/admin" }, "404", "another path"),
    gets("waypoint", host("productpage"), "100 productpage.bookinfo:9080; 2 retries", "sleep"),
    gets(
      "waypoint",
      host("reviews"),
      "90 reviews-v1.bookinfo:9080, 10 reviews-v2.bookinfo:9080; 2 retries",
      "reviews",
    ),
  ],
} satisfies Asked;

import { type Asked, gateway, gets, waypoint } from "../../support/asked";

const page = (path: string, expected: string) =>
  gets("gateway", { host: "bookinfo.example.com", path }, expected, path);

export default {
  proxies: [
    gateway("gateway", "ambient", {
      "gateway.networking.k8s.io/gateway-name": "bookinfo-gateway",
    }),
    waypoint("bookinfo-reviews", "ambient"),
  ],
  ambient: true,
  asks: [
    page("/productpage", "100 productpage.ambient:9080; 2 retries"),
    page("/static/a.css", "100 productpage.ambient:9080; 2 retries"),
    page("/admin", "404"),
    gets(
      "bookinfo-reviews",
      { host: "reviews.ambient.svc.cluster.local", port: 9080 },
      "90 reviews-v1.ambient:9080, 10 reviews-v2.ambient:9080; 2 retries",
    ),
  ],
} satisfies Asked;

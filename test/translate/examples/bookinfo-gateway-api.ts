import { type Asked, gateway, gets, sidecar } from "../../support/asked";

const splits = {
  "reviews-v1": "100 reviews-v1",
  "reviews-v3": "100 reviews-v3",
  "reviews-50-v3": "50 reviews-v1, 50 reviews-v3",
  "reviews-90-10": "90 reviews-v1, 10 reviews-v2",
};

const page = (namespace: string) =>
  sidecar(namespace, namespace, { app: "productpage", version: "v1" });

const asksReviews = Object.entries(splits).map(([namespace, shares]) =>
  gets(
    namespace,
    { host: `reviews.${namespace}.svc.cluster.local`, port: 9080 },
    `${shares.replaceAll(/reviews-v\d/g, `$&.${namespace}:9080`)}; 2 retries`,
    "reviews",
  ),
);

const asksV1 = ["reviews", "productpage", "ratings", "details"].map((service) =>
  gets(
    "all-v1",
    { host: `${service}.all-v1.svc.cluster.local`, port: 9080 },
    `100 ${service}-v1.all-v1:9080; 2 retries`,
    service,
  ),
);

export default {
  proxies: [
    gateway("edge", "bookinfo", { "gateway.networking.k8s.io/gateway-name": "bookinfo-gateway" }),
    ...[...Object.keys(splits), "all-v1"].map(page),
  ],
  asks: [
    gets(
      "edge",
      { host: "anything", path: "/productpage" },
      "100 productpage.bookinfo:9080; 2 retries",
    ),
    gets(
      "edge",
      { host: "anything", path: "/api/v1/products/0" },
      "100 productpage.bookinfo:9080; 2 retries",
    ),
    gets("edge", { host: "anything", path: "/reviews" }, "404"),
    ...asksReviews,
    ...asksV1,
  ],
} satisfies Asked;

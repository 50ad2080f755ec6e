/** `namespace/workload`, or somebody at the ingress gateway. */
export type Caller = `${string}/${string}` | "outside";

/** Who asks for what, and the shares of those who answer in percent, or why nobody does. */
export type Ask = [from: Caller, url: string, expected: Record<string, number> | string];

export const refused = "the TLS handshake is refused";
export const denied =
  "denied (403): AuthorizationPolicy allow-nothing.istio-system does not allow it";

const bookinfoAsks: Ask[] = [
  ["outside", "http://any.example/productpage", { v1: 100 }],
  ["outside", "http://any.example/reviews/0", "404: no route takes it"],
  ["bookinfo/sleep", "http://reviews:9080/reviews/0", { v1: 80, v2: 20 }],
  ["outside/notsleep", "http://reviews.bookinfo:9080/reviews/0", refused],
];

/** What each environment promises. */
export const environmentAsks: Record<string, Ask[]> = {
  dev: bookinfoAsks,
  ambient: bookinfoAsks,
  coolstore: [
    ["outside", "http://any.example/api/catalog", { webapp: 100 }],
    ["istioinaction/webapp", "http://catalog.istioinaction/items", { v1: 90, v2: 10 }],
    ["istioinaction/sleep", "http://forum/api/users", { v1: 100 }],
    ["outside/notsleep", "http://catalog.istioinaction/items", refused],
  ],
  mixed: [
    ...bookinfoAsks,
    ["outside", "http://webapp.istioinaction.io/api/catalog", { webapp: 100 }],
    ["istioinaction/webapp", "http://catalog.istioinaction/items", { v1: 90, v2: 10 }],
    ["outside/notsleep", "http://catalog.istioinaction/items", refused],
    // Each mode calls the other. The route of the shop is for its sidecars: ztunnel knows of none, and
    // no waypoint stands before the shop, so an ambient client reaches all Pods alike.
    ["istioinaction/sleep-sidecar", "http://reviews.bookinfo:9080/reviews/0", { v1: 80, v2: 20 }],
    ["bookinfo/sleep", "http://catalog.istioinaction/items", { v1: 50, v2: 50 }],
  ],
  production: [
    ["outside", "https://bookinfo.example.com/productpage", { v1: 100 }],
    ["outside", "https://bookinfo.example.com/reviews/0", "404: no route takes it"],
    [
      "outside",
      "https://other.example.com/productpage",
      "the TLS handshake is refused: no server at port 443 of istio-ingressgateway.istio-ingress knows other.example.com",
    ],
    ["bookinfo/productpage", "http://reviews:9080/reviews/0", { v2: 90, v3: 10 }],
    ["bookinfo/productpage", "http://details:9080/details/0", { v1: 100 }],
    ["bookinfo/reviews", "http://ratings:9080/ratings/0", { v1: 100 }],
    ["bookinfo/productpage", "http://ratings:9080/ratings/0", denied],
    ["bookinfo/reviews", "http://details:9080/details/0", denied],
    [
      "bookinfo/productpage",
      "http://example.com/",
      "502: outboundTrafficPolicy REGISTRY_ONLY lets nobody out to whom it does not know",
    ],
  ],
};

import { type Asked, gets, objectOf, says, sidecar, waypoint } from "../../support/asked";

export default {
  ambient: true,
  proxies: [
    waypoint("waypoint", "shop"),
    sidecar("clerk", "legacy", { app: "clerk" }),
    sidecar("orders", "legacy", { app: "orders", version: "v1" }),
  ],
  asks: [
    gets(
      "waypoint",
      { host: "catalog.shop.svc.cluster.local" },
      "75 catalog-v1.shop:80, 25 catalog-v2.shop:80; 2 retries",
      "catalog, of those without a sidecar",
    ),
    gets(
      "clerk",
      { host: "orders.legacy.svc.cluster.local" },
      "75 orders.legacy:80 v1, 25 orders.legacy:80 v2; 2 retries",
      "orders",
    ),
    gets(
      "clerk",
      { host: "catalog.shop.svc.cluster.local" },
      "75 catalog-v1.shop:80, 25 catalog-v2.shop:80; 2 retries",
      "catalog",
    ),
    says(
      "everybody is asked for mutual TLS",
      (world) => objectOf(world, "PeerAuthentication", "default").spec,
      { mtls: { mode: "STRICT" } },
    ),
  ],
} satisfies Asked;

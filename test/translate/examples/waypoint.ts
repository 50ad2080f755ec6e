import { type Asked, gets, waypoint } from "../../support/asked";
import { service } from "../../support/objects";

export default {
  proxies: [waypoint("common", "edge"), waypoint("waypoint", "shop")],
  objects: [service("pay", "billing"), service("web", "shop")],
  asks: [
    gets("common", { host: "pay.billing.svc.cluster.local" }, "100 pay.billing:80; 2 retries"),
    gets("waypoint", { host: "web.shop.svc.cluster.local" }, "100 web.shop:80; 2 retries"),
  ],
} satisfies Asked;

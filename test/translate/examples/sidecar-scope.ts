import { type Asked, gets, sidecar } from "../../support/asked";
import { service } from "../../support/objects";

export default {
  proxies: [sidecar("client", "shop")],
  objects: [service("elsewhere", "other")],
  asks: [
    gets("client", { host: "catalog.shop.svc.cluster.local" }, "100 catalog.shop:80; 2 retries"),
    gets("client", { host: "elsewhere.other.svc.cluster.local" }, "502"),
    gets("client", { host: "www.example.com" }, "502"),
  ],
} satisfies Asked;

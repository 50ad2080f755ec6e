import { type Asked, judges, sidecar } from "../../support/asked";

export default {
  proxies: [
    sidecar("catalog", "shop", { app: "catalog" }),
    sidecar("other", "shop", { app: "other" }),
  ],
  ambient: true,
  asks: [
    judges(
      "catalog",
      { method: "GET", path: "/items/1", principal: "spiffe://cluster.local/ns/web/sa/web" },
      true,
      "a read of the web",
    ),
    judges(
      "catalog",
      { method: "POST", path: "/items/1", principal: "spiffe://cluster.local/ns/web/sa/web" },
      false,
      "a POST of the web",
    ),
    judges(
      "catalog",
      { method: "GET", path: "/items/1", principal: "spiffe://cluster.local/ns/web/sa/other" },
      false,
      "a read of somebody else",
    ),
    judges(
      "other",
      { method: "GET", path: "/items/1", principal: "spiffe://cluster.local/ns/web/sa/web" },
      false,
      "a read of a workload without a rule",
    ),
  ],
} satisfies Asked;

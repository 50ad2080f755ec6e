import { type Asked, judges, says, sidecar } from "../../support/asked";
import { takesPlainText } from "../../support/asked-objects";
import type { ProxyConfig } from "../../support/translate";

const webapp = "spiffe://cluster.local/ns/istioinaction/sa/webapp";
const sleep = "spiffe://cluster.local/ns/istioinaction/sa/sleep";

export default {
  proxies: [
    sidecar("webapp", "istioinaction", { app: "webapp" }),
    sidecar("catalog", "istioinaction", { app: "catalog", version: "v1" }),
    sidecar("forum", "istioinaction", { app: "forum", version: "v1" }),
    sidecar("trusting", "allow-all", { app: "anything" }),
  ],
  asks: [
    says(
      "plain text reaches webapp, and not catalog",
      ({ configs: { webapp: page, catalog } }) => [
        takesPlainText(page as ProxyConfig, 8080),
        takesPlainText(catalog as ProxyConfig, 3000),
      ],
      [true, false],
    ),
    judges("webapp", { method: "GET", path: "/" }, true, "a look at webapp without an identity"),
    judges("webapp", { method: "POST", path: "/api/users" }, false, "a change of users"),
    judges("webapp", { method: "POST", path: "/api/catalog/items" }, true, "a change of catalog"),
    judges(
      "catalog",
      { method: "GET", path: "/items", principal: webapp },
      true,
      "a read of webapp",
    ),
    judges(
      "catalog",
      { method: "DELETE", path: "/items", principal: webapp },
      false,
      "a deletion by webapp",
    ),
    judges(
      "catalog",
      { method: "GET", path: "/items", principal: sleep },
      false,
      "a read of sleep",
    ),
    judges(
      "forum",
      { method: "GET", path: "/", principal: webapp },
      false,
      "a read without a rule",
    ),
    judges("trusting", { method: "GET", path: "/", principal: sleep }, true, "a read of anybody"),
  ],
} satisfies Asked;

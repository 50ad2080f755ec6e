import { type Ask, type Asked, gateway, gets, says } from "../../support/asked";
import { type JudgedRequest, refuses } from "../../support/rbac-decision";
import type { ProxyConfig } from "../../support/translate";

const host = "webapp.istioinaction.io";
const token = { iss: "auth@istioinaction.io", sub: "user" };

const admin = { ...token, group: ["admin"] };

const passes = (what: string, request: JudgedRequest, expected: boolean): Ask =>
  says(
    `${what}: ${expected ? "passes" : "403"}`,
    ({ configs: { ingress } }) =>
      !refuses(ingress as ProxyConfig, 80, { host, path: "/api/catalog", port: 80, ...request }),
    expected,
  );

export default {
  proxies: [
    gateway("ingress", "istio-system", { istio: "ingressgateway", app: "istio-ingressgateway" }),
  ],
  asks: [
    gets("ingress", { host }, "100 webapp.istioinaction:80; 2 retries"),
    passes("a look without a token", { method: "GET" }, false),
    passes("a look with a token", { method: "GET", token }, true),
    passes("a change with a token of no admin", { method: "POST", token }, false),
    passes("a change by an admin", { method: "POST", token: admin }, true),
    passes("a look at another host", { method: "GET", token, host: "other.example.com" }, false),
  ],
} satisfies Asked;

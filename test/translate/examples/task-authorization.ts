import { type Asked, gateway, gets, judges, says, sidecar } from "../../support/asked";
import { httpFilter } from "../../support/envoy";
import type { ProxyConfig } from "../../support/translate";

const identity = (domain: string, place: string) => `spiffe://${domain}/ns/${place}`;
const page = identity("new-td", "bookinfo/sa/bookinfo-productpage");
const get = { method: "GET", path: "/reviews/0", port: 9080 };
const httpbin = (namespace: string) => sidecar(namespace, namespace, { app: "httpbin" });
const ip = { method: "GET", path: "/ip", port: 8080 };
const admin = { "x-token": "admin" };

export default {
  proxies: [
    ...["productpage", "details", "reviews", "ratings"].map((name) =>
      sidecar(name, "bookinfo", { app: name }),
    ),
    httpbin("foo"),
    httpbin("trust-domain"),
    gateway("ingress", "istio-system", { app: "istio-ingressgateway", istio: "ingressgateway" }),
  ],
  meshConfig: { trustDomain: "new-td", trustDomainAliases: ["old-td"] },
  asks: [
    judges("productpage", get, true, "a look at the page"),
    judges("productpage", { ...get, method: "POST" }, false, "a sign-in"),
    judges("details", { ...get, principal: page }, true, "details for the page"),
    judges("reviews", { ...get, principal: page }, true, "reviews for the page"),
    judges("ratings", { ...get, principal: page }, false, "ratings for the page"),
    judges(
      "ratings",
      { ...get, principal: identity("new-td", "bookinfo/sa/bookinfo-reviews") },
      true,
      "ratings for reviews",
    ),
    judges("foo", ip, false, "a read of somebody"),
    judges("foo", { ...ip, headers: admin }, true, "a read of an administrator"),
    judges("foo", { ...ip, path: "/headers", headers: admin }, false, "another path"),
    gets("ingress", { host: "httpbin.example.com" }, "100 httpbin.foo:8000; 2 retries"),
    says(
      "the gateway lets in two blocks of addresses",
      ({ configs: { ingress } }) => {
        const { rules } = httpFilter(
          ingress as ProxyConfig,
          "0.0.0.0_80",
          "envoy.filters.http.rbac",
        );
        return [
          rules.action ?? "ALLOW",
          JSON.stringify(rules.policies).match(/"addressPrefix":"[^"]+","prefixLen":\d+/g),
        ];
      },
      [
        "ALLOW",
        [
          '"addressPrefix":"192.0.2.4","prefixLen":32',
          '"addressPrefix":"198.51.100.0","prefixLen":24',
        ],
      ],
    ),
    ...["old-td", "new-td"].map((domain) =>
      judges(
        "trust-domain",
        { ...ip, principal: identity(domain, "curl-allow/sa/curl") },
        true,
        `curl of ${domain}`,
      ),
    ),
    judges(
      "trust-domain",
      { ...ip, principal: identity("new-td", "trust-domain/sa/curl") },
      false,
      "curl of another namespace",
    ),
  ],
} satisfies Asked;

import assert from "node:assert/strict";
import { httpFilter, networkFilter } from "../support/envoy";
import { configOf, object } from "../support/hand-written";
import { service } from "../support/objects";
import { ProxyKind } from "../support/translate";

describe("istiod's translation on the side of the server", () => {
  const server = {
    name: "web-0",
    kind: ProxyKind.Sidecar,
    namespace: "shop",
    labels: { app: "web" },
  };
  const policy = (spec: object) =>
    object(
      "security.istio.io/v1",
      "AuthorizationPolicy",
      { name: "web", namespace: "shop" },
      { selector: { matchLabels: { app: "web" } }, ...spec },
    );

  it("has an AuthorizationPolicy as a filter of HTTP and of TCP", async () => {
    const rules = [{ from: [{ source: { principals: ["cluster.local/ns/shop/sa/client"] } }] }];
    const config = await configOf({
      objects: [service("web", "shop"), policy({ rules })],
      proxies: [server],
    });
    const { policies } = httpFilter(config, "virtualInbound", "envoy.filters.http.rbac").rules;
    assert.deepEqual(Object.keys(policies), ["ns[shop]-policy[web]-rule[0]"]);
    assert.match(JSON.stringify(policies), /spiffe:\/\/cluster\.local\/ns\/shop\/sa\/client/);
    assert.ok(networkFilter(config, "virtualInbound", "envoy.filters.network.rbac"));
  });

  it("has a RequestAuthentication as a filter", async () => {
    const jwt = object(
      "security.istio.io/v1",
      "RequestAuthentication",
      { name: "web", namespace: "shop" },
      {
        selector: { matchLabels: { app: "web" } },
        jwtRules: [{ issuer: "https://issuer", jwks: '{"keys":[]}', forwardOriginalToken: true }],
      },
    );
    const config = await configOf({ objects: [service("web", "shop"), jwt], proxies: [server] });
    const { providers } = httpFilter(config, "virtualInbound", "envoy.filters.http.jwt_authn");
    const [provider] = Object.values<{ issuer: string; forward: boolean }>(providers);
    assert.equal(provider?.issuer, "https://issuer");
    assert.equal(provider?.forward, true);
  });

  it("keeps to the Pods that a policy selects", async () => {
    const config = await configOf({
      objects: [service("web", "shop"), policy({ rules: [{}] })],
      proxies: [{ ...server, labels: { app: "other" } }],
    });
    assert.equal(httpFilter(config, "virtualInbound", "envoy.filters.http.rbac"), undefined);
  });

  it("takes an EnvoyFilter with Envoy's own types", async () => {
    const type =
      "type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit";
    const patch = {
      applyTo: "HTTP_FILTER",
      match: { context: "SIDECAR_INBOUND" },
      patch: {
        operation: "INSERT_FIRST",
        value: {
          name: "envoy.filters.http.local_ratelimit",
          typed_config: {
            "@type": type,
            stat_prefix: "limit",
            token_bucket: { max_tokens: 7, tokens_per_fill: 7, fill_interval: "60s" },
          },
        },
      },
    };
    const limit = object(
      "networking.istio.io/v1alpha3",
      "EnvoyFilter",
      { name: "limit", namespace: "shop" },
      { configPatches: [patch] },
    );
    const config = await configOf({ objects: [service("web", "shop"), limit], proxies: [server] });
    const found = httpFilter(config, "virtualInbound", "envoy.filters.http.local_ratelimit");
    assert.deepEqual(found.tokenBucket, { maxTokens: 7, tokensPerFill: 7, fillInterval: "60s" });
  });
});

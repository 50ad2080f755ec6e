import assert from "node:assert/strict";
import { destinationsByVersion, httpFilter, request } from "../support/envoy";
import {
  byService,
  configOf,
  host,
  object,
  share80to20,
  versions,
  waypoint,
  waypointProxy,
  web,
} from "../support/hand-written";
import type { ProxyConfig } from "../support/translate";

describe("istiod's translation for a waypoint", () => {
  const objects = [...waypoint, ...web, ...versions, byService];
  let config: ProxyConfig;
  before(async () => {
    config = await configOf({ objects, proxies: [waypointProxy] });
  });

  it("has an HTTPRoute's shares, and headers before them", () => {
    const answer = request(config, { host });
    assert.ok(answer);
    assert.deepEqual(destinationsByVersion(answer, "web"), share80to20);
    const jason = request(config, { host, headers: { "end-user": "jason" } });
    assert.deepEqual(jason && destinationsByVersion(jason, "web"), [
      { service: "web", version: "v2", weight: 100 },
    ]);
  });

  it("has a policy of one Service in that Service's chain only", async () => {
    const policy = object(
      "security.istio.io/v1",
      "AuthorizationPolicy",
      { name: "web", namespace: "shop" },
      {
        targetRefs: [{ group: "", kind: "Service", name: "web" }],
        action: "DENY",
        rules: [{ to: [{ operation: { paths: ["/admin"] } }] }],
      },
    );
    const guarded = await configOf({ objects: [...objects, policy], proxies: [waypointProxy] });
    const rbac = (of: string) =>
      httpFilter(guarded, "main_internal", "envoy.filters.http.rbac", `inbound-vip|80|http|${of}`);
    assert.equal(rbac(host).rules.action, "DENY");
    assert.equal(rbac("web-v1.shop.svc.cluster.local"), undefined);
  });

  it("is not asked for Services without the label", async () => {
    const [, gateway] = waypoint;
    assert.ok(gateway);
    const plain = await configOf({
      objects: [gateway, ...web, ...versions, byService],
      proxies: [waypointProxy],
    });
    assert.throws(() => request(plain, { host }), /no HTTP on port 80/);
  });
});

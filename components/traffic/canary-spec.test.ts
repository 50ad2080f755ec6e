import assert from "node:assert/strict";
import type { CanaryArgs } from "./canary-args";
import { canaryHttpRoute, versionServices } from "./canary-gateway-api";
import { canaryVirtualService, destinationRules } from "./canary-istio";
import { canarySpec } from "./canary-spec";

const spec = (args: Partial<CanaryArgs> = {}) =>
  canarySpec("reviews", {
    service: "reviews",
    namespace: "shop",
    versions: [
      { name: "v1", weight: 100 },
      { name: "v2", weight: 0 },
    ],
    ...args,
  });
const gatewayApi = (args: Partial<CanaryArgs> = {}) =>
  spec({ dialect: "gateway-api", port: 9080, ...args });
const host = "reviews.shop.svc.cluster.local";

describe("a canary in Istio's dialect", () => {
  it("declares one rule per version, with nothing else in it", () => {
    assert.deepEqual(
      destinationRules(spec()).map(({ object }) => [object.name, object.namespace, object.spec]),
      [
        ["reviews-v1", "shop", { host, subsets: [{ name: "v1", labels: { version: "v1" } }] }],
        ["reviews-v2", "shop", { host, subsets: [{ name: "v2", labels: { version: "v2" } }] }],
      ],
    );
  });

  it("keeps a version at weight 0 in the route", () => {
    assert.deepEqual(canaryVirtualService(spec()).spec, {
      hosts: [host],
      gateways: ["mesh"],
      http: [
        {
          route: [
            { destination: { host, subset: "v1" }, weight: 100 },
            { destination: { host, subset: "v2" }, weight: 0 },
          ],
        },
      ],
    });
  });

  it("puts header rules first, in their order, and gives them time and retries too", () => {
    const { spec: route } = canaryVirtualService(
      spec({
        matches: [
          { header: "end-user", exact: "jason", version: "v2" },
          { header: "cookie", regex: ".*beta.*", version: "v1" },
        ],
        timeout: "2s",
        retries: { attempts: 0 },
      }),
    );
    const always = { timeout: "2s", retries: { attempts: 0 } };
    assert.deepEqual((route as { http: unknown[] }).http, [
      {
        match: [{ headers: { "end-user": { exact: "jason" } } }],
        route: [{ destination: { host, subset: "v2" } }],
        ...always,
      },
      {
        match: [{ headers: { cookie: { regex: ".*beta.*" } } }],
        route: [{ destination: { host, subset: "v1" } }],
        ...always,
      },
      {
        route: [
          { destination: { host, subset: "v1" }, weight: 100 },
          { destination: { host, subset: "v2" }, weight: 0 },
        ],
        ...always,
      },
    ]);
  });

  it("serves more hosts and gateways when asked to", () => {
    const { spec: route } = canaryVirtualService(
      spec({ gateways: ["mesh", "edge/public"], hosts: ["shop.example.com"] }),
    );
    assert.deepEqual((route as { hosts: unknown }).hosts, [host, "shop.example.com"]);
    assert.deepEqual((route as { gateways: unknown }).gateways, ["mesh", "edge/public"]);
  });
});

describe("a canary in the Gateway API's dialect", () => {
  it("gives each version a Service", () => {
    assert.deepEqual(
      versionServices(gatewayApi()).map(({ args }) => [args.metadata, args.spec]),
      ["v1", "v2"].map((version) => [
        {
          name: `reviews-${version}`,
          namespace: "shop",
          labels: undefined,
          annotations: undefined,
        },
        { selector: { app: "reviews", version }, ports: [{ name: "http", port: 9080 }] },
      ]),
    );
  });

  it("routes the parent Service's requests, weight 0 included and headers first", () => {
    const { spec: route } = canaryHttpRoute(
      gatewayApi({
        matches: [
          { header: "end-user", exact: "jason", version: "v2" },
          { header: "cookie", regex: "beta", version: "v2" },
        ],
        timeout: "2s",
      }),
    );
    const timeouts = { request: "2s" };
    const v2 = { name: "reviews-v2", port: 9080 };
    assert.deepEqual(route, {
      parentRefs: [{ group: "", kind: "Service", name: "reviews", port: 9080 }],
      rules: [
        {
          matches: [{ headers: [{ name: "end-user", type: "Exact", value: "jason" }] }],
          backendRefs: [v2],
          timeouts,
        },
        {
          matches: [{ headers: [{ name: "cookie", type: "RegularExpression", value: "beta" }] }],
          backendRefs: [v2],
          timeouts,
        },
        {
          backendRefs: [
            { name: "reviews-v1", port: 9080, weight: 100 },
            { ...v2, weight: 0 },
          ],
          timeouts,
        },
      ],
    });
  });
});

describe("a canary refuses", () => {
  const refused: [string, Partial<CanaryArgs>, RegExp][] = [
    [
      "weights that add up to 90",
      {
        versions: [
          { name: "v1", weight: 80 },
          { name: "v2", weight: 10 },
        ],
      },
      /versions: weights add up to 90 \(v1 80, v2 10\)/,
    ],
    [
      "a full name as service",
      { service: "reviews.shop.svc.cluster.local" },
      /service: .* is not a DNS label/,
    ],
    [
      "an unknown dialect",
      { dialect: "gateway" as "istio" },
      /dialect: "gateway" is unknown; allowed: istio, gateway-api/,
    ],
    [
      "a version that is not listed",
      { matches: [{ header: "a", exact: "b", version: "v3" }] },
      /matches\[0\].version: "v3" is not among the versions; allowed: v1, v2/,
    ],
    [
      "a header in capitals",
      { matches: [{ header: "End-User", exact: "b", version: "v2" }] },
      /matches\[0\].header: "End-User" is not a header name in lower case; did you mean "end-user"/,
    ],
    [
      "a match without a value",
      { matches: [{ header: "a", version: "v2" }] },
      /matches\[0\]: needs either exact or regex/,
    ],
    ["a timeout without a unit", { timeout: "2" }, /timeout: "2" is not a duration/],
    [
      "half a retry",
      { retries: { attempts: 0.5 } },
      /retries.attempts: 0.5 is not a whole number of at least 0/,
    ],
    ["an HTTPRoute without a port", { dialect: "gateway-api" }, /port: is missing/],
    [
      "retries in an HTTPRoute",
      { dialect: "gateway-api", port: 80, retries: { attempts: 1 } },
      /retries: is for dialect "istio" only/,
    ],
    [
      "gateways in an HTTPRoute",
      { dialect: "gateway-api", port: 80, gateways: ["mesh"] },
      /gateways: is for dialect "istio" only/,
    ],
    ["a port in a VirtualService", { port: 80 }, /port: is for dialect "gateway-api" only/],
    [
      "a version whose object name would be too long",
      { service: "s".repeat(60), versions: [{ name: "version", weight: 100 }] },
      /versions\[0\].name: "s+-version" is not a DNS label/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => spec(args), message);
    });
  }
});

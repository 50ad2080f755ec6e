import assert from "node:assert/strict";
import fc from "fast-check";
import type { MeshObject } from "../../analysis/objects/mesh-object";
import { Canary, type CanaryArgs } from "../../components";
import { addresses, cluster, request } from "../support/envoy";
import { objectsOf, pod, service } from "../support/objects";
import { ProxyKind, translate } from "../support/translate";
import {
  type DialectArgs,
  host,
  inSidecar,
  inWaypoint,
  routing,
  shares,
} from "../support/two-dialects";

const split = (v1: number) => ({
  versions: [
    { name: "v1", weight: v1 },
    { name: "v2", weight: 100 - v1 },
  ],
});
const canary =
  (args: Partial<CanaryArgs> = {}) =>
  (dialect: DialectArgs) => {
    new Canary("web", { service: "web", namespace: "shop", ...split(90), ...args, ...dialect });
  };

const dialects = [
  ["a sidecar, from Istio's dialect", inSidecar],
  ["a waypoint, from the Gateway API's", inWaypoint],
] as const;

/** A spec, and for requests which versions they go to. */
const specs: [
  what: string,
  args: Partial<CanaryArgs>,
  requests: [Parameters<typeof shares>[1], Record<string, number>][],
][] = [
  ["weights", split(90), [[{}, { v1: 90, v2: 10 }]]],
  ["weight 0", split(100), [[{}, { v1: 100 }]]],
  [
    "headers: a value, a beginning, an expression, presence",
    {
      ...split(100),
      matches: [
        { headers: [{ name: "end-user", exact: "jason" }], version: "v2" },
        { headers: [{ name: "x-id", prefix: "a.b" }], version: "v2" },
        { headers: [{ name: "x-group", regex: "beta|canary" }], version: "v2" },
        { headers: [{ name: "x-debug", present: true }], version: "v2" },
      ],
    },
    [
      [{}, { v1: 100 }],
      [{ headers: { "end-user": "jason" } }, { v2: 100 }],
      [{ headers: { "end-user": "jasons" } }, { v1: 100 }],
      [{ headers: { "x-id": "a.bc" } }, { v2: 100 }],
      [{ headers: { "x-id": "aXbc" } }, { v1: 100 }],
      [{ headers: { "x-group": "canary" } }, { v2: 100 }],
      [{ headers: { "x-group": "canary2" } }, { v1: 100 }],
      [{ headers: { "x-debug": "" } }, { v2: 100 }],
    ],
  ],
  [
    "a cookie",
    { ...split(100), matches: [{ cookie: { name: "group", exact: "beta" }, version: "v2" }] },
    [
      [{ headers: { cookie: "group=beta" } }, { v2: 100 }],
      [{ headers: { cookie: "a=b; group=beta; c=d" } }, { v2: 100 }],
      [{ headers: { cookie: "othergroup=beta" } }, { v1: 100 }],
      [{ headers: { cookie: "group=beta2" } }, { v1: 100 }],
    ],
  ],
  [
    "path, method and query",
    {
      ...split(100),
      matches: [
        { path: { exact: "/login" }, version: "v2" },
        { path: { prefix: "/api" }, method: "POST", version: "v2" },
        { queryParams: [{ name: "beta", exact: "1" }], version: "v2" },
      ],
    },
    [
      [{ path: "/login" }, { v2: 100 }],
      [{ path: "/login/x" }, { v1: 100 }],
      [{ path: "/api", method: "POST" }, { v2: 100 }],
      [{ path: "/api/x", method: "POST" }, { v2: 100 }],
      [{ path: "/apix", method: "POST" }, { v1: 100 }],
      [{ path: "/api/x" }, { v1: 100 }],
      [{ path: "/?beta=1" }, { v2: 100 }],
      [{ path: "/?beta=2" }, { v1: 100 }],
    ],
  ],
];

/** Options, and what a proxy makes of them; `true` is whatever the other dialect has. */
const options: [string, Partial<CanaryArgs>, Partial<ReturnType<typeof routing>>][] = [
  ["a timeout", { timeout: "1.5s" }, { timeout: "1.500s" }],
  [
    "mirrors with their shares, 0 among them",
    { mirrors: [{ version: "v2", percentage: 12.5 }, { version: "v1" }] },
    {
      copies: [
        { service: "web", version: "v2", weight: 12.5 },
        { service: "web", version: "v1", weight: 100 },
      ],
    },
  ],
  [
    "headers",
    {
      headers: {
        request: { set: { "x-a": "1" }, add: { "x-b": "2" }, remove: ["x-c"] },
        response: { set: { "x-d": "3" }, remove: ["x-e"] },
      },
    },
    {
      changes: {
        requestAdd: [
          { header: { key: "x-a", value: "1" }, appendAction: "OVERWRITE_IF_EXISTS_OR_ADD" },
          { header: { key: "x-b", value: "2" } },
        ],
        requestRemove: ["x-c"],
        responseAdd: [
          { header: { key: "x-d", value: "3" }, appendAction: "OVERWRITE_IF_EXISTS_OR_ADD" },
        ],
        responseRemove: ["x-e"],
      },
    },
  ],
  [
    "a rewrite of the host",
    { rewrite: { host: "internal.example.com" } },
    { host: "internal.example.com" },
  ],
];

describe("[Canary: translated] the same spec in both dialects", () => {
  for (const [what, args, requests] of specs) {
    for (const [where, given] of dialects) {
      it(`sends requests by ${what} in ${where}`, async () => {
        const config = await given(canary(args));
        for (const [wanted, expected] of requests) {
          assert.deepEqual(shares(config, wanted), expected, JSON.stringify(wanted));
        }
      });
    }
  }

  for (const [what, args, expected] of options) {
    it(`gives every request ${what}`, async () => {
      const matches = [{ headers: [{ name: "x-beta", present: true }], version: "v2" }];
      const sidecar = await inSidecar(canary({ ...args, matches }));
      const waypoint = await inWaypoint(canary({ ...args, matches }));
      for (const wanted of [{}, { headers: { "x-beta": "" } }]) {
        const inOne = routing(sidecar, wanted);
        assert.deepEqual({ ...inOne, ...expected }, inOne);
        assert.deepEqual(routing(waypoint, wanted), inOne);
      }
    });
  }

  it("answers browsers of other origins", async () => {
    const cors = { allowOrigins: ["https://a.example.com"], allowMethods: ["PUT"] };
    for (const [where, given] of dialects) {
      const { route } = request(await given(canary({ corsPolicy: cors })), { host }) ?? {};
      const policy = route.typedPerFilterConfig["envoy.filters.http.cors"];
      assert.deepEqual(policy.allowOriginStringMatch, [{ exact: "https://a.example.com" }], where);
      assert.equal(policy.allowMethods, "PUT", where);
    }
  });

  const weights = fc
    .array(fc.integer({ min: 0, max: 100 }), { maxLength: 4 })
    .map((cuts) => [0, ...cuts.sort((a, b) => a - b), 100])
    .map((points) => points.slice(1).map((point, i) => point - (points[i] ?? 0)));

  it("gives versions exactly their weights, whatever the split", async () => {
    await fc.assert(
      fc.asyncProperty(weights, async (all) => {
        const versions = all.map((weight, i) => ({ name: `v${i + 1}`, weight }));
        const expected = Object.fromEntries(
          versions.filter(({ weight }) => weight > 0).map(({ name, weight }) => [name, weight]),
        );
        for (const [, given] of dialects) {
          assert.deepEqual(shares(await given(canary({ versions }))), expected);
        }
      }),
      { numRuns: 4 },
    );
  });
});

describe("[Canary: translated] what only Istio's dialect has", () => {
  it("sends the requests of a caller by its labels and its namespace", async () => {
    const matches = [
      { sourceLabels: { app: "client", tier: "web" }, version: "v2" },
      { sourceNamespace: "other", version: "v2" },
    ];
    const args = canary({ ...split(100), matches });
    assert.deepEqual(shares(await inSidecar(args, { app: "client", tier: "web" })), { v2: 100 });
    assert.deepEqual(shares(await inSidecar(args, { app: "client" })), { v1: 100 });
  });

  it("leaves requests with a header out, and compares paths without regard to case", async () => {
    const config = await inSidecar(
      canary({
        ...split(100),
        matches: [
          { path: { exact: "/Beta", ignoreCase: true }, version: "v2" },
          {
            path: { prefix: "/x" },
            withoutHeaders: [{ name: "x-old", present: true }],
            version: "v2",
          },
        ],
      }),
    );
    assert.deepEqual(shares(config, { path: "/bETA" }), { v2: 100 });
    assert.deepEqual(shares(config, { path: "/x" }), { v2: 100 });
    assert.deepEqual(shares(config, { path: "/x", headers: { "x-old": "1" } }), { v1: 100 });
  });

  it("tries failed requests again as told", async () => {
    const config = await inSidecar(
      canary({
        retries: {
          attempts: 3,
          perTryTimeout: "500ms",
          retryOn: "5xx,409",
          backoff: "10ms",
          retryRemoteLocalities: true,
          retryIgnorePreviousHosts: false,
        },
      }),
    );
    const { retries } = request(config, { host }) ?? {};
    assert.equal(retries.numRetries, 3);
    assert.equal(retries.perTryTimeout, "0.500s");
    assert.equal(retries.retryOn, "5xx,retriable-status-codes");
    assert.deepEqual(retries.retriableStatusCodes, [409]);
    assert.equal(retries.retryBackOff.baseInterval, "0.010s");
    assert.equal(retries.retryPriority?.name, "envoy.retry_priorities.previous_priorities");
    assert.equal(retries.retryHostPredicate, undefined);
  });

  it("does not try again with 0 attempts", async () => {
    const config = await inSidecar(canary({ retries: { attempts: 0 } }));
    assert.equal(request(config, { host })?.retries, undefined);
  });

  it("delays and aborts the shares that are asked for", async () => {
    const config = await inSidecar(
      canary({
        fault: {
          delay: { fixedDelay: "7s" },
          abort: { httpStatus: 503, percentage: 12.5 },
        },
      }),
    );
    const fault = request(config, { host })?.route.typedPerFilterConfig["envoy.filters.http.fault"];
    assert.equal(fault.delay.fixedDelay, "7s");
    assert.deepEqual(fault.delay.percentage, { numerator: 1_000_000, denominator: "MILLION" });
    assert.equal(fault.abort.httpStatus, 503);
    assert.deepEqual(fault.abort.percentage, { numerator: 125_000, denominator: "MILLION" });
  });
});

describe("[Canary: translated] policy", () => {
  const policy = {
    outlierDetection: { consecutive5xxErrors: 3 },
    connectionPool: { tcp: { maxConnections: 7 } },
    loadBalancer: { consistentHash: { httpCookie: { name: "session", ttl: "1h" } } },
  };
  const has = (one: ReturnType<typeof cluster>) => {
    assert.equal(one.outlierDetection.consecutive5xx, 3);
    assert.equal(one.circuitBreakers.thresholds[0].maxConnections, 7);
    assert.equal(one.lbPolicy, "RING_HASH");
  };

  it("is that of every version's cluster in a sidecar", async () => {
    const config = await inSidecar(canary({ trafficPolicy: policy }));
    has(cluster(config, host, 80, "v1"));
    has(cluster(config, host, 80, "v2"));
  });

  it("is that of every version's cluster in a waypoint", async () => {
    const config = await inWaypoint(canary({ trafficPolicy: policy }));
    has(cluster(config, "web-v1.shop.svc.cluster.local", 80));
    has(cluster(config, "web-v2.shop.svc.cluster.local", 80));
  });

  it("keeps a client at one Pod of its version, in both dialects", async () => {
    for (const [, given] of dialects) {
      const hashed = canary({ trafficPolicy: policy, ...split(100) });
      const { route } = request(await given(hashed), { host }) ?? {};
      const cookies = JSON.stringify(route).match(/"cookie":\{"name":"session"/g) ?? [];
      assert.equal(cookies.length, 1, JSON.stringify(route));
    }
  });
});

describe("[Canary: translated] Pods of a version", () => {
  const labelled = {
    versions: [
      { name: "v1", weight: 50, labels: { version: "v1" } },
      { name: "green", weight: 50, labels: { version: "v2" } },
    ],
  };

  it("are those with its labels in a sidecar", async () => {
    const config = await inSidecar(canary(labelled));
    assert.deepEqual(addresses(config, host, 80, "v1"), ["10.0.0.1:80"]);
    assert.deepEqual(addresses(config, host, 80, "green"), ["10.0.0.2:80"]);
  });

  it("are those with its labels that the selector chooses in a waypoint", async () => {
    const made = await objectsOf(() => {
      const selector = { app: "web", tier: "shop" };
      canary({ ...labelled, selector })({ dialect: "gateway-api", port: 80 });
    });
    const pods = ["v1", "v2", "v2"].map((version, i) =>
      pod(`web-${i}`, "shop", `10.0.0.${i + 1}`, {
        app: "web",
        version,
        ...(i < 2 && { tier: "shop" }),
      }),
    );
    const client = { name: "client", kind: ProxyKind.Sidecar, namespace: "shop" };
    const objects = [service("web", "shop"), ...pods, ...made];
    const { client: config } = await translate({ objects, proxies: [client] });
    assert.ok(config);
    const green = "web-green.shop.svc.cluster.local";
    assert.deepEqual(addresses(config, green, 80), ["10.0.0.2:80"]);
    assert.deepEqual(shares(config), { v1: 50, green: 50 });
  });
});

describe("[Canary: translated] the order that HTTPRoute does not keep", () => {
  /** What the component would write if it did not refuse. */
  const unordered = (first: object): MeshObject => ({
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "HTTPRoute",
    metadata: { name: "web", namespace: "shop" },
    spec: {
      parentRefs: [{ group: "", kind: "Service", name: "web", port: 80 }],
      rules: [
        { matches: [first], backendRefs: [{ name: "web-v1", port: 80 }] },
        {
          matches: [{ path: { type: "Exact", value: "/a" } }],
          backendRefs: [{ name: "web-v2", port: 80 }],
        },
        { backendRefs: [{ name: "web", port: 80 }] },
      ],
    },
  });
  const versions = ["v1", "v2"].map((version) => service(`web-${version}`, "shop"));
  const client = { name: "client", kind: ProxyKind.Sidecar, namespace: "shop" };
  const sent = async (first: object, wanted: Parameters<typeof shares>[1]) => {
    const objects = [service("web", "shop"), ...versions, unordered(first)];
    const { client: config } = await translate({ objects, proxies: [client] });
    return config && shares(config, wanted);
  };

  it("is that of a header before an exact path", async () => {
    const header = { headers: [{ name: "x-beta", value: "1" }] };
    assert.deepEqual(await sent(header, { path: "/a", headers: { "x-beta": "1" } }), { v2: 100 });
  });

  it("is that of an expression before the rest", async () => {
    const expression = { path: { type: "RegularExpression", value: "/b+" } };
    assert.deepEqual(await sent(expression, { path: "/bb" }), { web: 100 });
  });
});

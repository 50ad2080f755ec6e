import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { failureOf, settled } from "../../../test/support/record";
import type { Mirror } from "../http/mirror-args";
import type { CanaryArgs, CanaryMatch } from "./canary-args";
import { canaryHttpRoute, versionPolicies, versionServices } from "./canary-gateway-api";
import { canaryVirtualServices, destinationRules } from "./canary-istio";
import { canaryPlan } from "./canary-plan";

const spec = (args: Partial<CanaryArgs> = {}) =>
  canaryPlan("reviews", {
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
const policy = {
  loadBalancer: { localityLbSetting: { enabled: false } },
  outlierDetection: { consecutive5xxErrors: 3, maxEjectionPercent: 50 },
};
const edge = { gateways: ["mesh", "edge/public"], hosts: ["shop.example.com"] };

/** Routes of the VirtualService for the mesh. */
const routes = (args: Partial<CanaryArgs> = {}) =>
  canaryVirtualServices(spec(args))[0]?.object.spec.http;

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

  it("names hosts in the cluster's own domain", () => {
    const own = spec({ clusterDomain: "example.internal" });
    const name = "reviews.shop.svc.example.internal";
    assert.equal(own.host, name);
    assert.deepEqual(
      destinationRules(own).map(({ object }) => object.spec.host),
      [name, name],
    );
    assert.deepEqual(canaryVirtualServices(own)[0]?.object.spec.hosts, [name]);
    const inHttpRoute = gatewayApi({ clusterDomain: "example.internal", trafficPolicy: policy });
    assert.deepEqual(
      versionPolicies(inHttpRoute).map(({ object }) => object.spec.host),
      ["reviews-v1.shop.svc.example.internal", "reviews-v2.shop.svc.example.internal"],
    );
  });

  it("repeats the policy in the rule of every version", () => {
    assert.deepEqual(
      destinationRules(spec({ trafficPolicy: policy })).map(
        ({ object }) => object.spec.trafficPolicy,
      ),
      [policy, policy],
    );
  });

  it("keeps a version at weight 0 in the route", () => {
    assert.deepEqual(
      canaryVirtualServices(spec({ protocol: "http" })).map(({ object }) => object.spec),
      [
        {
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
        },
      ],
    );
  });

  it("puts matches first, in their order, and gives them all options too", () => {
    const always = {
      timeout: "2s",
      retries: { attempts: 0 },
      fault: { abort: { httpStatus: 500, percentage: { value: 100 } } },
    };
    assert.deepEqual(
      routes({
        matches: [
          { headers: [{ name: "end-user", exact: "jason" }], version: "v2" },
          { cookie: { name: "group", exact: "beta" }, version: "v2" },
          { sourceLabels: { app: "web" }, version: "v1" },
        ],
        timeout: "2s",
        retries: { attempts: 0 },
        fault: { abort: { httpStatus: 500 } },
      }),
      [
        {
          match: [{ headers: { "end-user": { exact: "jason" } } }],
          route: [{ destination: { host, subset: "v2" } }],
          ...always,
        },
        {
          match: [{ headers: { cookie: { regex: "(?:.*;\\s*)?group=beta(?:;.*)?" } } }],
          route: [{ destination: { host, subset: "v2" } }],
          ...always,
        },
        {
          match: [{ sourceLabels: { app: "web" } }],
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
      ],
    );
  });

  it("copies a share of the requests to a version", () => {
    assert.deepEqual(routes({ mirrors: [{ version: "v2", percentage: 5 }] })?.[0]?.mirrors, [
      { destination: { host, subset: "v2" }, percentage: { value: 5 } },
    ]);
  });

  it("splits the requests of one port only, when a port is named", () => {
    const port = { number: 9080 };
    assert.deepEqual(
      routes({
        port: 9080,
        matches: [{ headers: [{ name: "x-beta", present: true }], version: "v2" }],
      }),
      [
        {
          match: [{ headers: { "x-beta": {} }, port: 9080 }],
          route: [{ destination: { host, subset: "v2", port } }],
        },
        {
          match: [{ port: 9080 }],
          route: [
            { destination: { host, subset: "v1", port }, weight: 100 },
            { destination: { host, subset: "v2", port }, weight: 0 },
          ],
        },
      ],
    );
  });

  it("splits at gateways by the same rules, under the hosts that they are asked for", () => {
    const [mesh, gateway] = canaryVirtualServices(spec(edge)).map(({ object }) => object);
    assert.equal(mesh?.name, "reviews");
    assert.equal(gateway?.name, "reviews-gateway");
    assert.deepEqual(gateway?.spec, {
      hosts: ["shop.example.com"],
      gateways: ["edge/public"],
      http: mesh?.spec.http,
    });
  });

  it("leaves the mesh alone when only gateways are named", () => {
    const only = canaryVirtualServices(spec({ ...edge, gateways: ["edge/public"] }));
    assert.deepEqual(
      only.map(({ object }) => object.name),
      ["reviews-gateway"],
    );
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

  it("gives the policy to each version's Service, and no rule without a policy", () => {
    assert.deepEqual(versionPolicies(gatewayApi()), []);
    assert.deepEqual(
      versionPolicies(gatewayApi({ trafficPolicy: policy })).map(({ object }) => [
        object.name,
        object.spec,
      ]),
      ["v1", "v2"].map((version) => [
        `reviews-${version}-policy`,
        { host: `reviews-${version}.shop.svc.cluster.local`, trafficPolicy: policy },
      ]),
    );
  });

  it("routes the parent Service's requests, weight 0 included and matches first", () => {
    const { spec: route } = canaryHttpRoute(
      gatewayApi({
        matches: [
          { headers: [{ name: "end-user", exact: "jason" }], version: "v2" },
          { headers: [{ name: "x-group", regex: "beta" }], version: "v2" },
        ],
        timeout: "2s",
        mirrors: [{ version: "v1", percentage: 10 }],
      }),
    );
    const timeouts = { request: "2s" };
    const filters = [
      {
        type: "RequestMirror",
        requestMirror: { backendRef: { name: "reviews-v1", port: 9080 }, percent: 10 },
      },
    ];
    const v2 = { name: "reviews-v2", port: 9080 };
    assert.deepEqual(route, {
      parentRefs: [{ group: "", kind: "Service", name: "reviews", port: 9080 }],
      rules: [
        {
          matches: [{ headers: [{ name: "end-user", type: "Exact", value: "jason" }] }],
          filters,
          backendRefs: [v2],
          timeouts,
        },
        {
          matches: [{ headers: [{ name: "x-group", type: "RegularExpression", value: "beta" }] }],
          filters,
          backendRefs: [v2],
          timeouts,
        },
        {
          filters,
          backendRefs: [
            { name: "reviews-v1", port: 9080, weight: 100 },
            { ...v2, weight: 0 },
          ],
          timeouts,
        },
      ],
    });
  });

  it("has the gateways as parents too, known now or later", async () => {
    const { parentRefs = [], hostnames } = canaryHttpRoute(
      gatewayApi({ ...edge, gateways: ["mesh", "edge/public", pulumi.output("a/b")] }),
    ).spec;
    assert.deepEqual(hostnames, ["shop.example.com"]);
    assert.deepEqual(parentRefs.slice(0, 2), [
      { group: "", kind: "Service", name: "reviews", port: 9080 },
      { name: "public", namespace: "edge" },
    ]);
    assert.deepEqual(await settled(pulumi.output(parentRefs[2])), { name: "b", namespace: "a" });
  });
});

describe("a canary's mirror to a version that is not the canary's", () => {
  const mirrored = (mirror: Mirror, args: Partial<CanaryArgs> = {}) =>
    routes({ mirrors: [{ version: "v3", ...mirror }], ...args })?.[0]?.mirrors?.[0]?.destination;
  const unknown =
    /mirrors\[0\].version: "v3" is not among the versions \(KIA1107\); allowed: v1, v2/;
  const namespace = "shop";

  for (const [what, mirror] of [
    ["its short name", { service: "reviews" }],
    ["its short name and its namespace", { service: "reviews", namespace }],
    ["its full name", { service: host }],
  ] as [string, Mirror][]) {
    it(`is refused for the service by ${what}`, () => {
      assert.throws(() => mirrored(mirror), unknown);
    });
  }

  for (const [what, mirror] of [
    ["its short name", { service: pulumi.output("reviews") }],
    ["its full name", { service: pulumi.output(host) }],
    ["its namespace", { namespace: pulumi.output(namespace) }],
  ] as [string, Mirror][]) {
    it(`is held back for the service when ${what} arrives later`, async () => {
      assert.match((await failureOf(mirrored(mirror)?.host ?? "")).message, unknown);
    });
  }

  it("is held back when the namespace of the canary arrives later", async () => {
    const later = { namespace: pulumi.output(namespace) };
    assert.throws(() => mirrored({}, later), unknown);
    assert.match(
      (await failureOf(mirrored({ service: host }, later)?.host ?? "")).message,
      unknown,
    );
  });

  for (const [what, mirror, expected] of [
    ["of another name", { service: "audit" }, "audit.shop.svc.cluster.local"],
    [
      "in another namespace",
      { service: "reviews", namespace: "ops" },
      "reviews.ops.svc.cluster.local",
    ],
    ["by its full name", { service: "a.example.com" }, "a.example.com"],
    [
      "whose name arrives later",
      { service: pulumi.output("audit") },
      "audit.shop.svc.cluster.local",
    ],
  ] as [string, Mirror, string][]) {
    it(`is written for a service ${what}`, async () => {
      assert.deepEqual(await settled(pulumi.output(mirrored(mirror))), {
        host: expected,
        subset: "v3",
      });
    });
  }

  it("needs no waiting where the service is another one for certain", () => {
    const later = {
      namespace: pulumi.output(namespace),
      dialect: "gateway-api",
      port: 80,
    } as const;
    const mirrors = [{ service: "audit", version: "v3" }];
    const { rules } = canaryHttpRoute(spec({ ...later, mirrors })).spec;
    assert.equal(rules?.[0]?.filters?.[0]?.requestMirror?.backendRef.name, "audit-v3");
  });
});

describe("a canary's mirror whose service arrives later", () => {
  const inHttpRoute = (mirror: Mirror) =>
    canaryHttpRoute(gatewayApi({ mirrors: [mirror] })).spec.rules?.[0]?.filters?.[0]?.requestMirror
      ?.backendRef;
  const inVirtualService = (mirror: Mirror) =>
    routes({ mirrors: [mirror] })?.[0]?.mirrors?.[0]?.destination;
  const full = pulumi.output("audit.ops.svc.cluster.local");

  it("is a host in an HTTPRoute when its name is full, and else a Service", async () => {
    assert.deepEqual(await settled(pulumi.output(inHttpRoute({ service: full }))), {
      group: "networking.istio.io",
      kind: "Hostname",
      name: "audit.ops.svc.cluster.local",
      port: 9080,
    });
    const short = { service: pulumi.output("audit") };
    assert.deepEqual(await settled(pulumi.output(inHttpRoute(short))), {
      group: "",
      kind: "Service",
      name: "audit",
      port: 9080,
    });
  });

  it("has its full name in a VirtualService", async () => {
    const short = { service: pulumi.output("audit"), namespace: "ops" };
    for (const mirror of [{ service: full }, short]) {
      assert.deepEqual(await settled(pulumi.output(inVirtualService(mirror))), {
        host: "audit.ops.svc.cluster.local",
      });
    }
  });

  it("is refused when a full name does not go with the rest", async () => {
    const version = await failureOf(inHttpRoute({ service: full, version: "v2" })?.name);
    assert.match(version.message, /mirrors\[0\].service: version cannot be found by the full name/);
    const namespace = await failureOf(inVirtualService({ service: full, namespace: "ops" })?.host);
    assert.match(namespace.message, /mirrors\[0\].service: namespace has no effect beside/);
  });
});

describe("a canary refuses", () => {
  const beta = { headers: [{ name: "x-beta", present: true }], version: "v2" };
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
      { matches: [{ ...beta, version: "v3" }] },
      /matches\[0\].version: "v3" is not among the versions \(KIA1107\); allowed: v1, v2/,
    ],
    [
      "a match without a version",
      { matches: [{ headers: beta.headers } as CanaryMatch] },
      /matches\[0\].version: is missing; write a text/,
    ],
    [
      "a copy for a version that is not listed",
      { mirrors: [{ version: "v3" }] },
      /mirrors\[0\].version: "v3" is not among the versions \(KIA1107\)/,
    ],
    [
      "a header in capitals",
      { matches: [{ headers: [{ name: "End-User", exact: "b" }], version: "v2" }] },
      /matches\[0\].headers\[0\].name: "End-User" is not a header name in lower case; did you mean "end-user"/,
    ],
    [
      "a match without a condition",
      { matches: [{ version: "v2" }] },
      /matches\[0\]: has no condition/,
    ],
    [
      "a match that an earlier one takes the requests of",
      { matches: [beta, { ...beta, version: "v1" }] },
      /matches\[1\]: is never reached: matches\[0\] takes its requests before \(IST0131\)/,
    ],
    [
      "an order that HTTPRoute does not keep",
      {
        dialect: "gateway-api",
        port: 80,
        matches: [beta, { path: { exact: "/a" }, version: "v1" }],
      },
      /matches\[0\]: comes after matches\[1\] in an HTTPRoute/,
    ],
    [
      "an expression that HTTPRoute puts behind the weights",
      { dialect: "gateway-api", port: 80, matches: [{ path: { regex: "/a+" }, version: "v1" }] },
      /matches\[0\]: comes after the rule of the weights in an HTTPRoute/,
    ],
    [
      "labels of callers in an HTTPRoute",
      {
        dialect: "gateway-api",
        port: 80,
        matches: [{ sourceLabels: { app: "web" }, version: "v2" }],
      },
      /matches\[0\].sourceLabels: \{"app":"web"\} is for dialect "istio" only: .*istio\/istio#51565/,
    ],
    ["a timeout without a unit", { timeout: "2" }, /timeout: "2" is not a duration/],
    [
      "half a retry",
      { retries: { attempts: 0.5 } },
      /retries.attempts: 0.5 is not a whole number of at least 0/,
    ],
    [
      "a rewrite of a prefix, which no rule of the weights matches",
      { rewrite: { prefix: "/v2" } },
      /rewrite.prefix: "\/v2" replaces what was matched/,
    ],
    ["an HTTPRoute without a port", { dialect: "gateway-api" }, /port: is missing/],
    [
      "retries in an HTTPRoute",
      { dialect: "gateway-api", port: 80, retries: { attempts: 1 } },
      /retries: is for dialect "istio" only/,
    ],
    [
      "more matches than an HTTPRoute holds",
      {
        dialect: "gateway-api",
        port: 80,
        matches: Array.from({ length: 16 }, (_, i) => ({
          path: { exact: `/${String.fromCharCode(97 + i)}` },
          version: "v1",
        })),
      },
      /matches: has 16 entries; an HTTPRoute holds 15 beside the weights/,
    ],
    [
      "faults in an HTTPRoute",
      { dialect: "gateway-api", port: 80, fault: { abort: { httpStatus: 500 } } },
      /fault: is for dialect "istio" only/,
    ],
    [
      "a selector in a DestinationRule",
      { selector: { app: "a" } },
      /selector: \{"app":"a"\} is for dialect "gateway-api" only/,
    ],
    ["a position twice", { gateways: ["mesh", "mesh"] }, /gateways\[1\]: "mesh" is listed twice/],
    [
      "a gateway without the hosts that it is asked for",
      { gateways: ["edge/public"] },
      /hosts: is missing; name the hosts that the gateways are asked for.*\(IST0132\)/,
    ],
    [
      "hosts without a gateway",
      { hosts: ["a.example.com"] },
      /hosts: \["a\.example\.com"\] is for gateways/,
    ],
    [
      "a gateway that is none",
      { gateways: ["a/b/c"], hosts: ["a.example.com"] },
      /gateways\[0\]: "a\/b\/c" is not a gateway/,
    ],
    ["no position at all", { gateways: [] }, /gateways: is empty/],
    [
      "two versions with the same Pods",
      {
        versions: [
          { name: "v1", weight: 50, labels: { track: "a" } },
          { name: "v2", weight: 50, labels: { track: "a" } },
        ],
      },
      /versions\[1\].labels: are those of v1/,
    ],
    [
      "a version without labels",
      { versions: [{ name: "v1", weight: 100, labels: {} }] },
      /versions\[0\].labels: is empty/,
    ],
    [
      "an unknown setting of a policy",
      { trafficPolicy: { outlierDetecton: {} } as object },
      /trafficPolicy\.outlierDetecton: is not an argument of .*did you mean "outlierDetection"/,
    ],
    [
      "a policy that says nothing",
      { trafficPolicy: {} },
      /trafficPolicy: nothing is set; set at least one/,
    ],
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

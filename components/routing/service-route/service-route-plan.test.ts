import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { failureOf, settled } from "../../../test/support/record";
import type { RouteTarget, ServiceRouteArgs, ServiceRouteRule } from "./service-route-args";
import { serviceRoutePlan } from "./service-route-plan";

const plan = (rules: ServiceRouteRule[], args: Partial<ServiceRouteArgs> = {}) =>
  serviceRoutePlan("web", { service: "web", namespace: "shop", rules, ...args });
const gatewayApi = (rules: ServiceRouteRule[], args: Partial<ServiceRouteArgs> = {}) =>
  plan(rules, { dialect: "gateway-api", port: 80, ...args });
const host = "web.shop.svc.cluster.local";

describe("the plan of a service's route", () => {
  it("is a VirtualService under the Service's name, for the mesh", () => {
    const { virtualService, httpRoute, inputs } = plan([{ timeout: "1s" }]);
    assert.equal(httpRoute, undefined);
    assert.equal(inputs.dialect, "istio");
    assert.deepEqual(virtualService, {
      name: "web",
      namespace: "shop",
      labels: undefined,
      annotations: undefined,
      spec: {
        hosts: [host],
        gateways: ["mesh"],
        http: [{ route: [{ destination: { host } }], timeout: "1s" }],
      },
    });
  });

  it("has a name of its own where it is told one, in both dialects", () => {
    const named = { name: "web-vs" };
    assert.equal(plan([{ timeout: "1s" }], named).virtualService?.name, "web-vs");
    const { httpRoute } = gatewayApi([{ timeout: "1s" }], named);
    assert.deepEqual(
      [httpRoute?.name, httpRoute?.spec.parentRefs?.[0]],
      ["web-vs", { group: "", kind: "Service", name: "web", port: 80 }],
    );
    assert.throws(
      () => plan([{ timeout: "1s" }], { name: "a b" }),
      /name: "a b" is not a DNS name/,
    );
  });

  it("is an HTTPRoute of the Service in the other dialect", () => {
    const { virtualService, httpRoute } = gatewayApi([{ timeout: "1s" }]);
    assert.equal(virtualService, undefined);
    assert.deepEqual(httpRoute?.spec, {
      parentRefs: [{ group: "", kind: "Service", name: "web", port: 80 }],
      rules: [{ backendRefs: [{ name: "web", port: 80 }], timeouts: { request: "1s" } }],
    });
  });

  const rules: ServiceRouteRule[] = [
    {
      name: "api",
      matches: [{ path: { prefix: "/api" } }, { path: { exact: "/status" } }],
      to: [
        { service: "api", namespace: "backend", port: 8080, weight: 100 },
        { version: "v2", weight: 0 },
      ],
    },
    { name: "old", matches: [{ path: { exact: "/a" } }], redirect: { path: "/old" } },
    { to: [{ service: "other" }] },
  ];

  it("sends the requests of each rule to its targets", () => {
    assert.deepEqual(plan(rules).virtualService?.spec.http, [
      {
        name: "api",
        match: [
          { uri: { exact: "/api" } },
          { uri: { prefix: "/api/" } },
          { uri: { exact: "/status" } },
        ],
        route: [
          {
            destination: { host: "api.backend.svc.cluster.local", port: { number: 8080 } },
            weight: 100,
          },
          { destination: { host, subset: "v2" }, weight: 0 },
        ],
      },
      {
        name: "old",
        match: [{ uri: { exact: "/a" } }],
        redirect: { uri: "/old", redirectCode: 301, derivePort: "FROM_REQUEST_PORT" },
      },
      { route: [{ destination: { host: "other.shop.svc.cluster.local" } }] },
    ]);
  });

  it("names Services for versions in the other dialect", () => {
    const [api] = gatewayApi(rules).httpRoute?.spec.rules ?? [];
    assert.equal(api?.name, "api");
    assert.deepEqual(api?.backendRefs, [
      { name: "api", namespace: "backend", port: 8080, weight: 100 },
      { name: "web-v2", port: 80, weight: 0 },
    ]);
  });

  it("routes the requests of one port only, when a port is named", () => {
    const only = plan([{ matches: [{ method: "GET" }], to: [{ service: "other" }] }, {}], {
      port: 8080,
    });
    assert.deepEqual(only.virtualService?.spec.http, [
      {
        match: [{ method: { exact: "GET" }, port: 8080 }],
        route: [{ destination: { host: "other.shop.svc.cluster.local" } }],
      },
      {
        match: [{ port: 8080 }],
        route: [{ destination: { host, port: { number: 8080 } } }],
      },
    ]);
  });
});

/** Backends of the only rule of an HTTPRoute. */
const backends = (to: RouteTarget[]) =>
  gatewayApi([{ to }]).httpRoute?.spec.rules?.[0]?.backendRefs ?? [];

/** Hosts of the only rule of a VirtualService. */
const hosts = (to: RouteTarget[]) =>
  plan([{ to }]).virtualService?.spec.http?.[0]?.route?.map(
    ({ destination }) => destination.host,
  ) ?? [];

describe("a service whose name arrives later", () => {
  const to = (name: string): RouteTarget[] => [{ service: pulumi.output(name) }];

  it("is a host in an HTTPRoute when its name is full, and else a Service", async () => {
    assert.deepEqual(await settled(pulumi.output(backends(to("api.backend.svc.cluster.local")))), [
      {
        group: "networking.istio.io",
        kind: "Hostname",
        name: "api.backend.svc.cluster.local",
        port: 80,
      },
    ]);
    assert.deepEqual(await settled(pulumi.output(backends(to("api")))), [
      { group: "", kind: "Service", name: "api", port: 80 },
    ]);
  });

  it("is a Service in an HTTPRoute beside a version or a namespace", async () => {
    const [version, namespace] = backends([
      { service: pulumi.output("api"), version: "v2", weight: 50 },
      { service: pulumi.output("api"), namespace: "backend", weight: 50 },
    ]);
    assert.deepEqual(await settled(pulumi.output(version)), {
      name: "api-v2",
      port: 80,
      weight: 50,
    });
    assert.deepEqual(await settled(pulumi.output(namespace)), {
      name: "api",
      namespace: "backend",
      port: 80,
      weight: 50,
    });
  });

  it("has its full name in a VirtualService", async () => {
    assert.deepEqual(await settled(pulumi.output(hosts(to("api.backend.svc.cluster.local")))), [
      "api.backend.svc.cluster.local",
    ]);
    assert.deepEqual(await settled(pulumi.output(hosts(to("api")))), [
      "api.shop.svc.cluster.local",
    ]);
  });

  it("gets its mirrored requests the same way", async () => {
    const rules = [{ mirrors: [{ service: pulumi.output("a.example.com") }] }];
    const [filter] = gatewayApi(rules).httpRoute?.spec.rules?.[0]?.filters ?? [];
    assert.deepEqual(await settled(pulumi.output(filter?.requestMirror?.backendRef)), {
      group: "networking.istio.io",
      kind: "Hostname",
      name: "a.example.com",
      port: 80,
    });
    const [mirror] = plan(rules).virtualService?.spec.http?.[0]?.mirrors ?? [];
    assert.deepEqual(await settled(pulumi.output(mirror?.destination)), { host: "a.example.com" });
  });
});

describe("a service's route refuses", () => {
  const open: ServiceRouteRule = {};
  const a: ServiceRouteRule = { matches: [{ path: { exact: "/a" } }] };
  const refused: [string, ServiceRouteRule[], RegExp][] = [
    ["no rules", [], /rules: is empty/],
    [
      "requests that no rule fits",
      [a],
      /rules\[0\].matches: leave requests that no rule fits, which get 404/,
    ],
    [
      "a rule behind one that takes all",
      [open, open],
      /rules\[0\]: takes every request, so nothing behind it is reached; put it last \(IST0130\)/,
    ],
    [
      "a match that came before",
      [a, a, open],
      /rules\[1\].matches\[0\]: "\/a" is never reached: rules\[0\].matches\[0\] .*\(IST0131\)/,
    ],
    [
      "weights that do not add up",
      [
        {
          to: [
            { version: "v1", weight: 80 },
            { version: "v2", weight: 10 },
          ],
        },
      ],
      /rules\[0\].to: weights add up to 90 \(v1 80, v2 10\)/,
    ],
    [
      "a missing weight",
      [{ to: [{ version: "v1", weight: 100 }, { version: "v2" }] }],
      /rules\[0\].to\[1\].weight: is missing/,
    ],
    ["no target", [{ to: [] }], /rules\[0\].to: is empty/],
    [
      "a method that is none",
      [{ matches: [{ method: "get" as "GET" }], to: [{ version: "v1" }] }, { to: [{}] }],
      /rules\[0\].matches\[0\].method: "get" is unknown; .*did you mean "GET"/,
    ],
    [
      "a target that is no name",
      [{ to: [{ service: "a_b" }] }],
      /rules\[0\].to\[0\].service: "a_b" is not a DNS name/,
    ],
    [
      "a target twice",
      [
        {
          to: [
            { service: "api", weight: 50 },
            { service: "api", weight: 50 },
          ],
        },
      ],
      /rules\[0\].to\[1\]: \{"service":"api"\} is listed twice; add their weights up/,
    ],
    [
      "a namespace beside a full name",
      [{ to: [{ service: "a.example.com", namespace: "shop" }] }],
      /rules\[0\].to\[0\].namespace: "shop" has no effect beside the full name a.example.com/,
    ],
    [
      "a target beside a redirect",
      [{ redirect: { host: "a" }, to: [{ version: "v1" }] }],
      /rules\[0\].to: and redirect exclude each other/,
    ],
    [
      "an option that cannot work",
      [{ ...a, retries: { attempts: -1 } }, open],
      /rules\[0\].retries.attempts: -1 is not a whole number/,
    ],
    ["a name that is no label", [{ name: "a b" }], /rules\[0\].name: "a b" is not a DNS label/],
  ];
  for (const [what, rules, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(rules), message);
    });
  }

  it("a host in an HTTPRoute, and more matches or targets than it holds", () => {
    assert.throws(
      () => gatewayApi([{}], { service: "pay.example.com" }),
      /service: "pay.example.com" is a host, and dialect "gateway-api" routes for Services/,
    );
    const path = (i: number) => ({ path: { exact: `/${i}` } });
    const matches = (from: number) => Array.from({ length: 65 }, (_, i) => path(from + i));
    assert.throws(
      () => gatewayApi([{ matches: matches(0) }, { matches: matches(65) }, {}]),
      /rules\[0\].matches: has 65 matches; an HTTPRoute holds 64.*rules: has 130 matches in all; an HTTPRoute holds 128/s,
    );
    const to = Array.from({ length: 17 }, (_, i) => ({
      service: `a${i}`,
      weight: i === 0 ? 100 : 0,
    }));
    assert.throws(
      () => gatewayApi([{ to }]),
      /rules\[0\].to: has 17 targets; an HTTPRoute holds 16/,
    );
  });

  it("a version of a full name in an HTTPRoute", () => {
    const named = { service: "api.shop.svc.cluster.local", version: "v2" };
    plan([{ to: [named] }]);
    assert.throws(
      () => gatewayApi([{ to: [named] }]),
      /rules\[0\].to\[0\].version: "v2" cannot be found by the full name/,
    );
  });

  const later = pulumi.output("a.example.com");
  const late: [string, () => pulumi.Input<unknown>, RegExp][] = [
    [
      "a version of a full name that arrives later, in an HTTPRoute",
      () => backends([{ service: later, version: "v2" }])[0]?.name,
      /rules\[0\].to\[0\].service: version cannot be found by the full name a.example.com/,
    ],
    [
      "a namespace beside a full name that arrives later, in an HTTPRoute",
      () => backends([{ service: later, namespace: "shop" }])[0]?.name,
      /rules\[0\].to\[0\].service: namespace has no effect beside the full name a.example.com/,
    ],
    [
      "a namespace beside a full name that arrives later, in a VirtualService",
      () => hosts([{ service: later, namespace: "shop" }])[0],
      /rules\[0\].to\[0\].service: namespace has no effect beside the full name a.example.com/,
    ],
    [
      "a target that turns out to be no name",
      () => backends([{ service: pulumi.output("a_b") }])[0]?.kind,
      /rules\[0\].to\[0\].service: "a_b" is not a DNS name/,
    ],
  ];
  for (const [what, output, message] of late) {
    it(what, async () => {
      assert.match((await failureOf(output())).message, message);
    });
  }

  it("an HTTPRoute without a port, and more rules than it holds", () => {
    const rules = Array.from(
      { length: 17 },
      (_, i): ServiceRouteRule => (i < 16 ? { matches: [{ path: { exact: `/${i}` } }] } : {}),
    );
    assert.throws(
      () => gatewayApi(rules, { port: undefined }),
      /port: is missing.*rules: has 17 rules; an HTTPRoute holds 16/s,
    );
  });
});

import assert from "node:assert/strict";
import type { SidecarScopeArgs } from "./sidecar-scope-args";
import { sidecarScopePlan } from "./sidecar-scope-plan";

const planOf = (args: Partial<SidecarScopeArgs> = {}) =>
  sidecarScopePlan("scope", { namespace: "shop", ...args });
const plan = (args: Partial<SidecarScopeArgs> = {}) => planOf({ hosts: ["./*"], ...args });

describe("the plan of a sidecar scope", () => {
  it("is for a whole namespace, under the name that Istio expects there", () => {
    assert.deepEqual(plan().object, {
      name: "default",
      namespace: "shop",
      labels: undefined,
      annotations: undefined,
      spec: { egress: [{ hosts: ["./*"] }] },
    });
  });

  it("is named after the component when it is for chosen workloads", () => {
    const { object } = plan({ selector: { app: "web" } });
    assert.equal(object.name, "scope");
    assert.deepEqual(object.spec.workloadSelector, { labels: { app: "web" } });
  });

  it("says what happens to unknown hosts, and leaves the known ones alone", () => {
    const { spec } = planOf({ outboundTrafficPolicy: "REGISTRY_ONLY" }).object;
    assert.deepEqual(spec, { outboundTrafficPolicy: { mode: "REGISTRY_ONLY" } });
  });

  it("opens ports and limits connections to the application", () => {
    const pool = { tcp: { maxConnections: 1 } };
    const { spec } = planOf({
      inboundConnectionPool: pool,
      ingress: [
        { port: 8080, protocol: "HTTP", defaultEndpoint: "127.0.0.1:80", connectionPool: pool },
        { port: 9000, protocol: "TCP", name: "raw" },
      ],
    }).object;
    assert.deepEqual(spec, {
      inboundConnectionPool: pool,
      ingress: [
        {
          port: { number: 8080, protocol: "HTTP", name: "http-8080" },
          defaultEndpoint: "127.0.0.1:80",
          connectionPool: pool,
        },
        { port: { number: 9000, protocol: "TCP", name: "raw" } },
      ],
    });
  });

  it("may be for the whole mesh, in the root namespace", () => {
    assert.equal(plan({ namespace: "istio-system" }).object.namespace, "istio-system");
  });
});

describe("a SidecarScope refuses", () => {
  const none = { tcp: { maxConnections: 0 } };
  const refused: [string, Partial<SidecarScopeArgs>, RegExp][] = [
    [
      "0 where Istio takes it for no limit",
      { inboundConnectionPool: none },
      /inboundConnectionPool\.tcp\.maxConnections: 0 is "not set" to Istio, which means no limit/,
    ],
    [
      "the same at a single port",
      { ingress: [{ port: 80, protocol: "HTTP", connectionPool: none }] },
      /ingress\[0\]\.connectionPool\.tcp\.maxConnections: 0 is "not set" to Istio/,
    ],
    [
      "a host without a namespace",
      { hosts: ["web"] },
      /hosts\[0\]: "web": namespace\/host is expected/,
    ],
    [
      "a namespace that is none",
      { hosts: ["a_b/*"] },
      /hosts\[0\]: "a_b\/\*": in front of "\/" stands/,
    ],
    ["no host at all", { hosts: [] }, /hosts: is empty, which would mean what its absence does/],
    ["hosts beside all of them", { hosts: ["*/*", "./*"] }, /hosts: .*\*\/\* is every host/],
    ["a host twice", { hosts: ["./a.b", "./a.b"] }, /hosts\[1\]: "\.\/a\.b": an earlier host/],
    [
      "an unknown policy",
      { outboundTrafficPolicy: "ALLOW" as "ALLOW_ANY" },
      /outboundTrafficPolicy: "ALLOW" is unknown; allowed: REGISTRY_ONLY, ALLOW_ANY/,
    ],
    ["an empty selector", { selector: {} }, /selector: is empty/],
    [
      "a selector in the root namespace",
      { namespace: "istio-system", selector: { app: "a" } },
      /selector: \{"app":"a"\} is not allowed in the root namespace "istio-system".*KIA1006/,
    ],
    [
      "a selector in another root namespace",
      { rootNamespace: "shop", selector: { app: "a" } },
      /selector: \{"app":"a"\} is not allowed in the root namespace "shop"/,
    ],
    [
      "a port that is none",
      { ingress: [{ port: 0, protocol: "HTTP" }] },
      /ingress\[0\]\.port: 0: is not a whole number between 1 and 65535/,
    ],
    [
      "a protocol that is none",
      { ingress: [{ port: 1, protocol: "FOO" }] },
      /ingress\[0\]\.protocol: "FOO": allowed: /,
    ],
    [
      "an application elsewhere",
      { ingress: [{ port: 1, protocol: "HTTP", defaultEndpoint: "10.0.0.1:1" }] },
      /ingress\[0\]\.defaultEndpoint: "10\.0\.0\.1:1": allowed: 127\.0\.0\.1:port/,
    ],
    [
      "a limit that is none",
      { inboundConnectionPool: { tcp: { connectTimeout: "3" } } },
      /inboundConnectionPool\.tcp\.connectTimeout: "3": is not a duration/,
    ],
    ["a namespace that is none", { namespace: "A" }, /namespace: "A" is not a DNS label/],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }

  it("nothing to say", () => {
    assert.throws(() => planOf(), /hosts: says nothing; one of/);
  });
});

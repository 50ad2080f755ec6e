import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { failureOf, settled } from "../../test/support/record";
import type { AuthorizationArgs } from "./authorization-args";
import { authorizationPlan } from "./authorization-plan";
import type { AuthorizationRule } from "./authorization-rule";

const plan = (args: Partial<AuthorizationArgs>) =>
  authorizationPlan("web", { namespace: "shop", ...args });
const spec = (args: Partial<AuthorizationArgs>) => plan(args).object.spec;
const rules = (...list: AuthorizationRule[]) => ({ rules: list });

describe("the plan of an authorization", () => {
  it("allows what one of its rules fits, under the component's name", () => {
    const { object, action } = plan({
      ...rules({ from: [{ namespaces: ["web"] }], to: [{ methods: ["GET"], ports: [8080] }] }),
      selector: { app: "catalog" },
      labels: { team: "shop" },
    });
    assert.equal(action, "ALLOW");
    assert.deepEqual(object, {
      name: "web",
      namespace: "shop",
      labels: { team: "shop" },
      annotations: undefined,
      spec: {
        action: "ALLOW",
        selector: { matchLabels: { app: "catalog" } },
        rules: [
          {
            from: [{ source: { namespaces: ["web"] } }],
            to: [{ operation: { methods: ["GET"], ports: ["8080"] } }],
          },
        ],
      },
    });
  });

  it("writes presets as Istio's pages do", () => {
    assert.deepEqual(spec({ preset: "allow-nothing" }), { action: "ALLOW" });
    assert.deepEqual(spec({ preset: "allow-all" }), { action: "ALLOW", rules: [{}] });
    assert.deepEqual(spec({ preset: "deny-all" }), { action: "DENY", rules: [{}] });
  });

  it("calls a target by its API group", () => {
    const targets = [
      { kind: "Gateway", name: "waypoint" },
      { kind: "Service", name: "web" },
      { kind: "ServiceEntry", name: "api" },
      { kind: "GatewayClass", name: "istio-waypoint" },
    ] as const;
    assert.deepEqual(spec({ preset: "allow-nothing", targets: [...targets] }).targetRefs, [
      { group: "gateway.networking.k8s.io", kind: "Gateway", name: "waypoint" },
      { group: "", kind: "Service", name: "web" },
      { group: "networking.istio.io", kind: "ServiceEntry", name: "api" },
      { group: "gateway.networking.k8s.io", kind: "GatewayClass", name: "istio-waypoint" },
    ]);
  });

  it("denies what does not come through the waypoint", () => {
    assert.deepEqual(spec({ onlyThroughWaypoint: "waypoint", selector: { app: "web" } }), {
      action: "DENY",
      selector: { matchLabels: { app: "web" } },
      rules: [{ from: [{ source: { notServiceAccounts: ["waypoint"] } }] }],
    });
  });

  it("writes service accounts as principals of a trust domain", () => {
    const { rules: written } = spec({
      ...rules({
        from: [
          { serviceAccounts: ["web", "edge/gw"], principals: ["other/ns/a/sa/b"] },
          { notServiceAccounts: ["web"] },
        ],
      }),
      trustDomain: "example.org",
    });
    assert.deepEqual(written?.[0]?.from, [
      {
        source: {
          principals: [
            "other/ns/a/sa/b",
            "example.org/ns/shop/sa/web",
            "example.org/ns/edge/sa/gw",
          ],
        },
      },
      { source: { notPrincipals: ["example.org/ns/shop/sa/web"] } },
    ]);
  });

  it("completes a service account that another stack hands over", async () => {
    const written = spec({
      namespace: pulumi.output("shop"),
      ...rules({ from: [{ serviceAccounts: [pulumi.output("web")] }] }),
      trustDomain: "cluster.local",
    });
    const { principals } =
      (await settled(pulumi.output(written)))?.rules?.[0]?.from?.[0]?.source ?? {};
    assert.deepEqual(principals, ["cluster.local/ns/shop/sa/web"]);
  });

  it("calls what a condition looks at by Istio's words", () => {
    const when = [
      { claim: "groups", values: ["admin"] },
      { header: "x-tenant", notValues: ["guest"] },
      { attribute: "connection.sni", values: ["web.example.com"] },
    ];
    assert.deepEqual(spec(rules({ when })).rules?.[0]?.when, [
      { key: "request.auth.claims[groups]", values: ["admin"] },
      { key: "request.headers[x-tenant]", notValues: ["guest"] },
      { key: "connection.sni", values: ["web.example.com"] },
    ]);
  });

  it("only notes what it would do in a dry run", () => {
    const { object } = plan({ preset: "deny-all", dryRun: true, annotations: { a: "b" } });
    assert.deepEqual(object.annotations, { a: "b", "istio.io/dry-run": "true" });
    const { annotations } = plan({ preset: "deny-all", dryRun: false }).object;
    assert.deepEqual(annotations, { "istio.io/dry-run": "false" });
  });

  it("leaves the decision to a provider", () => {
    const args = { action: "CUSTOM", provider: "opa", knownProviders: ["opa"] } as const;
    assert.deepEqual(
      spec({ ...args, knownProviders: ["opa"], ...rules({ to: [{ paths: ["/admin*"] }] }) }),
      {
        action: "CUSTOM",
        provider: { name: "opa" },
        rules: [{ to: [{ operation: { paths: ["/admin*"] } }] }],
      },
    );
  });

  it("lets ztunnel judge connections, and a waypoint requests", () => {
    const connections = rules({
      from: [{ serviceAccounts: ["web"], notIpBlocks: ["10.0.0.0/8"] }],
      to: [{ ports: [80] }],
      when: [{ attribute: "destination.ip", values: ["10.0.0.1"] }],
    });
    assert.equal(spec({ ...connections, dataPlane: "ambient" }).rules?.length, 1);
    const requests = rules({ to: [{ paths: ["/admin"] }] });
    const targets = [{ kind: "Gateway", name: "waypoint" }] as const;
    assert.equal(
      spec({ ...requests, dataPlane: "ambient", targets: [...targets] }).rules?.length,
      1,
    );
  });

  it("tests a trust domain when it is known", async () => {
    const { rules: written } = spec({
      ...rules({ from: [{ serviceAccounts: ["web"] }] }),
      trustDomain: pulumi.output("a b"),
    });
    const source = written?.[0]?.from?.[0]?.source;
    assert.match(
      (await failureOf(pulumi.output(source))).message,
      /trustDomain: "a b" is not a DNS/,
    );
  });
});

describe("an authorization refuses", () => {
  const ambient = { dataPlane: "ambient" } as const;
  const refused: [string, Partial<AuthorizationArgs>, RegExp][] = [
    [
      "nothing that says what holds",
      {},
      /rules: nothing is set; set one of rules, preset, onlyThrough/,
    ],
    [
      "rules beside a preset",
      { ...rules({}), preset: "deny-all" },
      /rules: rules and preset is set; set one of/,
    ],
    ["no rules", { rules: [] }, /rules: \[\] fits nothing; write preset "allow-nothing"/],
    [
      "an action for a preset",
      { action: "DENY", preset: "allow-all" },
      /action: "DENY" is for rules; preset has its own action/,
    ],
    [
      "an unknown action",
      { action: "REFUSE" as "DENY", ...rules({}) },
      /action: "REFUSE" is unknown; allowed: ALLOW, DENY, AUDIT, CUSTOM/,
    ],
    [
      "an unknown preset",
      { preset: "deny" as "deny-all" },
      /preset: "deny" is unknown; allowed: allow-nothing, allow-all, deny-all/,
    ],
    [
      "an authorizer without a name",
      { action: "CUSTOM", ...rules({}) },
      /provider: is missing; action "CUSTOM" needs the name of an authorizer/,
    ],
    [
      "a provider that the mesh does not know",
      { action: "CUSTOM", provider: "opa2", knownProviders: ["opa"], ...rules({}) },
      /provider: "opa2" is not among the known providers; allowed: opa; did you mean "opa"\?/,
    ],
    [
      "an identity for an authorizer",
      { action: "CUSTOM", provider: "opa", ...rules({ from: [{ namespaces: ["a"] }] }) },
      /rules\[0\]\.from\[0\]\.namespaces: .*action CUSTOM looks at addresses alone/,
    ],
    [
      "addresses that are none",
      rules({ from: [{ ipBlocks: ["10.0.0.0/33"] }] }),
      /rules\[0\]\.from\[0\]\.ipBlocks\[0\]: "10.0.0.0\/33"/,
    ],
    [
      "a service account with a wildcard",
      rules({ from: [{ serviceAccounts: ["web*"] }] }),
      /rules\[0\]\.from\[0\]\.serviceAccounts\[0\]: "web\*": .*without "\*"/,
    ],
    ["an empty source", rules({ from: [{}] }), /rules\[0\]\.from\[0\]: .*is empty/],
    [
      "a port out of range",
      rules({ to: [{ ports: [70000] }] }),
      /rules\[0\]\.to\[0\]\.ports\[0\]: "70000": a port from 0 to 65535/,
    ],
    [
      "half a template in a path",
      rules({ to: [{ paths: ["/a{*}"] }] }),
      /rules\[0\]\.to\[0\]\.paths\[0\]: "\/a\{\*\}": .*whole segment/,
    ],
    [
      "a condition about nothing",
      rules({ when: [{ values: ["a"] }] }),
      /rules\[0\]\.when\[0\]: sets nothing; set exactly one of claim, header, attribute/,
    ],
    [
      "an attribute that Istio does not know",
      rules({ when: [{ attribute: "request.path", values: ["/"] }] }),
      /rules\[0\]\.when\[0\]: "request.path": allowed: source\.ip/,
    ],
    [
      "a condition without values",
      rules({ when: [{ claim: "groups" }] }),
      /rules\[0\]\.when\[0\]: .*values or notValues is required/,
    ],
    [
      "a selector beside targets",
      { preset: "deny-all", selector: { app: "a" }, targets: [{ kind: "Service", name: "a" }] },
      /targets: cannot stand beside selector/,
    ],
    ["no targets", { preset: "deny-all", targets: [] }, /targets: has 0 entries; allowed: 1 to 16/],
    [
      "a Service as target of sidecars",
      { preset: "deny-all", dataPlane: "sidecar", targets: [{ kind: "Service", name: "a" }] },
      /targets\[0\]\.kind: "Service" is heeded by waypoints only/,
    ],
    [
      "another class than that of waypoints",
      { preset: "deny-all", targets: [{ kind: "GatewayClass", name: "istio" }] },
      /targets\[0\]\.name: "istio" is no class that waypoints have; allowed: istio-waypoint/,
    ],
    [
      "a dry run set by hand",
      { preset: "deny-all", annotations: { "istio.io/dry-run": "true" } },
      /annotations\["istio.io\/dry-run"\]: is set by the component itself/,
    ],
    [
      "a dry run of an audit",
      { action: "AUDIT", dryRun: true, ...rules({}) },
      /dryRun: true is for actions ALLOW and DENY, not AUDIT/,
    ],
    [
      "paths at ztunnel",
      { ...ambient, ...rules({ to: [{ paths: ["/a"] }] }) },
      /rules\[0\]\.to\[0\]\.paths: \["\/a"\] is nothing that ztunnel sees, it would let none of these requests through; name .*\(KIA0110\)/,
    ],
    [
      "a denied method at ztunnel",
      { ...ambient, action: "DENY", ...rules({ to: [{ methods: ["GET"] }] }) },
      /rules\[0\]\.to\[0\]\.methods: .*it would refuse more than the rule says/,
    ],
    [
      "trust domains at ztunnel, which would fit everybody",
      { ...ambient, ...rules({ from: [{ trustDomains: ["cluster.local"] }] }) },
      /rules\[0\]\.from\[0\]\.trustDomains: \["cluster.local"\] is nothing that ztunnel sees/,
    ],
    [
      "a claim at ztunnel",
      { ...ambient, ...rules({ when: [{ claim: "groups", values: ["a"] }] }) },
      /rules\[0\]\.when\[0\]: "request.auth.claims\[groups\]" is nothing that ztunnel sees/,
    ],
    [
      "an audit at ztunnel",
      { ...ambient, action: "AUDIT", ...rules({}) },
      /action: "AUDIT" is nothing that ztunnel does; allowed there: ALLOW, DENY/,
    ],
    [
      "a dry run at ztunnel",
      { ...ambient, preset: "deny-all", dryRun: true },
      /dryRun: true would make ztunnel ignore the policy/,
    ],
    [
      "targets of the way past the waypoint",
      { onlyThroughWaypoint: "waypoint", targets: [{ kind: "Service", name: "a" }] },
      /targets: is where the waypoint judges/,
    ],
    [
      "a waypoint of sidecars",
      { onlyThroughWaypoint: "waypoint", dataPlane: "sidecar" },
      /dataPlane: "sidecar" has no waypoints/,
    ],
    [
      "a waypoint that stands for several",
      { onlyThroughWaypoint: "way*" },
      /onlyThroughWaypoint: "way\*" is not the name of a waypoint/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }

  it("the same for all that is wrong at once", () => {
    assert.throws(
      () => plan({ namespace: "A", preset: "none" as "deny-all", name: "B_" }),
      /Authorization "web": 3 arguments cannot work/,
    );
  });
});

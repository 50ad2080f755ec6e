import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { failureOf, settled } from "../../../test/support/record";
import type { ControlPlaneFact } from "../../program/facts/control-plane-facts";
import type { View } from "../../program/view";
import type { AuthorizationArgs, AuthorizationRule } from "./authorization-args";
import { authorizationPlan } from "./authorization-plan";

/** A program whose control plane has these settings. */
const program = (plane: Partial<ControlPlaneFact>): View => ({
  said: (topic) => (topic === "controlPlane" ? ([plane] as never) : []),
});
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
    assert.deepEqual(spec({ preset: "audit-all" }), { action: "AUDIT", rules: [{}] });
    assert.deepEqual(spec({ preset: "custom-all", provider: "opa" }), {
      action: "CUSTOM",
      provider: { name: "opa" },
      rules: [{}],
    });
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

  it("writes hosts in every form in which a client can write them", () => {
    const operation = spec(
      rules({ to: [{ hosts: ["a.b", "10.0.0.1", "c.d:8443", "*.e.f", "g.*", "*"] }] }),
    ).rules?.[0]?.to?.[0]?.operation;
    assert.deepEqual(operation?.hosts, [
      ...["a.b", "a.b:*", "a.b.", "a.b.:*"],
      ...["10.0.0.1", "10.0.0.1:*"],
      "c.d:8443",
      ...["*.e.f", "*.e.f."],
      ...["g.*", "*"],
    ]);
    const denied = spec({ action: "DENY", ...rules({ to: [{ notHosts: ["a.b."] }] }) });
    assert.deepEqual(denied.rules?.[0]?.to?.[0]?.operation?.notHosts, [
      ...["a.b", "a.b:*", "a.b.", "a.b.:*"],
    ]);
  });

  it("takes whole lists that another stack hands over", async () => {
    const list = (...entries: string[]) => pulumi.output(entries);
    const written = spec({
      ...rules({
        from: [{ serviceAccounts: list("web"), principals: list("x/ns/a/sa/b") }],
        to: [{ hosts: list("a.b"), ports: pulumi.output([80]), methods: list("GET") }],
        when: [{ header: "x-a", values: list("b") }],
      }),
      trustDomain: "cluster.local",
    });
    const [rule] = (await settled(pulumi.output(written)))?.rules ?? [];
    assert.deepEqual(rule, {
      from: [{ source: { principals: ["x/ns/a/sa/b", "cluster.local/ns/shop/sa/web"] } }],
      to: [
        {
          operation: {
            hosts: ["a.b", "a.b:*", "a.b.", "a.b.:*"],
            ports: ["80"],
            methods: ["GET"],
          },
        },
      ],
      when: [{ key: "request.headers[x-a]", values: ["b"] }],
    });
  });

  it("tests a list when it arrives", async () => {
    const written = spec(rules({ to: [{ methods: pulumi.output(["GET", "post"]) }] }));
    assert.match(
      (await failureOf(pulumi.output(written.rules?.[0]?.to?.[0]?.operation))).message,
      /rules\[0\]\.to\[0\]\.methods: entry 1: "post" fits no request, .*write "POST"/,
    );
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
    assert.equal(spec({ ...connections, dataPlaneMode: "ambient" }).rules?.length, 1);
    const requests = rules({ to: [{ paths: ["/admin"] }] });
    const targets = [{ kind: "Gateway", name: "waypoint" }] as const;
    assert.equal(
      spec({ ...requests, dataPlaneMode: "ambient", targets: [...targets] }).rules?.length,
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
      /rules: nothing is set; set exactly one of rules, preset, onlyThrough/,
    ],
    [
      "rules beside a preset",
      { ...rules({}), preset: "deny-all" },
      /rules: rules and preset "deny-all" are set; set exactly one of/,
    ],
    ["no rules", { rules: [] }, /rules: \[\] fits nothing; write preset "allow-nothing"/],
    [
      "a rule that says nothing",
      rules({ to: [{ methods: ["GET"] }] }, {}),
      /rules\[1\]: sets none of from, to and when, so it fits everything; write preset "allow-all"/,
    ],
    [
      "a denial that says nothing",
      { action: "DENY", ...rules({}) },
      /rules\[0\]: .*write preset "deny-all"/,
    ],
    [
      "a question about everything without a preset",
      { action: "CUSTOM", provider: "opa", ...rules({}) },
      /rules\[0\]: .*write preset "custom-all"/,
    ],
    [
      "an authorizer of everything without a name",
      { preset: "custom-all" },
      /provider: is missing; preset "custom-all" needs the name of an authorizer/,
    ],
    [
      "several authorizers where none is asked",
      { preset: "deny-all", multipleProviders: true },
      /multipleProviders: true is for action "CUSTOM"; leave it out/,
    ],
    [
      "a method in small letters",
      rules({ to: [{ methods: ["get"], notMethods: ["Post"] }] }),
      /to\[0\]\.methods\[0\]: "get" fits no request, .*write "GET"\n.*notMethods\[0\]: .*write "POST"/,
    ],
    [
      "a path with a query",
      rules({ to: [{ paths: ["/a?b=c"] }] }),
      /paths\[0\]: "\/a\?b=c" fits no request: the query is no part/,
    ],
    [
      "a path without its slash",
      rules({ to: [{ notPaths: ["admin"] }] }),
      /notPaths\[0\]: "admin" fits no request; paths begin with "\/"/,
    ],
    [
      "a path as no client sends it",
      rules({ to: [{ paths: ["/caf\u00e9"] }] }),
      /paths\[0\]: .*fits no request: .*write "\/caf%C3%A9"/,
    ],
    [
      "an identity with its scheme",
      rules({ from: [{ principals: ["spiffe://a.b/ns/c/sa/d"] }] }),
      /principals\[0\]: .*fits nobody, .*write "a\.b\/ns\/c\/sa\/d"/,
    ],
    [
      "the identity of a token without its subject",
      rules({ from: [{ requestPrincipals: ["me"] }] }),
      /requestPrincipals\[0\]: "me" fits no token; write "<issuer>\/<subject>", or "me\/\*"/,
    ],
    [
      "a host as a header",
      rules({ when: [{ header: "Host", values: ["a.b"] }] }),
      /rules\[0\]\.when\[0\]\.header: "Host" would be compared in one of the ways .*use hosts under to/,
    ],
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
      /rules\[0\]\.to\[0\]\.ports\[0\]: 70000 is not a whole number between 1 and 65535/,
    ],
    [
      "a port that no connection has",
      rules({ to: [{ notPorts: [8080, 0] }] }),
      /rules\[0\]\.to\[0\]\.notPorts\[1\]: 0 is not a whole number between 1 and 65535/,
    ],
    [
      "a host as an address",
      rules({ to: [{ hosts: ["https://a.b"] }] }),
      /rules\[0\]\.to\[0\]\.hosts\[0\]: "https:\/\/a\.b" fits no request: a host is compared/,
    ],
    [
      "namespaces that there cannot be",
      rules({ from: [{ namespaces: ["Web"] }, { notNamespaces: ["a.b*"] }] }),
      /from\[0\]\.namespaces\[0\]: "Web" fits no namespace, .*did you mean "web"\?\n.*from\[1\]\.notNamespaces\[0\]: "a\.b\*" fits no namespace/,
    ],
    [
      "a service account that there cannot be",
      rules({ from: [{ serviceAccounts: ["shop/Web"] }] }),
      /from\[0\]\.serviceAccounts\[0\]: "shop\/Web" fits nobody, as "Web" is not a DNS name/,
    ],
    [
      "half a template in a path",
      rules({ to: [{ paths: ["/a{*}"] }] }),
      /rules\[0\]\.to\[0\]\.paths\[0\]: "\/a\{\*\}": .*whole segment/,
    ],
    [
      "a condition about nothing",
      rules({ when: [{ values: ["a"] }] }),
      /rules\[0\]\.when\[0\]: nothing is set; set exactly one of claim, header, attribute/,
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
    [
      "a target twice",
      {
        preset: "deny-all",
        targets: [
          { kind: "Service", name: "a" },
          { kind: "Service", name: "a" },
        ],
      },
      /targets\[1\]: .*is listed twice/,
    ],
    [
      "no targets",
      { preset: "deny-all", targets: [] },
      /targets: \[\] has 0 entries; allowed: 1 to 16/,
    ],
    [
      "a Service as target of sidecars",
      { preset: "deny-all", dataPlaneMode: "sidecar", targets: [{ kind: "Service", name: "a" }] },
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
      /annotations\["istio.io\/dry-run"\]: "true" is set by the component itself/,
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
      { onlyThroughWaypoint: "waypoint", dataPlaneMode: "sidecar" },
      /dataPlaneMode: "sidecar" has no waypoints/,
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

describe("an authorization warns", () => {
  const paths = (...list: string[]) => rules({ to: [{ paths: list }] });
  const hosts = (...list: string[]) => rules({ to: [{ hosts: list }] });
  const merging = program({ pathNormalization: "MERGE_SLASHES" });
  const warned: [string, Partial<AuthorizationArgs>, RegExp | undefined, View?][] = [
    [
      "of a denied path that can be written otherwise",
      { action: "DENY", ...paths("/admin") },
      /^Authorization "web": rules\[0\]\.to\[0\]\.paths\[0\]: "\/admin" is compared letter by letter: "\/admin\/", "\/admin;a", "\/\/admin" is not kept out/,
    ],
    [
      "of a denied beginning that can be written otherwise",
      { action: "DENY", ...paths("/admin*") },
      /paths\[0\]: "\/admin\*" is compared letter by letter: "\/\/admin\*" is not kept out, .*MERGE_SLASHES/,
    ],
    [
      "not of one where slashes are merged",
      { action: "DENY", ...paths("/admin*") },
      undefined,
      merging,
    ],
    [
      "of an end that can be written otherwise even there",
      { action: "DENY", ...paths("/admin") },
      /"\/admin\/", "\/admin;a" is not kept out/,
      merging,
    ],
    [
      "of a path of which only what is below it is denied",
      { action: "DENY", ...paths("/admin/*") },
      /"\/admin", "\/\/admin\/\*" is not kept out.*or list "\/admin" too and set pathNormalization/,
    ],
    [
      "of the same where slashes are merged",
      { action: "DENY", ...paths("/admin/*") },
      /"\/admin" is not kept out, .* or list "\/admin" too$/,
      merging,
    ],
    [
      "not of one that is listed with what is below it",
      { action: "DENY", ...paths("/admin*", "/shop/*") },
      /^[^\n]*paths\[1\]: "\/shop\/\*" is compared[^\n]*"\/shop" is not kept out[^\n]*$/,
      merging,
    ],
    ["not of an allowed path", paths("/admin"), undefined],
    [
      "of a path that is all but allowed",
      rules({ to: [{ notPaths: ["/admin"] }] }),
      /notPaths\[0\]: "\/admin" is compared letter by letter/,
    ],
    [
      "of a path about which nobody is asked when it is written otherwise",
      { action: "CUSTOM", provider: "opa", ...paths("/admin") },
      /paths\[0\]: "\/admin" is compared letter by letter/,
    ],
    ["not of a path in the audit log", { action: "AUDIT", ...paths("/admin") }, undefined],
    [
      "of denied hosts that may come with a port",
      { action: "DENY", ...hosts("*.example.com") },
      /hosts\[0\]: "\*\.example\.com" fits no Host with a port, .*"a\.example\.com:80"/,
    ],
    [
      "of a denied host with a port",
      { action: "DENY", ...hosts("example.com:443") },
      /hosts\[0\]: "example\.com:443" is what the client writes, .*"example\.com" is not kept out/,
    ],
    ["not of a denied host", { action: "DENY", ...hosts("example.com", "*") }, undefined],
    ["not of allowed hosts", hosts("*.example.com"), undefined],
  ];
  for (const [what, args, expected, view] of warned) {
    it(what, () => {
      const { warnings } = authorizationPlan("web", { namespace: "shop", ...args }, view);
      assert.equal(warnings.length, expected ? 1 : 0, warnings.join());
      if (expected) {
        assert.match(warnings[0] ?? "", expected);
      }
    });
  }
});

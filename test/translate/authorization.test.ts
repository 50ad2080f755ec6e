import assert from "node:assert/strict";
import {
  Authorization,
  type AuthorizationArgs,
  type AuthorizationRule,
  Canary,
} from "../../components";
import { httpFilter, networkFilter } from "../support/envoy";
import { atSidecar, atWaypoint, chainOf } from "../support/policy-world";
import { rbacRules, tcpRbacRules } from "../support/rbac";

const meshConfig = {
  extensionProviders: [
    {
      name: "opa",
      envoyExtAuthzGrpc: { service: "web.shop.svc.cluster.local", port: 80, timeout: "1s" },
    },
  ],
};
const program = (args: Partial<AuthorizationArgs>) => () =>
  void new Authorization("a", { namespace: "shop", ...args });
const sidecar = (args: Partial<AuthorizationArgs>) => atSidecar(program(args), meshConfig);
const rbac = "envoy.filters.http.rbac";
const ruleName = (i: number) => `ns[shop]-policy[a]-rule[${i}]`;

const any = '{"any":true}';
const principal = (match: object) => JSON.stringify({ authenticated: { principalName: match } });
const account = (namespace: string, name: string) =>
  principal({ safeRegex: { regex: `spiffe://.+/ns/${namespace}/(.+/|)sa/${name}(/.+)?` } });
const address = (kind: string, addressPrefix: string, prefixLen: number) =>
  JSON.stringify({ [kind]: { addressPrefix, prefixLen } });
const token = (key: string, stringMatch: object) =>
  JSON.stringify({
    metadata: {
      filter: "envoy.filters.http.jwt_authn",
      path: [{ key: "payload" }, { key }],
      value: { stringMatch },
    },
  });
const header = (name: string, stringMatch: object) =>
  JSON.stringify({ header: { name, stringMatch } });
const path = (match: object) => JSON.stringify({ urlPath: { path: match } });

describe("[Authorization: translated] who calls, as Envoy compares it", () => {
  const cases: [string, AuthorizationRule, string[]][] = [
    [
      "service accounts",
      { from: [{ serviceAccounts: ["edge/gw"], notServiceAccounts: ["job"] }] },
      [account("edge", "gw"), `not ${account("shop", "job")}`],
    ],
    [
      "principals",
      { from: [{ principals: ["a.b/ns/c/sa/d"], notPrincipals: ["*"] }] },
      [
        principal({ exact: "spiffe://a.b/ns/c/sa/d" }),
        `not ${principal({ safeRegex: { regex: ".+" } })}`,
      ],
    ],
    [
      "namespaces",
      { from: [{ namespaces: ["edge"], notNamespaces: ["dev*"] }] },
      [
        principal({ safeRegex: { regex: ".*/ns/edge/.*" } }),
        `not ${principal({ safeRegex: { regex: ".*/ns/dev.*/.*" } })}`,
      ],
    ],
    [
      "trust domains",
      { from: [{ trustDomains: ["a.b"], notTrustDomains: ["c.d"] }] },
      [principal({ prefix: "spiffe://a.b/" }), `not ${principal({ prefix: "spiffe://c.d/" })}`],
    ],
    [
      "addresses of the connection",
      { from: [{ ipBlocks: ["10.0.0.0/8"], notIpBlocks: ["10.1.2.3"] }] },
      [
        address("directRemoteIp", "10.0.0.0", 8),
        `not ${address("directRemoteIp", "10.1.2.3", 32)}`,
      ],
    ],
    [
      "addresses of the client",
      { from: [{ remoteIpBlocks: ["10.0.0.0/8"], notRemoteIpBlocks: ["10.1.2.3"] }] },
      [address("remoteIp", "10.0.0.0", 8), `not ${address("remoteIp", "10.1.2.3", 32)}`],
    ],
    [
      "tokens",
      { from: [{ requestPrincipals: ["me/you"], notRequestPrincipals: ["me/*"] }] },
      [
        token("iss", { exact: "me" }),
        token("sub", { exact: "you" }),
        `not ${token("iss", { exact: "me" })}`,
        `not ${token("sub", { safeRegex: { regex: ".+" } })}`,
      ],
    ],
    [
      "a header",
      { when: [{ header: "x-tenant", notValues: ["guest"] }] },
      [`not ${header("x-tenant", { exact: "guest" })}`],
    ],
  ];
  for (const [what, rule, expected] of cases) {
    it(what, async () => {
      const rules = rbacRules(await sidecar({ rules: [rule] }), "virtualInbound");
      assert.deepEqual(rules, { [ruleName(0)]: { permissions: [any], principals: expected } });
    });
  }

  it("a claim, as a text or in a list", async () => {
    const rules = [{ when: [{ claim: "groups", values: ["admin"] }] }];
    const [leaf = ""] =
      rbacRules(await sidecar({ rules }), "virtualInbound")[ruleName(0)]?.principals ?? [];
    const { metadata } = JSON.parse(leaf);
    assert.deepEqual(metadata.path, [{ key: "payload" }, { key: "groups" }]);
    assert.deepEqual(metadata.value.orMatch.valueMatchers, [
      { listMatch: { oneOf: { stringMatch: { exact: "admin" } } } },
      { stringMatch: { exact: "admin" } },
    ]);
  });

  it("service accounts of one trust domain", async () => {
    const rules = [{ from: [{ serviceAccounts: ["b"] }] }];
    const config = await sidecar({ trustDomain: "x.y", rules });
    assert.deepEqual(rbacRules(config, "virtualInbound")[ruleName(0)]?.principals, [
      principal({ exact: "spiffe://x.y/ns/shop/sa/b" }),
    ]);
  });
});

describe("[Authorization: translated] what is asked for, as Envoy compares it", () => {
  const cases: [string, AuthorizationRule, string[]][] = [
    [
      "ports of the Pod",
      { to: [{ ports: [8080], notPorts: [9090] }] },
      ['{"destinationPort":8080}', 'not {"destinationPort":9090}'],
    ],
    [
      "hosts",
      { to: [{ hosts: ["web.example.com"], notHosts: ["*.internal"] }] },
      [
        header(":authority", { exact: "web.example.com", ignoreCase: true }),
        header(":authority", { ignoreCase: true, prefix: "web.example.com:" }),
        header(":authority", { exact: "web.example.com.", ignoreCase: true }),
        header(":authority", { ignoreCase: true, prefix: "web.example.com.:" }),
        `not ${header(":authority", { ignoreCase: true, suffix: ".internal" })}`,
        `not ${header(":authority", { ignoreCase: true, suffix: ".internal." })}`,
      ],
    ],
    [
      "methods",
      { to: [{ methods: ["GET"], notMethods: ["PUT"] }] },
      [header(":method", { exact: "GET" }), `not ${header(":method", { exact: "PUT" })}`],
    ],
    [
      "paths",
      { to: [{ paths: ["/a", "/b/*"], notPaths: ["/a/secret"] }] },
      [path({ exact: "/a" }), path({ prefix: "/b/" }), `not ${path({ exact: "/a/secret" })}`],
    ],
    [
      "an attribute of the connection",
      { when: [{ attribute: "connection.sni", values: ["a.b"] }] },
      ['{"requestedServerName":{"exact":"a.b"}}'],
    ],
    [
      "the address that was called",
      { when: [{ attribute: "destination.ip", values: ["10.9.0.1"] }] },
      [address("destinationIp", "10.9.0.1", 32)],
    ],
  ];
  for (const [what, rule, expected] of cases) {
    it(what, async () => {
      const rules = rbacRules(await sidecar({ rules: [rule] }), "virtualInbound");
      assert.deepEqual(rules, { [ruleName(0)]: { permissions: expected, principals: [any] } });
    });
  }

  it("templates of paths", async () => {
    const config = await sidecar({ rules: [{ to: [{ paths: ["/c/{*}"] }] }] });
    const [leaf = ""] = rbacRules(config, "virtualInbound")[ruleName(0)]?.permissions ?? [];
    assert.equal(JSON.parse(leaf).uriTemplate.typedConfig.pathTemplate, "/c/*");
  });
});

describe("[Authorization: translated] what happens then", () => {
  it("every rule is one of several", async () => {
    const rules = [{ to: [{ methods: ["GET"] }] }, { from: [{ namespaces: ["a"] }] }];
    const config = await sidecar({ rules });
    assert.deepEqual(Object.keys(rbacRules(config, "virtualInbound")), [ruleName(0), ruleName(1)]);
  });

  const effects: [string, Partial<AuthorizationArgs>, string | undefined, string][] = [
    ["nothing passes", { preset: "allow-nothing" }, undefined, `not ${any}`],
    ["everything passes", { preset: "allow-all" }, undefined, any],
    ["everything is denied", { preset: "deny-all" }, "DENY", any],
  ];
  for (const [what, args, action, leaf] of effects) {
    it(`${what} with preset ${args.preset}, HTTP or not`, async () => {
      const config = await sidecar(args);
      // Envoy's default action, which is to allow, is left out.
      assert.equal(httpFilter(config, "virtualInbound", rbac).rules.action, action);
      const all = { [ruleName(0)]: { permissions: [leaf], principals: [leaf] } };
      assert.deepEqual(rbacRules(config, "virtualInbound"), all);
      assert.deepEqual(tcpRbacRules(config), all);
    });
  }

  for (const [action, envoys] of [
    ["ALLOW", undefined],
    ["DENY", "DENY"],
    ["AUDIT", "LOG"],
  ] as const) {
    it(`action ${action}`, async () => {
      const config = await sidecar({ action, rules: [{ to: [{ ports: [8080] }] }] });
      assert.equal(httpFilter(config, "virtualInbound", rbac).rules.action, envoys);
    });
  }

  it("an authorizer is asked about what the rules fit", async () => {
    const config = await sidecar({
      action: "CUSTOM",
      provider: "opa",
      rules: [{ to: [{ paths: ["/admin*"] }] }],
    });
    const { shadowRules } = httpFilter(config, "virtualInbound", rbac);
    assert.match(JSON.stringify(shadowRules.policies), /"prefix":"\/admin"/);
    const asked = httpFilter(config, "virtualInbound", "envoy.filters.http.ext_authz");
    assert.equal(asked.filterEnabledMetadata.value.stringMatch.prefix, "istio-ext-authz-opa");
    assert.equal(asked.grpcService.timeout, "1s");
  });

  it("a dry run decides nothing", async () => {
    const config = await sidecar({ preset: "deny-all", dryRun: true });
    const filter = httpFilter(config, "virtualInbound", rbac);
    assert.equal(filter.rules, undefined);
    assert.equal(filter.shadowRules.action, "DENY");
    const live = await sidecar({ preset: "deny-all", dryRun: false });
    assert.equal(httpFilter(live, "virtualInbound", rbac).rules.action, "DENY");
  });
});

describe("[Authorization: translated] where it holds", () => {
  it("only at Pods that the selector fits", async () => {
    const other = await sidecar({ preset: "deny-all", selector: { app: "other" } });
    assert.equal(httpFilter(other, "virtualInbound", rbac), undefined);
    assert.equal(networkFilter(other, "virtualInbound", "envoy.filters.network.rbac"), undefined);
    const own = await sidecar({ preset: "deny-all", selector: { app: "web" } });
    assert.equal(httpFilter(own, "virtualInbound", rbac).rules.action, "DENY");
  });

  it("only for the Service that is the target, at its waypoint", async () => {
    const config = await atWaypoint(
      program({
        targets: [{ kind: "Service", name: "web" }],
        rules: [{ from: [{ serviceAccounts: ["edge/gw"] }], to: [{ methods: ["GET"] }] }],
      }),
    );
    const rules = rbacRules(config, "main_internal", chainOf("web"));
    assert.deepEqual(rules[ruleName(0)]?.permissions, [header(":method", { exact: "GET" })]);
    assert.match(rules[ruleName(0)]?.principals[0] ?? "", /\/ns\/edge\/.*sa\/gw/);
    assert.deepEqual(rbacRules(config, "main_internal", chainOf("other")), {});
  });

  it("for all Services of a waypoint that is the target", async () => {
    const config = await atWaypoint(
      program({ preset: "deny-all", targets: [{ kind: "Gateway", name: "waypoint" }] }),
    );
    for (const name of ["web", "other"]) {
      assert.equal(httpFilter(config, "main_internal", rbac, chainOf(name)).rules.action, "DENY");
    }
  });

  it("for the Services of the versions as well, where the target has an ambient canary", async () => {
    const config = await atWaypoint(() => {
      new Canary("web", {
        service: "web",
        namespace: "shop",
        dialect: "gateway-api",
        port: 80,
        targetPort: 8080,
        labels: { "istio.io/use-waypoint": "waypoint" },
        versions: [
          { name: "v1", weight: 90 },
          { name: "v2", weight: 10 },
        ],
      });
      program({
        targets: [{ kind: "Service", name: "web" }],
        rules: [{ to: [{ methods: ["GET"] }] }],
      })();
    });
    for (const name of ["web", "web-v1", "web-v2"]) {
      const rules = rbacRules(config, "main_internal", chainOf(name));
      assert.deepEqual(
        rules[ruleName(0)]?.permissions,
        [header(":method", { exact: "GET" })],
        name,
      );
    }
  });

  it("at all waypoints, from the root namespace", async () => {
    const config = await atWaypoint(
      program({
        namespace: "istio-system",
        preset: "deny-all",
        targets: [{ kind: "GatewayClass", name: "istio-waypoint" }],
      }),
    );
    assert.equal(httpFilter(config, "main_internal", rbac, chainOf("web")).rules.action, "DENY");
  });

  it("not at a waypoint for Pods that have to be reached through it", async () => {
    const guard = program({ onlyThroughWaypoint: "waypoint", selector: { app: "web" } });
    assert.deepEqual(rbacRules(await atWaypoint(guard), "main_internal"), {});
    // A sidecar takes the same rule; ztunnel's own is not among Envoy's.
    assert.deepEqual(rbacRules(await atSidecar(guard), "virtualInbound"), {
      [ruleName(0)]: { permissions: [any], principals: [`not ${account("shop", "waypoint")}`] },
    });
  });

  it("under the name that it is given", async () => {
    const config = await sidecar({ preset: "deny-all", name: "closed" });
    assert.deepEqual(Object.keys(rbacRules(config, "virtualInbound")), [
      "ns[shop]-policy[closed]-rule[0]",
    ]);
  });
});

import assert from "node:assert/strict";
import { type RuleCase, ruleCases } from "../../../test/support/rule-cases";
import { unknown } from "../mesh-object";
import { authorizationPolicyRules } from "./authorization-policy";

type Fields = Record<string, unknown>;
const judged = {
  rules: authorizationPolicyRules,
  apiVersion: "security.istio.io/v1",
  kind: "AuthorizationPolicy",
};

const from = (source: unknown, more: Fields = {}) => ({ rules: [{ from: [{ source }] }], ...more });
const to = (operation: unknown, more: Fields = {}) => ({
  rules: [{ to: [{ operation }] }],
  ...more,
});
const when = (condition: unknown, more: Fields = {}) => ({
  rules: [{ when: [condition] }],
  ...more,
});

const source = "spec.rules[0].from[0].source";
const operation = "spec.rules[0].to[0].operation";
const condition = "spec.rules[0].when[0]";
const custom = { action: "CUSTOM", provider: { name: "opa" } };
const deny = { action: "DENY" };

const cases: RuleCase[] = [
  ["an empty selector", { selector: {} }, ["warning spec.selector"]],
  ["a selector with labels", { selector: { matchLabels: { app: "a" } } }, []],
  [
    "a target of another kind",
    { targetRefs: [{ kind: "Deployment", name: "a" }] },
    ["error spec.targetRefs[0].kind"],
  ],
  [
    "a target of another group",
    { targetRef: { kind: "Gateway", name: "a" } },
    ["error spec.targetRef.group"],
  ],
  [
    "targets of every kind",
    {
      targetRefs: [
        { kind: "Service", name: "a" },
        { group: "core", kind: "Service", name: "a" },
        { group: "networking.istio.io", kind: "ServiceEntry", name: "a" },
        { group: "gateway.networking.k8s.io", kind: "Gateway", name: "a" },
        { group: "gateway.networking.k8s.io", kind: "GatewayClass", name: "a" },
      ],
    },
    [],
  ],

  ["ALLOW without rules", {}, []],
  ["DENY without rules", deny, ["error spec.rules"]],
  ["DENY with no rules in the list", { ...deny, rules: [] }, ["error spec.rules"]],
  ["DENY with an empty rule", { ...deny, rules: [{}] }, []],
  ["CUSTOM without rules", custom, ["error spec.rules"]],
  ["CUSTOM with an empty rule", { ...custom, rules: [{}] }, []],
  ["CUSTOM without a provider", { action: "CUSTOM", rules: [{}] }, ["error spec.provider.name"]],
  [
    "CUSTOM with an unnamed provider",
    { action: "CUSTOM", rules: [{}], provider: { name: "" } },
    ["error spec.provider.name"],
  ],
  ["a provider without CUSTOM", { provider: { name: "opa" } }, ["error spec.provider"]],
  ...["namespaces", "serviceAccounts", "trustDomains", "principals", "requestPrincipals"]
    .flatMap((name) => [name, `not${name[0]?.toUpperCase()}${name.slice(1)}`])
    .flatMap((name): RuleCase[] => [
      [`${name} with CUSTOM`, from({ [name]: ["a"] }, custom), [`error ${source}.${name}`]],
      [`${name} with ALLOW`, from({ [name]: ["a"] }), []],
      [`an empty ${name}`, from({ [name]: ["a", ""] }), [`error ${source}.${name}[1]`]],
    ]),
  ["addresses with CUSTOM", from({ ipBlocks: ["10.0.0.1"] }, custom), []],
  ...[
    "source.namespace",
    "source.serviceAccount",
    "source.trustDomain",
    "source.principal",
    "request.auth.claims[iss]",
  ].flatMap((key): RuleCase[] => [
    [`${key} with CUSTOM`, when({ key, values: ["a"] }, custom), [`error ${condition}.key`]],
    [`${key} with ALLOW`, when({ key, values: ["a"] }), []],
  ]),
  ["source.ip with CUSTOM", when({ key: "source.ip", values: ["10.0.0.1"] }, custom), []],

  ["an entry without source", { rules: [{ from: [{}] }] }, [`error ${source}`]],
  ["an empty source", from({}), [`error ${source}`]],
  ["a source of empty lists", from({ namespaces: [], principals: [] }), [`error ${source}`]],
  ["an entry without operation", { rules: [{ to: [{}] }] }, [`error ${operation}`]],
  ["an empty operation", to({ ports: [] }), [`error ${operation}`]],
  ["no entries at all", { rules: [{ from: [], to: [] }] }, []],

  ...["ipBlocks", "notIpBlocks", "remoteIpBlocks", "notRemoteIpBlocks"].flatMap(
    (name): RuleCase[] => [
      [
        `wrong ${name}`,
        from({ [name]: ["10.0.0.0/8", "10.0.0/8", "", "host"] }),
        [1, 2, 3].map((index) => `error ${source}.${name}[${index}]`),
      ],
      [`right ${name}`, from({ [name]: ["10.0.0.1", "10.0.0.1/8", "fd00::/8", "::1"] }), []],
    ],
  ),
  ...["serviceAccounts", "notServiceAccounts"].flatMap((name): RuleCase[] => [
    [
      `wrong ${name}`,
      from({ [name]: ["a*", "a/b/c", "/a", "a/"] }),
      [0, 1, 2, 3].map((index) => `error ${source}.${name}[${index}]`),
    ],
    [`right ${name}`, from({ [name]: ["a", "shop/a"] }), []],
  ]),
  ...["trustDomains", "notTrustDomains"].flatMap((name): RuleCase[] => [
    [
      `wrong ${name}`,
      from({ [name]: ["a*b", "*a*", "a/b", "**"] }),
      [0, 1, 2, 3].map((index) => `error ${source}.${name}[${index}]`),
    ],
    [`right ${name}`, from({ [name]: ["*", "a*", "*a", "cluster.local"] }), []],
  ]),
  ...["ports", "notPorts"].flatMap((name): RuleCase[] => [
    [
      `wrong ${name}`,
      to({ [name]: ["65536", "-1", "http", "", "+1", "1.0"] }),
      [0, 1, 2, 3, 4, 5].map((index) => `error ${operation}.${name}[${index}]`),
    ],
    [`right ${name}`, to({ [name]: ["0", "65535", "080"] }), []],
  ]),
  ...["hosts", "notHosts", "methods", "notMethods"].flatMap((name): RuleCase[] => [
    [`an empty ${name}`, to({ [name]: [""] }), [`error ${operation}.${name}[0]`]],
    [`a ${name}`, to({ [name]: ["{a}*"] }), []],
  ]),
  ...["paths", "notPaths"].flatMap((name): RuleCase[] => [
    [
      `wrong ${name}`,
      to({
        [name]: [
          "",
          "/{a}",
          "/{*}a",
          "/{**}/{*}",
          "/{**}/{**}",
          "/{*}/a*",
          "/{*}//a",
          "/a}",
          "/{*}/a b",
        ],
      }),
      [0, 1, 2, 3, 4, 5, 6, 7, 8].map((index) => `error ${operation}.${name}[${index}]`),
    ],
    [
      `right ${name}`,
      to({ [name]: ["/a*", "*", "/a//b c", "/{*}/a/{**}", "/{**}/a", "/{*}/", "/{*}/a-~%20"] }),
      [],
    ],
  ]),

  ["a condition without key", when({ key: "", values: ["a"] }), [`error ${condition}.key`]],
  ["a condition without values", when({ key: "source.ip", values: [] }), [`error ${condition}`]],
  ["a condition with notValues", when({ key: "source.ip", notValues: ["::1"] }), []],
  [
    "an empty value",
    when({ key: "connection.sni", values: [""] }),
    [`error ${condition}.values[0]`],
  ],
  [
    "an empty notValue",
    when({ key: "connection.sni", notValues: ["a", ""] }),
    [`error ${condition}.notValues[1]`],
  ],
  ...["source.ip", "remote.ip", "destination.ip"].flatMap((key): RuleCase[] => [
    [`a wrong ${key}`, when({ key, values: ["a"] }), [`error ${condition}.values[0]`]],
    [`a right ${key}`, when({ key, notValues: ["10.0.0.0/8"] }), []],
  ]),
  [
    "a wrong destination.port",
    when({ key: "destination.port", notValues: ["65536"] }),
    [`error ${condition}.notValues[0]`],
  ],
  ["a right destination.port", when({ key: "destination.port", values: ["80"] }), []],
  [
    "wrong service accounts",
    when({ key: "source.serviceAccount", values: ["a/b/c", "a".repeat(321), "a".repeat(320)] }),
    [`error ${condition}.values[0]`, `error ${condition}.values[1]`],
  ],
  [
    "too many service accounts",
    when({ key: "source.serviceAccount", values: Array(17).fill("a") }),
    [`error ${condition}.values`],
  ],
  [
    "many service accounts",
    when({ key: "source.serviceAccount", values: Array(16).fill("a") }),
    [],
  ],
  ["many principals", when({ key: "source.principal", values: Array(17).fill("a") }), []],
  [
    "a wrong trust domain",
    when({ key: "source.trustDomain", values: ["a*b", "a/b"] }),
    [`error ${condition}.values[0]`],
  ],
  ...[
    "request.headers",
    "request.headers[]",
    "request.auth.claims",
    "request.auth.claims[a",
    "experimental.envoy.filters.a",
    "destination.namespace",
    "destination.labels[app]",
    "destination.name",
    "destination.user",
    "request.path",
    "constructor",
  ].map(
    (key): RuleCase => [`key ${key}`, when({ key, values: ["a"] }), [`error ${condition}.key`]],
  ),
  ...[
    "request.headers[a]",
    "request.auth.claims[a][b]",
    "experimental.envoy.filters.a[b]",
    "request.auth.principal",
    "request.auth.audiences",
    "request.auth.presenter",
    "source.namespace",
  ].map((key): RuleCase => [`key ${key}`, when({ key, values: ["a"] }), []]),

  ["DENY by method", to({ methods: ["GET"] }, deny), ["warning spec.rules[0]"]],
  ["DENY by method and port", to({ methods: ["GET"], ports: ["80"] }, deny), []],
  ["DENY by method and other ports", to({ methods: ["GET"], notPorts: ["80"] }, deny), []],
  ["ALLOW by method", to({ methods: ["GET"] }), []],
  ["DENY by token", from({ requestPrincipals: ["*"] }, deny), ["warning spec.rules[0]"]],
  ["DENY by trust domain", from({ trustDomains: ["a"] }, deny), ["warning spec.rules[0]"]],
  ["DENY by namespace", from({ namespaces: ["a"] }, deny), []],
  [
    "DENY by method of a namespace",
    {
      ...deny,
      rules: [
        {},
        { from: [{ source: { namespaces: ["a"] } }], to: [{ operation: { methods: ["GET"] } }] },
      ],
    },
    ["warning spec.rules[1]"],
  ],
  [
    "DENY by port and token",
    {
      ...deny,
      rules: [
        {
          from: [{ source: { requestPrincipals: ["*"] } }],
          to: [{ operation: { ports: ["80"] } }],
        },
      ],
    },
    [],
  ],
  ["DENY by condition", when({ key: "request.headers[a]", values: ["a"] }, deny), []],

  ["an unknown spec", unknown, []],
  ["an unknown action", { action: unknown, provider: { name: "opa" } }, []],
  ["unknown rules", { ...deny, rules: unknown }, []],
  ["an unknown provider", { action: "CUSTOM", rules: [{}], provider: unknown }, []],
  ["an unknown provider name", { action: "CUSTOM", rules: [{}], provider: { name: unknown } }, []],
  ["an unknown rule", { ...deny, rules: [unknown] }, []],
  [
    "unknown entries",
    { ...deny, rules: [{ from: [unknown], to: [unknown], when: [unknown] }] },
    [],
  ],
  ["an unknown source", from(unknown, deny), []],
  ["unknown lists", from({ ipBlocks: unknown }), []],
  ["unknown values", from({ ipBlocks: [unknown] }, deny), []],
  ["unknown ports", to({ methods: ["GET"], ports: unknown }, deny), []],
  ["an unknown key", when({ key: unknown, values: ["a"] }), []],
  ["unknown condition values", when({ key: "source.ip", values: unknown }), []],
  ["an unknown kind of target", { targetRef: { kind: unknown, name: "a" } }, []],
  ["unknown labels", { selector: { matchLabels: unknown } }, []],

  ["no spec", undefined, []],
  ["nothing of use", { rules: [null, 1, "a"], selector: 1, targetRefs: [null], action: 7 }, []],
  ["null entries", { rules: [{ from: null, to: [null], when: [null] }] }, [`error ${operation}`]],
];

const dryRun = (value: unknown) => ({ annotations: { "istio.io/dry-run": value } });
const dryRunPath = 'error metadata.annotations["istio.io/dry-run"]';

const dryRuns: RuleCase[] = [
  ["true", {}, [], dryRun("true")],
  ["F of a denial", { ...deny, rules: [{}] }, [], dryRun("F")],
  ["yes", {}, [dryRunPath], dryRun("yes")],
  ["true of CUSTOM", { ...custom, rules: [{}] }, [dryRunPath], dryRun("true")],
  ["true of AUDIT", { action: "AUDIT" }, [dryRunPath], dryRun("true")],
  ["true of an unknown action", { action: unknown }, [], dryRun("true")],
  ["an unknown value", {}, [], dryRun(unknown)],
];

ruleCases("rules of AuthorizationPolicy", judged, cases);
ruleCases("a dry run of AuthorizationPolicy", judged, dryRuns);

describe("a finding of AuthorizationPolicy", () => {
  it("says what is allowed instead", () => {
    const { rules, ...policy } = judged;
    const spec = to({ paths: ["/{id}"] });
    const [finding] = rules({ ...policy, metadata: { name: "a" }, spec });
    assert.equal(finding?.value, "/{id}");
    assert.equal(finding?.reason, "braces are allowed as a whole segment, {*} or {**}");
  });
});

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { record } from "../../test/support/record";
import { Waypoint } from "../gateways/waypoint/waypoint";
import { joinProgram } from "../program/join";
import { fact } from "../program/part";
import type { Topic, Topics } from "../program/topics";
import { Authorization } from "./authorization/authorization";
import type { AuthorizationArgs } from "./authorization/authorization-args";
import { JwtAuthentication } from "./jwt/jwt-authentication";
import type { JwtAuthenticationArgs } from "./jwt/jwt-authentication-args";
import { MutualTls } from "./mutual-tls/mutual-tls";
import type { MutualTlsArgs } from "./mutual-tls/mutual-tls-args";

const authorization = (name: string, args: Partial<AuthorizationArgs>) => () =>
  void new Authorization(name, { namespace: "shop", ...args });
const tokens = (args: Partial<JwtAuthenticationArgs>) => () =>
  void new JwtAuthentication("tokens", {
    namespace: "shop",
    jwtRules: [{ issuer: "https://me" }],
    ...args,
  });
const mutualTls = (name: string, args: Partial<MutualTlsArgs>) => () =>
  void new MutualTls(name, { namespace: "shop", ...args });
const said =
  <T extends Topic>(topic: T, key: string[], value: Topics[T], owner = "x") =>
  () =>
    void joinProgram(
      "Other",
      owner,
      { facts: [fact({ topic, key, value, path: "said" })] },
      undefined,
    );
const namespace = (value: Topics["namespace"]) => said("namespace", ["shop"], value, "shop");
const service = (labels: Record<string, string> = {}) =>
  said("service", ["shop", "web"], { ports: [{ port: 80 }], declared: { labels } });
const waypoint =
  (args: Partial<ConstructorParameters<typeof Waypoint>[1]> = {}, name = "way") =>
  () =>
    void new Waypoint(name, { namespace: "shop", name, ...args });
const ambient = namespace({ mode: "ambient" });
const sidecars = namespace({ mode: "sidecar" });
const reads = { rules: [{ to: [{ methods: ["GET"] }] }] };
const toWeb = said("gatewayRoute", [], {
  owner: 'AppGateway "edge"',
  host: "web.shop.svc.cluster.local",
  gateways: ["edge/edge"],
});
const forWeb = { targets: [{ kind: "Service" as const, name: "web" }] };

/** What becomes of a program: the refusal that ends it, or its warnings. */
async function told(...program: (() => void)[]): Promise<string> {
  let refusal: string | undefined;
  const { warnings } = await record(() => {
    try {
      for (const step of program) {
        step();
      }
    } catch (error) {
      refusal = (error as Error).message;
    }
  });
  return refusal ?? warnings.join("\n");
}

const cases: [string, (() => void)[], RegExp | ""][] = [
  [
    "HTTP by labels in a namespace that is ambient",
    [ambient, authorization("a", { ...reads, selector: { app: "web" } })],
    /Authorization "a": .*\n {2}rules\[0\]\.to\[0\]\.methods: \["GET"\] is nothing that ztunnel sees, .* targets, a Service or the waypoint .*the namespace is ambient in this program; .*dataPlaneMode: "sidecar"/,
  ],
  [
    "the same where the namespace comes later",
    [authorization("a", { ...reads, selector: { app: "web" } }), ambient],
    /Other "shop": .*\n {2}said: Authorization "a" relies on it: rules\[0\]\.to\[0\]\.methods .*nothing that ztunnel sees/,
  ],
  [
    "HTTP at Pods with a proxy of their own in an ambient namespace",
    [ambient, authorization("a", { ...reads, selector: { app: "web" }, dataPlaneMode: "sidecar" })],
    "",
  ],
  [
    "HTTP at a gateway in an ambient namespace",
    [
      said("gatewayTopology", [], {
        owner: "IngressGateway",
        namespace: "shop",
        selector: { istio: "ingressgateway" },
      }),
      ambient,
      authorization("a", { ...reads, selector: { istio: "ingressgateway" } }),
    ],
    "",
  ],
  [
    "HTTP by labels in a namespace with sidecars",
    [sidecars, authorization("a", { ...reads, selector: { app: "web" } })],
    "",
  ],
  [
    "a data plane that the namespace does not have",
    [sidecars, authorization("a", { preset: "deny-all", dataPlaneMode: "ambient" })],
    /dataPlaneMode: "ambient" is not how Pods of the program's namespace "shop" are in the mesh: "sidecar"/,
  ],
  [
    "a data plane that it turns out not to have",
    [authorization("a", { preset: "deny-all", dataPlaneMode: "ambient" }), sidecars],
    /Other "shop": .*\n {2}said: Authorization "a" relies on it: .*dataPlaneMode "ambient"/,
  ],
  [
    "a whole namespace that has ambient Pods, as if it had sidecars",
    [ambient, authorization("a", { preset: "deny-all", dataPlaneMode: "sidecar" })],
    /dataPlaneMode: "sidecar" is not how Pods .* "ambient"; choose those that have a proxy/,
  ],
  [
    "a Service as target among sidecars",
    [sidecars, authorization("a", { ...reads, ...forWeb })],
    /targets\[0\]\.kind: "Service" is heeded by waypoints only, and the program's namespace "shop" has mode "sidecar"/,
  ],
  [
    "tokens by labels in an ambient namespace",
    [ambient, tokens({ selector: { app: "web" } })],
    /JwtAuthentication "tokens": .*\n {2}targets: is missing; the namespace is "ambient", where only waypoints see tokens/,
  ],
  [
    "tokens by labels where the namespace comes later",
    [tokens({ selector: { app: "web" } }), ambient],
    /Other "shop": .*\n {2}said: JwtAuthentication "tokens" relies on it: namespace has no targets, and only waypoints see tokens/,
  ],
  [
    "plain text alone in an ambient namespace",
    [ambient, mutualTls("m", { mode: "DISABLE" })],
    /MutualTls "m": .*\n {2}mode: "DISABLE" has no effect on Pods in ambient mode/,
  ],
  [
    "plain text alone where the namespace comes later",
    [mutualTls("m", { mode: "DISABLE" }), ambient],
    /Other "shop": .*\n {2}said: MutualTls "m" relies on it: mode "DISABLE" has no effect/,
  ],
  [
    "a target that has no waypoint",
    [ambient, service(), authorization("a", { ...reads, ...forWeb })],
    /^Authorization "a": targets\[0\]: is Service shop\/web, which has no waypoint in this program; without one nothing enforces the policy: declare a Waypoint for shop/,
  ],
  [
    "a target with a waypoint through which nothing goes",
    [waypoint(), authorization("a", { ...reads, ...forWeb })],
    /^Authorization "a": targets\[0\]: .*: Waypoint "way" is there, but nothing sends requests through it: set its enrol/,
  ],
  [
    "a target whose waypoint comes after the policy",
    [authorization("a", { ...reads, ...forWeb }), waypoint({ enrol: true })],
    "",
  ],
  [
    "a target whose waypoint is for it",
    [waypoint({ enrolServices: ["web"] }), authorization("a", { ...reads, ...forWeb })],
    "",
  ],
  [
    "a target whose namespace names a waypoint",
    [
      namespace({ mode: "ambient", waypoint: { namespace: "shop", name: "way" } }),
      waypoint(),
      authorization("a", { ...reads, ...forWeb }),
    ],
    "",
  ],
  [
    "a target that names a waypoint",
    [service({ "istio.io/use-waypoint": "way" }), authorization("a", { ...reads, ...forWeb })],
    "",
  ],
  [
    "a target that wants no waypoint",
    [
      waypoint({ enrol: true }),
      service({ "istio.io/use-waypoint": "none" }),
      authorization("a", { ...reads, ...forWeb }),
    ],
    /targets\[0\]: is Service shop\/web, whose label istio.io\/use-waypoint says "none"/,
  ],
  [
    "a target whose waypoint takes no requests to Services",
    [
      waypoint({ enrol: true, waypointFor: "workload" }),
      authorization("a", { ...reads, ...forWeb }),
    ],
    /targets\[0\]: is a Service, and Waypoint "way" is for "workload"/,
  ],
  [
    "a target to which a gateway sends requests past the waypoint",
    [waypoint({ enrol: true }), toWeb, authorization("a", { ...reads, ...forWeb })],
    /^Authorization "a": targets\[0\]: is Service shop\/web, to which AppGateway "edge" sends requests past the waypoint/,
  ],
  [
    "a target to which a gateway sends requests through the waypoint",
    [
      waypoint({ enrol: true, ingressUseWaypoint: true }),
      toWeb,
      authorization("a", { ...reads, ...forWeb }),
    ],
    "",
  ],
  [
    "tokens for a target without a waypoint",
    [tokens(forWeb)],
    /^JwtAuthentication "tokens": targets\[0\]: is Service shop\/web, which has no waypoint/,
  ],
  [
    "a denial for the mesh before waypoints",
    [waypoint(), authorization("base", { namespace: "istio-system", preset: "allow-nothing" })],
    /^Authorization "base": preset: lets no connection of Waypoint "way" through .* namespace shop with rules: \[\{ from: \[\{ serviceAccounts: \["shop\/way"\] \}\] \}\]\nAuthorization "base": preset: holds at Pods and at no waypoint, .*GatewayClass/,
  ],
  [
    "the same with all that belongs to it",
    [
      authorization("base", { namespace: "istio-system", preset: "allow-nothing" }),
      authorization("base-at-waypoints", {
        namespace: "istio-system",
        preset: "allow-nothing",
        targets: [{ kind: "GatewayClass", name: "istio-waypoint" }],
      }),
      authorization("way", { rules: [{ from: [{ serviceAccounts: ["way"] }] }] }),
      waypoint(),
    ],
    "",
  ],
  [
    "a list of callers that leaves the waypoint out",
    [
      ambient,
      waypoint(),
      authorization("a", { rules: [{ from: [{ serviceAccounts: ["edge/gateway"] }] }] }),
    ],
    /^Authorization "a": rules: lets no connection of Waypoint "way" through to the Pods/,
  ],
  [
    "a list of callers among sidecars",
    [
      sidecars,
      waypoint(),
      authorization("a", { rules: [{ from: [{ serviceAccounts: ["edge/gateway"] }] }] }),
    ],
    "",
  ],
  [
    "HTTP for the whole mesh, part of which is ambient",
    [authorization("a", { namespace: "istio-system", ...reads }), ambient],
    /^Authorization "a": rules\[0\]\.to\[0\]\.methods: is for the whole mesh, and some of its namespaces are ambient: .*nothing that ztunnel sees/,
  ],
  [
    "a waypoint that nothing declares, as the only way",
    [authorization("a", { onlyThroughWaypoint: "way" })],
    /^Authorization "a": onlyThroughWaypoint: "way" is a waypoint that nothing in this program declares/,
  ],
  [
    "a waypoint that is declared, as the only way",
    [authorization("a", { onlyThroughWaypoint: "way" }), waypoint({ enrol: true })],
    "",
  ],
  [
    "a denial by identity where plain text is let in",
    [
      mutualTls("m", { mode: "PERMISSIVE" }),
      authorization("a", { action: "DENY", rules: [{ from: [{ namespaces: ["evil"] }] }] }),
    ],
    /^Authorization "a": rules\[0\]\.from\[0\]\.namespaces: is an identity, and MutualTls "m" lets in plain text/,
  ],
  [
    "a denial by identity where the namespace is stricter than the mesh",
    [
      mutualTls("mesh", { namespace: "istio-system", mode: "PERMISSIVE" }),
      mutualTls("m", {}),
      authorization("a", { action: "DENY", rules: [{ from: [{ namespaces: ["evil"] }] }] }),
    ],
    "",
  ],
  [
    "two modes for workloads of one namespace",
    [mutualTls("m", {}), mutualTls("n", { name: "other", mode: "PERMISSIVE" })],
    /MutualTls "n": .*\n {2}namespace: mutual TLS of shop belongs to MutualTls "m" already; Istio heeds the older/,
  ],
  [
    "two modes for some workloads in common",
    [
      mutualTls("m", { selector: { app: "web" } }),
      mutualTls("n", { selector: { app: "web", version: "v1" }, mode: "PERMISSIVE" }),
    ],
    /MutualTls "n": .*\n {2}selector: chooses Pods with app=web,version=v1, which MutualTls "m" chooses by app=web too: .*\(KIA0003\)/,
  ],
  [
    "modes for a namespace and for some of it",
    [mutualTls("m", {}), mutualTls("n", { selector: { app: "web" }, mode: "PERMISSIVE" })],
    "",
  ],
  [
    "mutual TLS where nobody has a proxy",
    [said("namespace", ["shop"], { mode: "none" }), mutualTls("m", {})],
    /^MutualTls "m": namespace: "shop" has mode "none" in this program/,
  ],
  [
    "two waypoints for one namespace",
    [waypoint({ enrol: true }), waypoint({ enrol: true }, "other")],
    /Waypoint "other": .*\n {2}enrol: waypoint of namespace shop belongs to Waypoint "way" already; .*canaryWeight/,
  ],
  [
    "a second waypoint that takes a share",
    [waypoint({ enrol: true }), waypoint({ enrol: true, canaryWeight: 10 }, "other")],
    "",
  ],
  [
    "two waypoints for one Service",
    [waypoint({ enrolServices: ["web"] }), waypoint({ enrolServices: ["web"] }, "other")],
    /Waypoint "other": .*\n {2}enrolServices\[0\]: waypoint of Service shop\/web belongs to Waypoint "way"/,
  ],
  [
    "a waypoint with the name of a Service",
    [service(), waypoint({}, "web")],
    /Waypoint "web": .*\n {2}name: is a Service of the program already/,
  ],
  [
    "a waypoint that enrols a namespace of sidecars",
    [sidecars, waypoint({ enrol: true })],
    /Waypoint "way": .*\n {2}enrol: labels a namespace of mode "sidecar"/,
  ],
  [
    "a waypoint that enrols a namespace with one",
    [waypoint({ enrol: true }), namespace({ waypoint: { namespace: "shop", name: "way" } })],
    /Other "shop": .*\n {2}said: Waypoint "way" relies on it: enrol labels a namespace that names waypoint "way"/,
  ],
];

describe("policies of one program", () => {
  for (const [what, program, expected] of cases) {
    it(`${expected === "" ? "nothing is said of" : "tell of"} ${what}`, async () => {
      const text = await told(...program);
      if (expected === "") {
        assert.equal(text, "");
      } else {
        assert.match(text, expected);
      }
    });
  }
});

describe("authorizers of one program", () => {
  const asks = (name: string, provider: string, args: Partial<AuthorizationArgs> = {}) =>
    authorization(name, { action: "CUSTOM", provider, ...reads, ...args });
  const second =
    /Authorization "b": .*\n {2}provider: "keys" is a second authorizer for all of shop, about which Authorization "a" asks "login" already: .*one authorizer .*PILOT_ENABLE_MULTIPLE_CUSTOM_AUTHZ_PROVIDERS/;

  it("are not two for the same workloads", async () => {
    assert.match(await told(asks("a", "login"), asks("b", "keys")), second);
  });

  it("are not two for some workloads in common, in the namespace or in the mesh", async () => {
    const some = { selector: { app: "web" } };
    assert.match(
      await told(asks("a", "login"), asks("b", "keys", some)),
      /"keys" is a second authorizer for all of shop/,
    );
    const mesh = { namespace: "istio-system" };
    assert.match(
      await told(asks("a", "login", some), asks("b", "keys", mesh)),
      /"keys" is a second authorizer for app=web in shop/,
    );
  });

  it("may be two where labels exclude each other, or istiod takes several", async () => {
    const [web, api] = ["web", "api"].map((app) => ({ selector: { app } }));
    assert.equal(await told(asks("a", "login", web), asks("b", "keys", api)), "");
    const several = { multipleProviders: true };
    assert.equal(await told(asks("a", "login"), asks("b", "keys", several)), "");
  });

  it("may be one for two policies", async () => {
    const rules = [{ to: [{ methods: ["PUT"] }] }];
    assert.equal(await told(asks("a", "login"), asks("b", "login", { rules })), "");
  });

  it("are doubted where the labels show too little", async () => {
    const [web, front] = [{ selector: { app: "web" } }, { selector: { tier: "front" } }] as const;
    assert.match(
      await told(asks("a", "login", web), asks("b", "keys", front)),
      /^Authorization "b": provider: "keys" may be a second authorizer for some workloads of app=web in shop/,
    );
  });
});

describe("an authorizer that the program's control plane does not know", () => {
  const plane = (more: object = {}) =>
    said("controlPlane", ["default"], { owner: 'ControlPlane "mesh"', ...more } as never, "plane");
  const asks = authorization("a", { preset: "custom-all", provider: "opa" });
  const opa = said("extensionProvider", ["opa"], { name: "opa" } as never, "provider");

  it("is told of, wherever that stands", async () => {
    const text =
      /^Authorization "a": provider: "opa" is none of the extensionProviders that ControlPlane "mesh" declares/;
    assert.match(await told(plane(), asks), text);
    assert.match(await told(asks, plane()), text);
  });

  it("is none where it knows it, or knows them only later, or is another program's", async () => {
    assert.equal(await told(asks, plane(), opa), "");
    assert.equal(await told(asks, plane({ providersArriveLater: true })), "");
    assert.equal(await told(asks), "");
  });

  it("may stand beside others where istiod takes several", async () => {
    const second = authorization("b", { preset: "custom-all", provider: "keys" });
    const several = plane({ multipleAuthorizers: true, providersArriveLater: true });
    assert.equal(await told(several, asks, second), "");
  });
});

describe("policies of a Service that has a canary", () => {
  const canary = said("canaryServices", ["shop", "web"], {
    owner: 'Canary "web"',
    names: ["web-v1", "web-v2"],
  });
  const names = async (policy: () => void, kind: string): Promise<string[]> => {
    const seen = await record(() => {
      canary();
      policy();
    });
    return seen.resources
      .filter(({ type }) => type.endsWith(`:${kind}`))
      .flatMap(({ inputs }) => inputs.spec.targetRefs.map(({ name }: { name: string }) => name));
  };

  it("hold for the Services of its versions", async () => {
    assert.deepEqual(
      await names(authorization("a", { ...reads, ...forWeb }), "AuthorizationPolicy"),
      ["web", "web-v1", "web-v2"],
    );
    assert.deepEqual(await names(tokens(forWeb), "RequestAuthentication"), [
      "web",
      "web-v1",
      "web-v2",
    ]);
  });

  it("are told when the canary comes later", async () => {
    assert.match(
      await told(authorization("a", { ...reads, ...forWeb }), canary),
      /Other "x": .*\n {2}said: Authorization "a" relies on it: targets\[0\]\.name is the Service web, and the policy would not hold for web-v1, web-v2, .*declare the canary before it/,
    );
  });

  it("are told when the waypoint enrols the Service and not its versions", async () => {
    const policy = authorization("a", { ...reads, ...forWeb });
    assert.match(
      await told(canary, waypoint({ enrolServices: ["web"] }), policy),
      /^Authorization "a": targets\[0\]: is Service shop\/web, of which Canary "web" has made web-v1, web-v2: Waypoint "way" enrols none of these/,
    );
    assert.equal(await told(canary, waypoint({ enrol: true }), policy), "");
    const all = ["web", "web-v1", "web-v2"];
    assert.equal(await told(canary, waypoint({ enrolServices: all }), policy), "");
  });

  it("do not outgrow the object", async () => {
    const targets = Array.from({ length: 15 }, (_, i) => ({
      kind: "Service" as const,
      name: i === 0 ? "web" : `other-${i}`,
    }));
    assert.match(
      await told(canary, authorization("a", { ...reads, targets })),
      /targets: has 17 entries with the Services web-v1, web-v2 of versions, .*; allowed: 1 to 16/,
    );
  });
});

describe("preflights at a gateway with CORS", () => {
  const labels = { istio: "ingressgateway" };
  const cors = said("cors", [], { owner: 'AppGateway "api"', hosts: ["a.b"], labels });
  const required = { namespace: "istio-ingress", selector: labels, require: true };
  const rulesOf = async (...program: (() => void)[]): Promise<unknown[]> => {
    const seen = await record(() => {
      for (const step of program) {
        step();
      }
    });
    return seen.resources.find(({ type }) => type.endsWith(":AuthorizationPolicy"))?.inputs.spec
      .rules;
  };

  it("pass by default", async () => {
    assert.equal((await rulesOf(cors, tokens(required))).length, 3);
    assert.equal(
      (await rulesOf(cors, tokens({ ...required, selector: { istio: "other" } }))).length,
      1,
    );
    assert.equal((await rulesOf(cors, tokens({ ...required, allowPreflight: false }))).length, 1);
    assert.equal((await rulesOf(tokens({ ...required, allowPreflight: true }))).length, 3);
  });

  it("are told of when the routes come later", async () => {
    assert.match(
      await told(tokens(required), cors),
      /JwtAuthentication "tokens": require: refuses the preflight .* routes of AppGateway "api".*allowPreflight: true/,
    );
    assert.doesNotMatch(
      await told(tokens({ ...required, allowPreflight: false }), cors),
      /preflight/,
    );
  });
});

describe("allow lists and denials at a gateway with CORS", () => {
  const labels = { istio: "ingressgateway" };
  const cors = said("cors", [], { owner: 'AppGateway "api"', hosts: ["a.b"], labels });
  const preflight = {
    to: [{ methods: ["OPTIONS"] }],
    when: [{ header: "origin", values: ["*"] }],
  };
  const withToken = { from: [{ requestPrincipals: ["*"] }] };
  const cases: [string, Partial<AuthorizationArgs>, boolean][] = [
    ["a list that wants tokens", { rules: [withToken] }, true],
    ["a list that wants claims", { rules: [{ when: [{ claim: "a", values: ["b"] }] }] }, true],
    ["a list of methods", { rules: [{ to: [{ methods: ["GET", "PUT"] }] }] }, true],
    ["a list with a rule for preflights", { rules: [withToken, preflight] }, false],
    ["a list of hosts", { rules: [{ to: [{ hosts: ["a.b"] }] }] }, false],
    [
      "a denial of what has no token",
      { action: "DENY", rules: [{ from: [{ notRequestPrincipals: ["*"] }] }] },
      true,
    ],
    [
      "the same but for OPTIONS",
      {
        action: "DENY",
        rules: [{ from: [{ notRequestPrincipals: ["*"] }], to: [{ notMethods: ["OPTIONS"] }] }],
      },
      false,
    ],
    ["a list somewhere else", { rules: [withToken], selector: { istio: "other" } }, false],
    ["a list that decides nothing", { rules: [withToken], dryRun: true }, false],
  ];
  for (const [what, args, isTold] of cases) {
    it(`${isTold ? "tell of" : "nothing is said of"} ${what}`, async () => {
      const list = authorization("a", { namespace: "edge", selector: labels, ...args });
      const text = await told(list, cors);
      const expected = /Authorization "a": rules: let no preflight pass .* AppGateway "api"/;
      assert.equal(expected.test(text), isTold, text);
    });
  }
});

describe("handles of security components", () => {
  it("say their names at once", async () => {
    const late = pulumi.output("shop");
    assert.match(
      await told(
        () =>
          void new MutualTls("m", {
            namespace: new MutualTls("n", { namespace: "shop" }).namespace,
          }),
      ),
      /MutualTls "m": .*\n {2}name: PeerAuthentication shop\/default belongs to MutualTls "n"/,
    );
    assert.equal(await told(() => void new MutualTls("m", { namespace: late })), "");
  });
});

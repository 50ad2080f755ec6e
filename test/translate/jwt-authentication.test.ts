import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { JwtAuthentication, type JwtAuthenticationArgs, type JwtIssuer } from "../../components";
import { httpFilter } from "../support/envoy";
import { atSidecar, atWaypoint, chainOf } from "../support/policy-world";
import { rbacRules } from "../support/rbac";
import type { Envoy, ProxyConfig } from "../support/translate";

const jwks = '{"keys":[{"kty":"EC","crv":"P-256","x":"AAAA","y":"AAAA"}]}';
const program =
  (issuer: Partial<JwtIssuer>, args: Partial<JwtAuthenticationArgs> = {}) =>
  () =>
    void new JwtAuthentication("login", {
      namespace: "shop",
      jwtRules: [{ issuer: "https://me", jwks, ...issuer }],
      ...args,
    });
const jwt = "envoy.filters.http.jwt_authn";
const filterAt = (config: ProxyConfig) => httpFilter(config, "virtualInbound", jwt);
const provider = async (issuer: Partial<JwtIssuer>): Promise<Envoy> =>
  filterAt(await atSidecar(program(issuer))).providers["origins-0"];

describe("[JwtAuthentication: translated] an issuer, as Envoy checks its tokens", () => {
  it("by name and keys, without handing the token on", async () => {
    const one = await provider({});
    assert.equal(one.issuer, "https://me");
    assert.equal(one.localJwks.inlineString, jwks);
    assert.equal(one.forward, undefined);
  });

  const fields: [string, Partial<JwtIssuer>, Envoy][] = [
    ["audiences", { audiences: ["shop"] }, { audiences: ["shop"] }],
    [
      "headers",
      { fromHeaders: [{ name: "x-token", prefix: "Token " }] },
      { fromHeaders: [{ name: "x-token", valuePrefix: "Token " }], fromParams: undefined },
    ],
    ["parameters", { fromParams: ["token"] }, { fromParams: ["token"], fromHeaders: undefined }],
    ["cookies", { fromCookies: ["session"] }, { fromCookies: ["session"] }],
    ["the token for the workload", { forwardOriginalToken: true }, { forward: true }],
    [
      "the payload for the workload",
      { outputPayloadToHeader: "x-payload" },
      { forwardPayloadHeader: "x-payload" },
    ],
    [
      "claims for the workload",
      { outputClaimToHeaders: [{ header: "x-user", claim: "sub" }] },
      { claimToHeaders: [{ headerName: "x-user", claimName: "sub" }] },
    ],
    [
      "claims that hold lists",
      { spaceDelimitedClaims: ["roles"] },
      { normalizePayloadInMetadata: { spaceDelimitedClaims: ["permission", "roles", "scope"] } },
    ],
  ];
  for (const [what, issuer, expected] of fields) {
    it(what, async () => {
      const one = await provider(issuer);
      for (const [field, value] of Object.entries(expected)) {
        assert.deepEqual(one[field], value, field);
      }
    });
  }

  it("next to other issuers, of which one has to fit", async () => {
    const jwtRules = ["https://a", "https://b"].map((issuer) => ({ issuer, jwks }));
    const { providers } = filterAt(await atSidecar(program({}, { jwtRules })));
    assert.deepEqual(
      Object.values<Envoy>(providers).map(({ issuer }) => issuer),
      ["https://a", "https://b"],
    );
  });

  it("with keys that istiod fetches, so that Envoy needs none of the issuer's addresses", async () => {
    const jwksUri = "http://127.0.0.1:1/keys";
    const one = await provider({ jwks: undefined, jwksUri, timeout: "1s" });
    assert.ok(one.localJwks.inlineString);
    assert.equal(JSON.stringify(one).includes("127.0.0.1"), false);
  });

  describe("whose server is slow", () => {
    let server: Server;
    before((done) => {
      const later = 1500;
      server = createServer((_, answer) => void setTimeout(() => answer.end(jwks), later));
      server.listen(0, "127.0.0.1", done);
    });
    after((done) => {
      server.closeAllConnections();
      server.close(done);
    });

    for (const [what, timeout, fetched] of [
      ["with its keys, when the timeout is longer than that", "10s", true],
      ["with keys that fit no token, when the timeout is shorter", "100ms", false],
    ] as const) {
      it(what, async () => {
        const { port } = server.address() as AddressInfo;
        const jwksUri = `http://127.0.0.1:${port}/${timeout}`;
        const one = await provider({ jwks: undefined, jwksUri, timeout });
        assert.equal(one.localJwks.inlineString === jwks, fetched);
      });
    }
  });
});

describe("[JwtAuthentication: translated] whether a token is needed", () => {
  it("not on its own", async () => {
    const config = await atSidecar(program({}));
    assert.deepEqual(filterAt(config).rules[0].requires.requiresAny.requirements, [
      { providerName: "origins-0" },
      { allowMissing: {} },
    ]);
    assert.deepEqual(rbacRules(config, "virtualInbound"), {});
  });

  const missing = /^not .*jwt_authn.*"key":"(iss|sub)".*\.\+/;

  it("when it is required", async () => {
    const config = await atSidecar(program({}, { require: true }));
    const { action } = httpFilter(config, "virtualInbound", "envoy.filters.http.rbac").rules;
    assert.equal(action, "DENY");
    const [rule] = Object.values(rbacRules(config, "virtualInbound"));
    assert.deepEqual(rule?.permissions, ['{"any":true}']);
    assert.equal(rule?.principals.length, 2);
    for (const principal of rule?.principals ?? []) {
      assert.match(principal, missing);
    }
  });

  it("not for exempt paths and other ports", async () => {
    const args = { require: true, exemptPaths: ["/healthz", "/public/*"], ports: [8080] };
    const config = await atSidecar(program({}, args));
    assert.deepEqual(rbacRules(config, "virtualInbound"), {
      "ns[shop]-policy[login-require-token]-rule[0]": {
        permissions: [
          'not {"urlPath":{"path":{"exact":"/healthz"}}}',
          'not {"urlPath":{"path":{"prefix":"/public/"}}}',
          '{"destinationPort":8080}',
        ],
        principals: Object.values(rbacRules(config, "virtualInbound"))[0]?.principals,
      },
    });
  });
});

describe("[JwtAuthentication: translated] where it holds", () => {
  it("only at Pods that the selector fits", async () => {
    const other = await atSidecar(program({}, { selector: { app: "other" } }));
    assert.equal(filterAt(other), undefined);
    assert.ok(filterAt(await atSidecar(program({}, { selector: { app: "web" } }))));
  });

  it("only for the Service that is the target, at its waypoint, with its requirement", async () => {
    const targets = [{ kind: "Service", name: "web" }] as const;
    const args = { require: true, targets: [...targets], name: "sso" };
    const config = await atWaypoint(program({}, args));
    assert.ok(httpFilter(config, "main_internal", jwt, chainOf("web")));
    assert.deepEqual(Object.keys(rbacRules(config, "main_internal", chainOf("web"))), [
      "ns[shop]-policy[sso-require-token]-rule[0]",
    ]);
    assert.equal(httpFilter(config, "main_internal", jwt, chainOf("other")), undefined);
    assert.deepEqual(rbacRules(config, "main_internal", chainOf("other")), {});
  });
});

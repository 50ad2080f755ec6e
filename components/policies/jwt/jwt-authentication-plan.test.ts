import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { settled } from "../../../test/support/record";
import type { JwtAuthenticationArgs, JwtIssuer } from "./jwt-authentication-args";
import { jwtAuthenticationPlan } from "./jwt-authentication-plan";

const issuer: JwtIssuer = { issuer: "https://id.example.com" };
const plan = (args: Partial<JwtAuthenticationArgs> = {}) =>
  jwtAuthenticationPlan("login", { namespace: "shop", jwtRules: [issuer], ...args });
const key = { kty: "EC", crv: "P-256", x: "AAAA", y: "AAAA" };
const keySet = (more: object = {}) => JSON.stringify({ keys: [{ ...key, ...more }] });

describe("the plan of a JWT authentication", () => {
  it("checks tokens, and lets requests without one pass", () => {
    const { authentication, requirement } = plan({ selector: { app: "web" } });
    assert.deepEqual(authentication, {
      name: "login",
      namespace: "shop",
      labels: undefined,
      annotations: undefined,
      spec: {
        selector: { matchLabels: { app: "web" } },
        jwtRules: [{ issuer: "https://id.example.com" }],
      },
    });
    assert.equal(requirement, undefined);
  });

  it("hands on everything that is said of an issuer", () => {
    const full: JwtIssuer = {
      issuer: "me",
      jwks: keySet(),
      audiences: ["shop"],
      fromHeaders: [{ name: "x-token", prefix: "Token " }],
      fromParams: ["token"],
      fromCookies: ["session"],
      forwardOriginalToken: false,
      outputPayloadToHeader: "x-payload",
      outputClaimToHeaders: [{ header: "x-user", claim: "sub" }],
      spaceDelimitedClaims: ["roles"],
      timeout: "2s",
    };
    assert.deepEqual(plan({ jwtRules: [full] }).authentication.spec, { jwtRules: [full] });
  });

  it("refuses requests without a token when one is required", () => {
    const targets = [{ kind: "Service", name: "web" }] as const;
    const { requirement } = plan({ require: true, targets: [...targets] });
    assert.deepEqual(requirement, {
      name: "login-require-token",
      namespace: "shop",
      labels: undefined,
      annotations: undefined,
      spec: {
        action: "DENY",
        targetRefs: [{ group: "", kind: "Service", name: "web" }],
        rules: [{ from: [{ source: { notRequestPrincipals: ["*"] } }] }],
      },
    });
  });

  it("exempts paths, and leaves other ports alone", () => {
    const { requirement } = plan({ require: true, exemptPaths: ["/healthz"], ports: [8080] });
    assert.deepEqual(requirement?.spec.rules?.[0]?.to, [
      { operation: { notPaths: ["/healthz"], ports: ["8080"] } },
    ]);
  });
});

describe("a JWT authentication that lets preflights pass", () => {
  it("refuses everything else without a token, at its ports and but for its paths", () => {
    const { requirement } = plan({
      require: true,
      allowPreflight: true,
      exemptPaths: ["/healthz"],
      ports: [8080],
    });
    const from = [{ source: { notRequestPrincipals: ["*"] } }];
    const operation = { ports: ["8080"], notPaths: ["/healthz"] };
    const lacks = (header: string) => ({
      from,
      to: [{ operation }],
      when: [{ key: `request.headers[${header}]`, notValues: ["*"] }],
    });
    assert.deepEqual(requirement?.spec.rules, [
      { from, to: [{ operation: { ...operation, notMethods: ["OPTIONS"] } }] },
      lacks("access-control-request-method"),
      lacks("origin"),
    ]);
  });

  it("says so of no paths and ports in particular", () => {
    const { requirement } = plan({ require: true, allowPreflight: true });
    const from = [{ source: { notRequestPrincipals: ["*"] } }];
    assert.deepEqual(requirement?.spec.rules?.[0], {
      from,
      to: [{ operation: { notMethods: ["OPTIONS"] } }],
    });
  });

  it("takes lists that another stack hands over", async () => {
    const { requirement } = plan({
      require: true,
      exemptPaths: pulumi.output(["/healthz"]),
      ports: pulumi.output([8080]),
    });
    const [rule] = (await settled(pulumi.output(requirement?.spec)))?.rules ?? [];
    assert.deepEqual(rule?.to, [{ operation: { ports: ["8080"], notPaths: ["/healthz"] } }]);
  });
});

describe("a JWT authentication refuses", () => {
  const refused: [string, Partial<JwtAuthenticationArgs>, RegExp][] = [
    [
      "preflights where no token is needed",
      { allowPreflight: true },
      /allowPreflight: true would not be used; set require to true/,
    ],
    [
      "to exempt whatever ends in some way",
      { require: true, exemptPaths: ["*.css"] },
      /exemptPaths\[0\]: "\*\.css" would exempt whatever ends so, such as "\/admin;\.css"/,
    ],
    [
      "to exempt a query",
      { require: true, exemptPaths: ["/a?b"] },
      /exemptPaths\[0\]: .*the query is no part/,
    ],
    ["no issuer at all", { jwtRules: [] }, /jwtRules: is empty; name the issuers/],
    [
      "an issuer without name",
      { jwtRules: [{ issuer: "" }] },
      /jwtRules\[0\]\.issuer: "" is no issuer/,
    ],
    [
      "keys from two places",
      { jwtRules: [{ ...issuer, jwks: keySet(), jwksUri: "https://id.example.com/keys" }] },
      /jwtRules\[0\].*jwks/,
    ],
    [
      "an address of keys that is none",
      { jwtRules: [{ ...issuer, jwksUri: "id.example.com/keys" }] },
      /jwtRules\[0\]\.jwksUri: "id.example.com\/keys"/,
    ],
    [
      "keys that are none",
      { jwtRules: [{ ...issuer, jwks: "secret" }] },
      /jwtRules\[0\]\.jwks: .*a JSON Web Key Set is expected/,
    ],
    [
      "a set without keys",
      { jwtRules: [{ ...issuer, jwks: '{"keys":[]}' }] },
      /jwtRules\[0\]\.jwks: has no key in it, so that every token/,
    ],
    [
      "a private key, without showing it",
      { jwtRules: [{ ...issuer, jwks: keySet({ d: "AAAA" }) }] },
      /jwtRules\[0\]\.jwks: key 0 of "keys" is a private one(?!.*AAAA)/,
    ],
    [
      "a header that is none",
      { jwtRules: [{ ...issuer, outputClaimToHeaders: [{ header: "x user", claim: "sub" }] }] },
      /jwtRules\[0\]\.outputClaimToHeaders\[0\]\.header: "x user"/,
    ],
    [
      "a time that is none",
      { jwtRules: [{ ...issuer, timeout: "5" }] },
      /jwtRules\[0\]\.timeout: "5"/,
    ],
    [
      "exempt paths when nothing is required",
      { exemptPaths: ["/healthz"] },
      /exemptPaths: \["\/healthz"\] would not be used; set require to true/,
    ],
    ["no exempt path", { require: true, exemptPaths: [] }, /exemptPaths: is empty; leave it out/],
    [
      "a port out of range",
      { require: true, ports: [99999] },
      /ports\[0\]: "99999": is not a whole number between 0 and 65535/,
    ],
    [
      "Pods in ambient mode",
      { dataPlaneMode: "ambient", selector: { app: "web" } },
      /targets: is missing; dataPlaneMode is "ambient", where only waypoints see tokens.*\(KIA1115\)/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }
});

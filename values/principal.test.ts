import assert from "node:assert/strict";
import {
  isPrincipalOf,
  issuerIn,
  principalOf,
  principalProblem,
  requestPrincipalProblem,
  serviceAccountProblem,
  trustDomainProblem,
} from "./principal";

describe("a principal", () => {
  it("is written as mutual TLS proves it", () => {
    assert.equal(principalOf("td", "shop", "web"), "td/ns/shop/sa/web");
  });

  it("is known again in any trust domain, and by a pattern in the mesh's own", () => {
    const all = ["td/ns/shop/sa/web", "*", "cluster.local/ns/shop/*", "td/ns/shop/*", "*/sa/web"];
    assert.deepEqual(
      all.filter((principal) => isPrincipalOf(principal, "shop", "web")),
      ["td/ns/shop/sa/web", "*", "cluster.local/ns/shop/*", "*/sa/web"],
    );
    assert.equal(isPrincipalOf("td/ns/shop/sa/web", "shop", "eb"), false);
  });

  it("has no scheme", () => {
    assert.equal(
      principalProblem("spiffe://td/ns/shop/sa/web"),
      'fits nobody, since Istio writes spiffe:// before it; write "td/ns/shop/sa/web"',
    );
    assert.equal(principalProblem("td/ns/shop/sa/web"), undefined);
  });
});

describe("a service account of a policy", () => {
  it("is named in full", () => {
    const text = 'is not a service account; write "name" or "namespace/name"';
    assert.deepEqual(["web", "shop/web"].map(serviceAccountProblem), [undefined, undefined]);
    assert.deepEqual(["a/b/c", "/web", "shop/", ""].map(serviceAccountProblem), [
      text,
      text,
      text,
      text,
    ]);
    assert.equal(
      serviceAccountProblem("*"),
      'is not a service account, which is named in full, without "*"',
    );
    assert.equal(serviceAccountProblem("ä".repeat(160)), undefined);
    assert.equal(
      serviceAccountProblem("ä".repeat(161)),
      "is not a service account, which has at most 320 bytes",
    );
  });
});

describe("a trust domain of a policy", () => {
  it("has no slash, and at most one star at an end", () => {
    const all = ["td", "*", "td*", "a/b", "a*b"];
    assert.deepEqual(
      all.filter((domain) => trustDomainProblem(domain) !== undefined),
      ["a/b", "a*b"],
    );
  });
});

describe("the identity in a token", () => {
  it("is an issuer and a subject", () => {
    assert.equal(requestPrincipalProblem("https://a/me"), undefined);
    assert.equal(requestPrincipalProblem("*"), undefined);
    assert.equal(
      requestPrincipalProblem("me"),
      'fits no token; write "<issuer>/<subject>", or "me/*" for all of an issuer',
    );
  });

  it("begins with its issuer", () => {
    assert.equal(issuerIn("https://a/b/me"), "https://a/b");
  });
});

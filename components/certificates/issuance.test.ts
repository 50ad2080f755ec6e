import assert from "node:assert/strict";
import { ArgumentCheck } from "../../arguments/argument-check";
import { checkedIssuance, issuanceSpec } from "./issuance";
import type { Issuance } from "./issuance-args";

const spec = (issuance: Partial<Issuance>) => {
  const check = new ArgumentCheck("GatewayCertificate", "x");
  const checked = checkedIssuance(check, "issued", { issuer: { name: "ca" }, ...issuance });
  check.done();
  return issuanceSpec(checked);
};

describe("what is asked of cert-manager", () => {
  it("is a certificate of the issuer beside it, and else cert-manager's own choice", () => {
    assert.deepEqual(spec({}), {
      issuerRef: { name: "ca", kind: "Issuer", group: "cert-manager.io" },
    });
  });

  it("has every setting that was given", () => {
    assert.deepEqual(
      spec({
        issuer: { name: "ca", kind: "ClusterIssuer" },
        duration: "24h",
        renewBefore: "8h30m",
        privateKey: { algorithm: "ECDSA", size: 384 },
      }),
      {
        issuerRef: { name: "ca", kind: "ClusterIssuer", group: "cert-manager.io" },
        duration: "24h",
        renewBefore: "8h30m",
        privateKey: { algorithm: "ECDSA", size: 384 },
      },
    );
  });

  it("knows nothing of the kinds of other groups", () => {
    assert.deepEqual(spec({ issuer: { name: "a", kind: "AWSPCAIssuer", group: "pca.aws" } }), {
      issuerRef: { name: "a", kind: "AWSPCAIssuer", group: "pca.aws" },
    });
  });

  const refused: [string, Partial<Issuance>, RegExp][] = [
    [
      "an unknown kind of issuer",
      { issuer: { name: "a", kind: "clusterissuer" } },
      /issued.issuer.kind: "clusterissuer" is unknown; allowed: Issuer, ClusterIssuer/,
    ],
    ["days", { duration: "90d" }, /issued.duration: "90d" is not a duration.*days are no unit/],
    ["minutes", { duration: "30m" }, /issued.duration: "30m" is not a duration of at least 1h/],
    [
      "renewal without end",
      { duration: "24h", renewBefore: "24h" },
      /issued.renewBefore: "24h" is not less than the duration "24h"/,
    ],
    [
      "renewal before the default begins",
      { renewBefore: "3000h" },
      /issued.renewBefore: "3000h" is not less than the duration "2160h"/,
    ],
    [
      "a size of the other algorithm",
      { privateKey: { algorithm: "ECDSA", size: 2048 } },
      /issued.privateKey.size: 2048 is no size of a key of type ECDSA; allowed: 256, 384, 521/,
    ],
  ];
  for (const [what, issuance, message] of refused) {
    it(`is refused: ${what}`, () => {
      assert.throws(() => spec(issuance), message);
    });
  }
});

import assert from "node:assert/strict";
import { createPrivateKey } from "node:crypto";
import { newCertificate } from "../test/support/certificates";
import { isKeyOfAnother } from "./key-pair";
import { certificateOf } from "./x509";

const types = ["rsa", "ec", "ed25519"] as const;
const made = (keyType: (typeof types)[number]) => newCertificate({ commonName: "x", keyType });

/** The same key as older tools write it. */
const traditional = (pem: string, type: "pkcs1" | "sec1"): string =>
  createPrivateKey(pem).export({ type, format: "pem" }).toString();

function isOfAnother(certificate: string, key: string): boolean {
  const read = certificateOf(certificate);
  assert.ok(read);
  return isKeyOfAnother(read, key);
}

describe("the private key beside a certificate", () => {
  const all = types.map((type) => ({ type, ...made(type) }));
  const other = Object.fromEntries(types.map((type) => [type, made(type).privateKey]));

  it("is its own", () => {
    for (const { certificate, privateKey } of all) {
      assert.equal(isOfAnother(certificate, privateKey), false);
    }
  });

  it("is that of another, which a key of Ed25519 does not say", () => {
    assert.deepEqual(
      all.map(({ type, certificate }) => isOfAnother(certificate, other[type] ?? "")),
      [true, true, false],
    );
  });

  it("is one of another algorithm", () => {
    const [rsa, ec] = all;
    assert.equal(isOfAnother(rsa?.certificate ?? "", ec?.privateKey ?? ""), true);
    assert.equal(isOfAnother(ec?.certificate ?? "", rsa?.privateKey ?? ""), true);
  });

  it("is read as older tools write it", () => {
    const [rsa, ec] = all;
    for (const [own, form] of [
      [rsa, "pkcs1"],
      [ec, "sec1"],
    ] as const) {
      const { certificate = "", privateKey = "", type = "rsa" } = own ?? {};
      assert.equal(isOfAnother(certificate, traditional(privateKey, form)), false);
      assert.equal(isOfAnother(certificate, traditional(other[type] ?? "", form)), true);
    }
  });

  it("is not judged where it cannot be read", () => {
    const [rsa] = all;
    const cut = `${rsa?.privateKey.slice(0, 200)}\n-----END PRIVATE KEY-----`;
    for (const text of ["", "a key", cut, rsa?.certificate ?? ""]) {
      assert.equal(isOfAnother(rsa?.certificate ?? "", text), false);
    }
  });
});

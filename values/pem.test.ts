import assert from "node:assert/strict";
import { hasPrivateKey, pemBlocks, sharesLines } from "./pem";

const block = (label: string) => `-----BEGIN ${label}-----\nYQ==\n-----END ${label}-----`;

describe("a PEM text", () => {
  it("is read block by block", () => {
    const text = `before\n${block("CERTIFICATE")}\nbetween\n${block("EC PRIVATE KEY")}\n`;
    assert.deepEqual(pemBlocks(text), [
      { label: "CERTIFICATE", text: block("CERTIFICATE") },
      { label: "EC PRIVATE KEY", text: block("EC PRIVATE KEY") },
    ]);
    assert.deepEqual(pemBlocks("-----BEGIN A-----\nYQ==\n-----END B-----"), []);
  });

  it("begins and ends in lines of their own", () => {
    const one = block("CERTIFICATE");
    const good = [one, `${one}\n${one}\n`, one.replaceAll("\n", "\r\n"), `Bag Attributes\n${one}`];
    const bad = [`\uFEFF${one}`, ` ${one}`, one.replace("\n-----END", "\n  -----END"), one + one];
    assert.deepEqual(
      [...good, ...bad].filter((text) => !sharesLines(text)),
      good,
    );
  });

  it("has a private key of any kind, or none", () => {
    const keys = ["PRIVATE KEY", "RSA PRIVATE KEY", "ENCRYPTED PRIVATE KEY"];
    const others = ["PUBLIC KEY", "CERTIFICATE"];
    assert.deepEqual(
      [...keys, ...others].filter((label) => hasPrivateKey(block(label))),
      keys,
    );
  });
});

import assert from "node:assert/strict";
import { newCertificate } from "../test/support/certificates";
import { certificateOf } from "./x509";

const notBefore = new Date("2024-02-29T12:30:00Z");
const notAfter = new Date("2051-01-01T00:00:00Z");

/** `CN=old`, valid from 1999 to 2049, with years of two digits. */
const ofTwoDigits = `-----BEGIN CERTIFICATE-----
MIIBMDCB46ADAgECAhRRFViHLeNi5D0G7nA0506u/dYSiTAFBgMrZXAwDjEMMAoG
A1UEAwwDb2xkMB4XDTk5MDEwMTAwMDAwMFoXDTQ5MTIzMTIzNTk1OVowDjEMMAoG
A1UEAwwDb2xkMCowBQYDK2VwAyEAzWQH7dyotgEY/evc/DdMUiHqtjGCFbNsuJiL
7D3BWZKjUzBRMB0GA1UdDgQWBBR/DNaK3wMe2w4qHbRsnRFUzJjvQTAfBgNVHSME
GDAWgBR/DNaK3wMe2w4qHbRsnRFUzJjvQTAPBgNVHRMBAf8EBTADAQH/MAUGAytl
cANBAJmUlmERs7MUq3OIZDRUbxOklMtGeSXjlxdiQ+BX4KzcfYZt0c6B6+0uuDin
zX1aISNx2xVDsD7Hm5GKp558cA0=
-----END CERTIFICATE-----`;

describe("certificateOf", () => {
  for (const keyType of ["rsa", "ec", "ed25519"] as const) {
    it(`reads the dates and names of a certificate with a key of type ${keyType}`, () => {
      const dnsNames = ["shop.example.com", "*.shop.example.com"];
      const { certificate } = newCertificate({
        commonName: "shop",
        dnsNames,
        notBefore,
        notAfter,
        keyType,
      });
      const { publicKey, ...read } = certificateOf(certificate) ?? {};
      assert.deepEqual(read, { notBefore, notAfter, dnsNames });
      assert.ok((publicKey?.length ?? 0) > 0);
    });
  }

  it("reads the first of several", () => {
    const chain = ["a.example.com", "b.example.com"].map(
      (name) => newCertificate({ commonName: name, dnsNames: [name] }).certificate,
    );
    assert.deepEqual(certificateOf(chain.join("\n"))?.dnsNames, ["a.example.com"]);
  });

  it("has no names where the certificate has none", () => {
    const { certificate } = newCertificate({ commonName: "root", ca: true });
    assert.deepEqual(certificateOf(certificate)?.dnsNames, []);
  });

  it("reads years of two digits", () => {
    const { notBefore: from, notAfter: to } = certificateOf(ofTwoDigits) ?? {};
    assert.deepEqual([from?.getUTCFullYear(), to?.getUTCFullYear()], [1999, 2049]);
  });

  it("reads nothing of what is no certificate", () => {
    const { certificate, privateKey } = newCertificate({ commonName: "x" });
    const cut = `${certificate.slice(0, 200)}\n-----END CERTIFICATE-----`;
    for (const text of ["", "TODO", privateKey, cut, certificate.replace("MII", "AAA")]) {
      assert.equal(certificateOf(text), undefined);
    }
  });
});

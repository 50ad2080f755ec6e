import assert from "node:assert/strict";
import { newCertificate } from "../../test/support/certificates";
import {
  authorityBundle,
  authorityChain,
  certificateChain,
  coversName,
  expiryOf,
  keyFits,
  leadsTo,
  privateKeyPem,
} from "./pem";

const root = newCertificate({ commonName: "root", ca: true });
const middle = newCertificate({ commonName: "middle", ca: true, issuer: root });
const server = newCertificate({
  commonName: "server",
  dnsNames: ["shop.example.com", "*.eu.example.com"],
  issuer: middle,
  notAfter: new Date("2199-01-31T12:00:00Z"),
});
const next = newCertificate({ commonName: "next", ca: true, notBefore: new Date("2198-01-01") });
const expired = newCertificate({ commonName: "old", ca: true, notAfter: new Date("2020-01-01") });
const cut = `${server.certificate.slice(0, 200)}\n-----END CERTIFICATE-----\n`;

describe("PEM text", () => {
  it("is accepted from the certificate upwards, with the root or without it", () => {
    assert.equal(certificateChain(server.certificate), undefined);
    assert.equal(certificateChain(server.certificate + middle.certificate), undefined);
    assert.equal(
      certificateChain(server.certificate + middle.certificate + root.certificate),
      undefined,
    );
    assert.equal(authorityChain(middle.certificate + root.certificate), undefined);
    assert.equal(authorityBundle(root.certificate + middle.certificate), undefined);
  });

  it("is accepted with the CA of later among those of now", () => {
    assert.equal(authorityBundle(root.certificate + next.certificate), undefined);
    assert.equal(authorityBundle(next.certificate + root.certificate), undefined);
  });

  it("says when the first certificate ends", () => {
    assert.equal(expiryOf(server.certificate + middle.certificate), "2199-01-31T12:00:00Z");
    assert.equal(expiryOf("nothing"), undefined);
  });

  const refused: [string, string | undefined, RegExp][] = [
    ["no PEM", certificateChain("a file name"), /is no PEM text/],
    ["what was cut off", certificateChain(cut), /cannot be read; it may have been cut off/],
    ["a key among certificates", certificateChain(server.privateKey), /holds a PRIVATE KEY/],
    [
      "a certificate that has ended",
      certificateChain(expired.certificate),
      /expired at 2020-01-01/,
    ],
    [
      "a certificate that is not valid yet",
      certificateChain(
        newCertificate({ commonName: "new", notBefore: new Date("2198-01-01") }).certificate,
      ),
      /"CN=new" is valid from 2198-01-01T00:00:00Z on only/,
    ],
    [
      "CAs of later only",
      authorityBundle(next.certificate),
      /"CN=next" is valid from 2198-01-01T00:00:00Z on only/,
    ],
    [
      "a certificate behind a byte order mark",
      certificateChain(`\uFEFF${server.certificate}`),
      /^has something else in the line of a -----BEGIN/,
    ],
    [
      "certificates without a line's end between them",
      certificateChain(server.certificate.trimEnd() + middle.certificate),
      /^has something else in the line of a -----BEGIN/,
    ],
    [
      "an indented key",
      privateKeyPem(server.privateKey.replace("-----BEGIN", " -----BEGIN")),
      /^has something else in the line of a -----BEGIN/,
    ],
    [
      "the wrong order",
      certificateChain(middle.certificate + server.certificate),
      /"CN=middle" is not issued by "CN=server"/,
    ],
    ["a server as CA", authorityBundle(server.certificate), /"CN=server" may not sign others/],
    ["a certificate as key", privateKeyPem(server.certificate), /no PEM text with a private key/],
    [
      "an encrypted key",
      privateKeyPem(
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----",
      ),
      /is encrypted/,
    ],
    [
      "half a key",
      privateKeyPem("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"),
      /cannot be read as a private key/,
    ],
    [
      "a kind of key that Envoy does not take",
      privateKeyPem(newCertificate({ commonName: "x", keyType: "ed25519" }).privateKey),
      /is a key of type ed25519; Istio's proxies take RSA and ECDSA/,
    ],
  ];
  for (const [what, reason, message] of refused) {
    it(`is refused: ${what}`, () => {
      assert.match(reason ?? "", message);
    });
  }

  it("never shows a key, wherever it was put", () => {
    const secret = server.privateKey.split("\n")[1] ?? "";
    for (const test of [certificateChain, authorityBundle, privateKeyPem]) {
      for (const text of [server.privateKey, `${server.certificate}${server.privateKey}`]) {
        assert.ok(!test(text)?.includes(secret));
      }
    }
  });
});

describe("a private key", () => {
  it("fits the certificate that was made with it, RSA or ECDSA", () => {
    const rsa = newCertificate({ commonName: "rsa", keyType: "rsa" });
    for (const one of [rsa, server]) {
      assert.equal(privateKeyPem(one.privateKey), undefined);
      assert.equal(keyFits([one.certificate, one.privateKey]), undefined);
    }
    assert.match(keyFits([server.certificate, rsa.privateKey]) ?? "", /not the key .*"CN=server"/);
  });

  it("is not judged twice: a key that cannot be read has its own message", () => {
    assert.equal(keyFits([server.certificate, "nothing"]), undefined);
  });
});

describe("the names of a certificate", () => {
  for (const name of ["shop.example.com", "a.eu.example.com", "*.eu.example.com"]) {
    it(`cover ${name}`, () => {
      assert.equal(coversName([name, server.certificate]), undefined);
    });
  }
  for (const name of ["server", "eu.example.com", "a.b.eu.example.com", "*.example.com"]) {
    it(`do not cover ${name}`, () => {
      assert.match(coversName([name, server.certificate]) ?? "", /is not among the names/);
    });
  }
  it("are missing in a certificate with a common name only", () => {
    const message = coversName(["root", root.certificate]) ?? "";
    assert.match(message, /it has no subjectAltName/);
  });
});

describe("a chain", () => {
  it("leads to its root, through what is between, or is the root", () => {
    assert.equal(leadsTo([server.certificate, middle.certificate, root.certificate]), undefined);
    assert.equal(leadsTo([root.certificate, "", root.certificate]), undefined);
    const bundle = expired.certificate + root.certificate;
    assert.equal(leadsTo([middle.certificate, "", bundle]), undefined);
  });

  it("says where it ends when a part is missing", () => {
    assert.match(
      leadsTo([server.certificate, "", root.certificate]) ?? "",
      /from "CN=server" to "CN=root": "CN=server" was signed by "CN=middle"/,
    );
  });

  it("is not taken in by a foreign root of the same name", () => {
    const twin = newCertificate({ commonName: "root", ca: true });
    assert.match(leadsTo([middle.certificate, "", twin.certificate]) ?? "", /does not lead/);
  });
});

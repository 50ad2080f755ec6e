import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { newCertificate } from "../../test/support/certificates";
import { settled } from "../../test/support/record";
import type { MeshCaArgs } from "./mesh-ca-args";
import { meshCaPlan } from "./mesh-ca-plan";

const root = newCertificate({ commonName: "root", ca: true });
const other = newCertificate({ commonName: "other", ca: true });
const signing = newCertificate({
  commonName: "istio",
  ca: true,
  issuer: root,
  notAfter: new Date("2199-01-31T12:00:00Z"),
});
const pem = { caCert: signing.certificate, caKey: signing.privateKey, rootCert: root.certificate };
const plan = (args: MeshCaArgs) => meshCaPlan("ca", args);
const files = (args: MeshCaArgs) => settled(pulumi.output(plan(args).secret?.stringData));

describe("the plan of the mesh's CA", () => {
  it("is the Secret that istiod mounts, with the files that it reads", async () => {
    const { secret, expiry, certificate } = plan({ pem });
    assert.deepEqual(secret?.metadata, {
      name: "cacerts",
      namespace: "istio-system",
      labels: undefined,
      annotations: undefined,
    });
    assert.deepEqual(await files({ pem }), {
      "ca-cert.pem": signing.certificate,
      "ca-key.pem": signing.privateKey,
      "root-cert.pem": root.certificate,
      "cert-chain.pem": signing.certificate + root.certificate,
    });
    assert.equal(expiry, "2199-01-31T12:00:00Z");
    assert.equal(certificate, undefined);
  });

  it("repeats nothing when the CA is the root itself", async () => {
    const itself = {
      caCert: root.certificate,
      caKey: root.privateKey,
      rootCert: root.certificate,
    };
    assert.equal((await files({ pem: itself }))?.["cert-chain.pem"], root.certificate);
  });

  it("takes a bundle while one root replaces another, and a chain of one's own", async () => {
    const both = other.certificate + root.certificate;
    const own = { ...pem, rootCert: both, certChain: signing.certificate };
    const written = await files({ pem: own });
    assert.equal(written?.["root-cert.pem"], both);
    assert.equal(written?.["cert-chain.pem"], signing.certificate);
  });

  it("keeps the key as a secret", async () => {
    const { inputs, secret } = plan({ pem });
    for (const place of [inputs.pem?.caKey, secret?.stringData]) {
      assert.equal(await pulumi.isSecret(pulumi.output<unknown>(place)), true);
    }
  });

  it("asks cert-manager for a CA in the Secret of that name", () => {
    const issued = { issuer: { name: "root", kind: "ClusterIssuer" } };
    assert.deepEqual(plan({ issued, namespace: "mesh" }).certificate, {
      kind: "Certificate",
      name: "cacerts",
      namespace: "mesh",
      labels: undefined,
      annotations: { "pulumi.com/waitFor": "condition=Ready" },
      spec: {
        isCA: true,
        commonName: "istio-ca",
        secretName: "cacerts",
        issuerRef: { name: "root", kind: "ClusterIssuer", group: "cert-manager.io" },
      },
    });
  });
});

describe("the mesh's CA refuses", () => {
  const issued = { issuer: { name: "root" } };
  const refused: [string, MeshCaArgs, RegExp][] = [
    ["no source", {}, /pem: nothing is set; set exactly one of pem, issued/],
    ["a name beside PEM", { pem, commonName: "a" }, /commonName: "a" is for issued only/],
    ["a name that is too long", { issued, commonName: "a".repeat(65) }, /is no name of a CA/],
    [
      "a foreign root",
      { pem: { ...pem, rootCert: other.certificate } },
      /pem.caCert: does not lead from "CN=istio" to "CN=other"/,
    ],
    [
      "a root that is no CA",
      { pem: { ...pem, rootCert: newCertificate({ commonName: "leaf" }).certificate } },
      /pem.rootCert: "CN=leaf" may not sign others/,
    ],
    ["a foreign key", { pem: { ...pem, caKey: other.privateKey } }, /pem.caKey: is not the key/],
    [
      "a chain in the wrong order",
      { pem: { ...pem, certChain: root.certificate + signing.certificate } },
      /pem.certChain: "CN=root" is not issued by "CN=istio"/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }
});

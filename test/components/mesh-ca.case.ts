import { MeshCa } from "../../components";
import { newCertificate } from "../support/certificates";
import type { ComponentCase } from "../support/component-case";
import { beside, changesOf } from "../support/transitions/changes";

const root = newCertificate({ commonName: "root", ca: true });
const signing = newCertificate({ commonName: "istio", ca: true, issuer: root });
const leaf = newCertificate({ commonName: "leaf", issuer: root });
const pem = {
  caCert: signing.certificate,
  caKey: signing.privateKey,
  rootCert: root.certificate,
};
const newPem = () => {
  const root = newCertificate({ commonName: "root", ca: true });
  const signing = newCertificate({ commonName: "istio", ca: true, issuer: root });
  return {
    caCert: signing.certificate,
    caKey: signing.privateKey,
    rootCert: root.certificate,
  };
};

export default {
  component: "MeshCa",
  samples: [
    {
      what: "from PEM",
      create: (name, opts, common) => new MeshCa(name, { ...common, pem }, opts),
    },
    {
      what: "issued by cert-manager",
      create: (name, opts, common) =>
        new MeshCa(name, { ...common, issued: { issuer: { name: "root" } } }, opts),
    },
  ],
  refusals: [
    {
      what: "a certificate that may not sign",
      create: () =>
        new MeshCa("x", { pem: { ...pem, caCert: leaf.certificate, caKey: leaf.privateKey } }),
      at: "pem.caCert",
      says: /"CN=leaf" may not sign others; allowed: certificates with CA:TRUE/,
    },
    {
      what: "another key",
      create: () => new MeshCa("x", { pem: { ...pem, caKey: leaf.privateKey } }),
      at: "pem.caKey",
      says: /is not the key of the certificate "CN=istio"/,
    },
    {
      what: "a root that it does not lead to",
      create: () =>
        new MeshCa("x", {
          pem: {
            ...pem,
            rootCert: newCertificate({ commonName: "foreign", ca: true }).certificate,
          },
        }),
      at: "pem.caCert",
      says: /does not lead from "CN=istio" to "CN=foreign"/,
    },
  ],
  outputs: ["expiry", "namespace", "secretName"],
  handles: ["namespace"],
  notTranslated: "istiod signs with it, and tells proxies nothing of it",
  notSubmitted: "Secrets, and kinds of cert-manager, whose own webhook judges them on the lab",
  changes: changesOf(MeshCa, {
    bases: {
      "from PEM": { pem: newPem() },
      "by cert-manager": { issued: { issuer: { name: "root" } } },
    },
    values: {
      pem: [beside({ issued: undefined, commonName: undefined }, newPem())],
      issued: [beside({ pem: undefined }, { issuer: { name: "other" } })],
      commonName: ["mesh"],
    },
  }),
} satisfies ComponentCase;

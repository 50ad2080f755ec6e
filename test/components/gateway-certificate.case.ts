import { GatewayCertificate } from "../../components";
import { newCertificate } from "../support/certificates";
import type { ComponentCase } from "../support/component-case";
import { beside, changesOf } from "../support/transitions/changes";

const ca = newCertificate({ commonName: "ca", ca: true });
const server = newCertificate({
  commonName: "shop",
  dnsNames: ["shop.example.com"],
  issuer: ca,
});
const gatewayNamespace = "istio-ingress";
const credentialName = "shop";
const issued = { issuer: { name: "internal" } };
const next = newCertificate({ commonName: "shop", dnsNames: ["shop.example.com"], issuer: ca });
const dnsNames = ["shop.example.com"];

export default {
  component: "GatewayCertificate",
  samples: [
    {
      what: "from PEM",
      create: (name, opts, common) =>
        new GatewayCertificate(
          name,
          { ...common, gatewayNamespace, credentialName, pem: server },
          opts,
        ),
    },
    {
      what: "from PEM, with the CA of clients",
      create: (name, opts, common) =>
        new GatewayCertificate(
          name,
          { ...common, gatewayNamespace, credentialName, pem: server, clientCa: ca.certificate },
          opts,
        ),
    },
    {
      what: "issued by cert-manager",
      create: (name, opts, common) =>
        new GatewayCertificate(
          name,
          { ...common, gatewayNamespace, credentialName, issued, dnsNames: ["shop.example.com"] },
          opts,
        ),
    },
  ],
  refusals: [
    {
      what: "a certificate from nowhere",
      create: () => new GatewayCertificate("x", { gatewayNamespace }),
      at: "pem",
      says: /nothing is set; set exactly one of pem, issued/,
    },
    {
      what: "the key of another certificate",
      create: () =>
        new GatewayCertificate("x", {
          gatewayNamespace,
          pem: { ...server, privateKey: ca.privateKey },
        }),
      at: "pem.privateKey",
      says: /is not the key of the certificate "CN=shop" \(IST0161\)/,
    },
    {
      what: "a name that the certificate is not for",
      create: () =>
        new GatewayCertificate("x", {
          gatewayNamespace,
          pem: server,
          dnsNames: ["catalog.example.com"],
        }),
      at: "dnsNames[0]",
      says: /"catalog.example.com" is not among the names of the certificate \(DNS:shop.example.com\)/,
    },
    {
      what: "an issued certificate without a name",
      create: () => new GatewayCertificate("x", { gatewayNamespace, issued }),
      at: "dnsNames",
      says: /is missing/,
    },
  ],
  outputs: ["credentialName", "expiry", "namespace"],
  handles: ["credentialName", "gatewayNamespace"],
  notSubmitted: "Secrets, and kinds of cert-manager, whose own webhook judges them on the lab",
  changes: changesOf(GatewayCertificate, {
    bases: {
      "from PEM": { gatewayNamespace, pem: server },
      "by cert-manager": { gatewayNamespace, issued, dnsNames },
    },
    values: {
      gatewayNamespace: ["other"],
      credentialName: ["other"],
      dnsNames: [["shop.example.com", "www.example.com"]],
      pem: [next],
      issued: [{ issuer: { name: "other" } }],
      clientCa: [ca.certificate, beside({}, next.certificate)],
    },
  }),
} satisfies ComponentCase;

import { GatewayCertificate } from "../../components";
import { newCertificate } from "../support/certificates";
import { beside, changesOf } from "../support/transitions/changes";

const ca = newCertificate({ commonName: "ca", ca: true });
const server = newCertificate({ commonName: "shop", dnsNames: ["shop.example.com"], issuer: ca });
const next = newCertificate({ commonName: "shop", dnsNames: ["shop.example.com"], issuer: ca });
const gatewayNamespace = "istio-ingress";
const issued = { issuer: { name: "internal" } };
const dnsNames = ["shop.example.com"];

export default changesOf(GatewayCertificate, {
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
});

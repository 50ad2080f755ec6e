import { MeshCa } from "../../components";
import { newCertificate } from "../support/certificates";
import { beside, changesOf } from "../support/transitions/changes";

const pem = () => {
  const root = newCertificate({ commonName: "root", ca: true });
  const signing = newCertificate({ commonName: "istio", ca: true, issuer: root });
  return {
    caCert: signing.certificate,
    caKey: signing.privateKey,
    rootCert: root.certificate,
  };
};

export default changesOf(MeshCa, {
  bases: {
    "from PEM": { pem: pem() },
    "by cert-manager": { issued: { issuer: { name: "root" } } },
  },
  values: {
    pem: [beside({ issued: undefined, commonName: undefined }, pem())],
    issued: [beside({ pem: undefined }, { issuer: { name: "other" } })],
    commonName: ["mesh"],
  },
});

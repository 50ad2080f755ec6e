import { CertificateIssuer } from "../../components";
import { beside, changesOf } from "../support/transitions/changes";

const acme = {
  email: "mesh@example.com",
  solvers: [{ http01Gateway: { name: "shop", namespace: "shop" } }],
};

export default changesOf(CertificateIssuer, {
  bases: {
    "self-signed": { selfSigned: true },
    "with a CA that exists": { namespace: "shop", ca: { secretName: "shop-ca" } },
    "with a CA of its own": { ownCa: { commonName: "shop CA" } },
    "by ACME": { acme },
  },
  values: {
    ca: [
      beside(
        { selfSigned: undefined, ownCa: undefined, acme: undefined },
        { secretName: "other-ca" },
      ),
    ],
    ownCa: [
      beside({ selfSigned: undefined, ca: undefined, acme: undefined }, { commonName: "other CA" }),
      beside({ selfSigned: undefined, ca: undefined, acme: undefined }, { commonName: "shop CA" }),
    ],
    acme: [
      beside(
        { selfSigned: undefined, ownCa: undefined, ca: undefined },
        { ...acme, email: "other@example.com" },
      ),
    ],
    selfSigned: [beside({ ca: undefined, ownCa: undefined, acme: undefined }, true)],
  },
  fixed: { selfSigned: "is one of the ways, or is left out" },
});

import { type Asked, objectOf, says } from "../../support/asked";

export default {
  noRequest: "certificates are made by cert-manager; what it is asked for is asked",
  asks: [
    says(
      "the CA is where istiod looks for it",
      (world) => objectOf(world, "Certificate", "cacerts").spec,
      {
        commonName: "istio-ca",
        duration: "8760h",
        isCA: true,
        issuerRef: { group: "cert-manager.io", kind: "Issuer", name: "mesh-root" },
        renewBefore: "2160h",
        secretName: "cacerts",
      },
    ),
  ],
} satisfies Asked;

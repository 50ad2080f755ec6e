// cert-manager at a pinned version, through Pulumi's own component for it, and a first issuer. Look at
// the order: an issuer can be created only when cert-manager's webhook answers. Without internet, name
// a folder with the chart: `charts: { path: "./charts" }`.
import { CertificateIssuer, CertManager } from "istio-mesh";

const certManager = new CertManager("cert-manager", { version: "v1.21.2" });

const issuer = new CertificateIssuer(
  "self-signed",
  { selfSigned: true },
  { dependsOn: [certManager] },
);

export const namespace = certManager.namespace;
export const issuerName = issuer.name;

// Who issues certificates, in a cluster with cert-manager: a CA of its own for what stays inside, and
// Let's Encrypt's staging server for what browsers see. Look at the challenges: names are proved by
// requests that a Gateway answers, wildcard names by a DNS record.
import { CertificateIssuer, MeshMode, MeshNamespace } from "istio-mesh";

const ingress = new MeshNamespace("istio-ingress", { dataPlaneMode: MeshMode.None });

const internal = new CertificateIssuer("internal", {
  namespace: ingress.name,
  ownCa: { commonName: "example internal CA", duration: "43800h" },
});

const publicIssuer = new CertificateIssuer("public", {
  acme: {
    email: "mesh@example.com",
    server: "https://acme-staging-v02.api.letsencrypt.org/directory",
    solvers: [
      { http01Gateway: { name: "edge", namespace: ingress.name } },
      { dns01: { cloudDNS: { project: "example" } }, dnsZones: ["wild.example.com"] },
    ],
  },
});

export const internalIssuer = internal.name;
export const publicKind = publicIssuer.kind;

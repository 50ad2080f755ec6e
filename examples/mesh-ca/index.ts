// Workload certificates from a CA of your own. Look at the order: the namespace, the CA's Secret, and
// only then the control plane, since istiod makes a CA of its own when it finds none. Needs cert-manager;
// a CA that exists already takes the place of `issued`: `pem: { caCert, caKey, rootCert }`.
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { CertificateIssuer, type ChartSource, ControlPlane, MeshCa, Profile } from "istio-mesh";

// Where the charts come from, when not from their usual addresses.
const charts = new pulumi.Config().getObject<ChartSource>("charts");

const namespace = new k8s.core.v1.Namespace("istio-system", {
  metadata: { name: "istio-system" },
});

const root = new CertificateIssuer("mesh-root", {
  namespace: namespace.metadata.name,
  ownCa: { commonName: "mesh root", duration: "87600h" },
});
const ca = new MeshCa("mesh-ca", {
  namespace: namespace.metadata.name,
  issued: {
    issuer: { name: root.name, kind: root.kind },
    duration: "8760h",
    renewBefore: "2160h",
  },
});

const mesh = new ControlPlane(
  "istio",
  { profile: Profile.Sidecar, namespace: "istio-system", createNamespace: false, charts },
  { dependsOn: [ca] },
);

export const expiry = ca.expiry;
export const revision = mesh.revision;

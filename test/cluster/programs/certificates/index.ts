// What certificates.test.ts deploys: cert-manager, a CA of its own, and from it the mesh's CA and the
// certificates of a gateway.
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import {
  AppGateway,
  CertificateIssuer,
  CertManager,
  type ChartSource,
  Client,
  ControlPlane,
  GatewayCertificate,
  Httpbin,
  IngressGateway,
  MeshCa,
  MeshNamespace,
} from "istio-mesh";

const charts = new pulumi.Config().requireObject<ChartSource>("charts");

// A secret among the values is what Pulumi's plugin would refuse.
const certManager = new CertManager("cert-manager", {
  charts,
  labels: { team: pulumi.secret("platform") },
});
const ca = new CertificateIssuer(
  "company",
  { ownCa: { commonName: "Company CA", namespace: certManager.namespace } },
  { dependsOn: [certManager] },
);
const issuer = { name: ca.name, kind: ca.kind };

const system = new k8s.core.v1.Namespace("system", { metadata: { name: "istio-system" } });
const meshCa = new MeshCa("mesh-ca", {
  namespace: system.metadata.name,
  commonName: "Mesh CA",
  issued: { issuer, privateKey: { algorithm: "ECDSA", size: 256 } },
});
const mesh = new ControlPlane(
  "istio",
  {
    profile: "sidecar",
    size: "small",
    namespace: meshCa.namespace,
    createNamespace: false,
    charts,
  },
  { dependsOn: [meshCa] },
);
const ingress = new IngressGateway("ingress", { charts }, { dependsOn: [mesh] });

const shop = new MeshNamespace("shop", { dataPlaneMode: "sidecar" });
const httpbin = new Httpbin("httpbin", { namespace: shop.name }, { dependsOn: [mesh] });
new Client("client", { namespace: shop.name }, { dependsOn: [mesh] });

const host = "shop.example.com";
const certificate = new GatewayCertificate("shop", {
  gatewayNamespace: ingress.namespace,
  dnsNames: [host],
  issued: { issuer, duration: "24h", renewBefore: "8h" },
});
new AppGateway(
  "shop",
  {
    namespace: shop.name,
    selector: ingress.selector,
    servers: [
      {
        port: 443,
        protocol: "HTTPS",
        hosts: [host],
        tls: { credentialName: certificate.credentialName },
      },
    ],
    routes: [{ service: "httpbin", port: 8000 }],
  },
  { dependsOn: [mesh, httpbin] },
);

export const address = ingress.address;
export const expiry = certificate.expiry;
export const meshCaExpiry = meshCa.expiry;

// HTTPS at the edge with a certificate that cert-manager issues and renews, and plain HTTP redirected to
// it. Look at the namespaces: the Gateway is the application's, the Secret with the certificate is
// where the gateway's Pods are. A certificate of your own takes the place of `issued`:
// `pem: { certificate: config.require("certificate"), privateKey: config.requireSecret("key") }`.
import * as k8s from "@pulumi/kubernetes";
import {
  AppGateway,
  CertificateIssuer,
  GatewayCertificate,
  MeshMode,
  MeshNamespace,
} from "istio-mesh";

const shop = new MeshNamespace("shop", { dataPlaneMode: MeshMode.Sidecar });
// An IngressGateway with `createNamespace: false` goes into it, and gets its proxy from the injector.
const ingress = new MeshNamespace("istio-ingress", { dataPlaneMode: MeshMode.Sidecar });

const web = new k8s.core.v1.Service("web", {
  metadata: { name: "web", namespace: shop.name },
  spec: { selector: { app: "web" }, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
});

const issuer = new CertificateIssuer("shop-ca", {
  namespace: ingress.name,
  ownCa: { commonName: "shop internal CA" },
});
const certificate = new GatewayCertificate("shop-tls", {
  gatewayNamespace: ingress.name,
  dnsNames: ["shop.example.com"],
  issued: { issuer: { name: issuer.name, kind: issuer.kind }, duration: "2160h" },
});

new AppGateway(
  "shop",
  {
    namespace: shop.name,
    servers: [
      { port: 80, protocol: "HTTP", hosts: ["shop.example.com"], redirectToHttps: true },
      {
        port: 443,
        protocol: "HTTPS",
        hosts: ["shop.example.com"],
        tls: { credentialName: certificate.credentialName },
      },
    ],
    routes: [{ service: "web", port: 80 }],
  },
  { dependsOn: [web] },
);

export const expiry = certificate.expiry;

// Two hosts on port 443, each with its own certificate, routes and rules for clients: anybody may see the
// shop, partners show a certificate. Needs cert-manager. Look at the listener: Envoy chooses by the
// server name of the TLS handshake, before any HTTP is seen.
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import {
  AppGateway,
  CertificateIssuer,
  GatewayCertificate,
  MeshMode,
  MeshNamespace,
} from "istio-mesh";

// The CA that signs the certificates of partners, PEM text; without it the one of `issuer` counts.
const clientCa = new pulumi.Config().get("partnerCa");
const shop = new MeshNamespace("shop", { dataPlaneMode: MeshMode.Sidecar });
const ingress = new MeshNamespace("istio-ingress", { dataPlaneMode: MeshMode.Sidecar });
const issuer = new CertificateIssuer("shop-ca", {
  namespace: ingress.name,
  ownCa: { commonName: "shop internal CA" },
});

const names = ["web", "partners"];
const services = names.map(
  (name) =>
    new k8s.core.v1.Service(name, {
      metadata: { name, namespace: shop.name },
      spec: { selector: { app: name }, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
    }),
);
const [web, partners] = names.map(
  (name) =>
    new GatewayCertificate(`${name}-tls`, {
      gatewayNamespace: ingress.name,
      dnsNames: [`${name}.example.com`],
      issued: { issuer: { name: issuer.name, kind: issuer.kind } },
      ...(name === "partners" && clientCa !== undefined && { clientCa }),
    }).credentialName,
);

const server = { port: 443, protocol: "HTTPS" } as const;
new AppGateway(
  "shop",
  {
    namespace: shop.name,
    servers: [
      { ...server, hosts: ["web.example.com"], tls: { credentialName: web } },
      {
        ...server,
        hosts: ["partners.example.com"],
        tls: { mode: "MUTUAL", credentialName: partners, minProtocolVersion: "TLSV1_3" },
      },
    ],
    routes: names.map((service) => ({ hosts: [`${service}.example.com`], service, port: 80 })),
  },
  { dependsOn: services },
);

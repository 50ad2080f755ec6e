// The Gateway API's way to the edge: istiod makes a gateway for this Gateway alone, in its namespace,
// and nothing has to be installed beside the control plane and the API's definitions. Look at the
// Deployment and Service `shop-istio`, and at the certificate: it is beside the Gateway. Needs
// cert-manager.
import * as k8s from "@pulumi/kubernetes";
import {
  AppGateway,
  CertificateIssuer,
  Dialect,
  GatewayCertificate,
  MeshMode,
  MeshNamespace,
  ServiceType,
} from "istio-mesh";

const shop = new MeshNamespace("shop", { dataPlaneMode: MeshMode.Ambient });
const web = new k8s.core.v1.Service("web", {
  metadata: { name: "web", namespace: shop.name },
  spec: { selector: { app: "web" }, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
});

const issuer = new CertificateIssuer("shop-ca", {
  namespace: shop.name,
  ownCa: { commonName: "shop internal CA" },
});
const certificate = new GatewayCertificate("shop-tls", {
  gatewayNamespace: shop.name,
  dnsNames: ["shop.example.com"],
  issued: { issuer: { name: issuer.name, kind: issuer.kind } },
});

const hosts = ["shop.example.com"];
const edge = new AppGateway(
  "shop",
  {
    namespace: shop.name,
    dialect: Dialect.GatewayApi,
    infrastructure: { serviceType: ServiceType.ClusterIP },
    servers: [
      { port: 80, protocol: "HTTP", hosts, redirectToHttps: true },
      { port: 443, protocol: "HTTPS", hosts, tls: { credentialName: certificate.credentialName } },
    ],
    routes: [{ service: "web", port: 80, timeout: "5s" }],
  },
  { dependsOn: [web] },
);

export const gateway = edge.gateway;

// A certificate for bookinfo.example.com from Let's Encrypt's staging server, which asks for a page of
// cert-manager's to see whose the name is. A Gateway of its own leads there, and nothing else does. Needs
// cert-manager.
// Look at: `kubectl -n istio-system get certificate,challenge`, and the page over HTTPS.
import * as k8s from "@pulumi/kubernetes";
import {
  AppGateway,
  Bookinfo,
  CertificateIssuer,
  GatewayCertificate,
  MeshMode,
  MeshNamespace,
} from "istio-mesh";

const system = new MeshNamespace("istio-system", { dataPlaneMode: MeshMode.None });
const bookinfo = new MeshNamespace("bookinfo", { dataPlaneMode: MeshMode.Sidecar });

// The Pods that answer a challenge; cert-manager makes them beside the certificate.
const resolver = new k8s.core.v1.Service("cert-manager-resolver", {
  metadata: { name: "cert-manager-resolver", namespace: system.name },
  spec: {
    selector: { "acme.cert-manager.io/http01-solver": "true" },
    ports: [{ name: "http", port: 8089 }],
  },
});
const challenges = new AppGateway(
  "cert-manager-gateway",
  {
    namespace: system.name,
    routeName: "cert-manager",
    routes: [
      {
        prefix: ["/.well-known/acme-challenge/"],
        service: "cert-manager-resolver",
        port: 8089,
      },
    ],
  },
  { dependsOn: [resolver] },
);

const issuer = new CertificateIssuer(
  "letsencrypt-staging",
  {
    acme: {
      server: "https://acme-staging-v02.api.letsencrypt.org/directory",
      email: "stage@istio.io",
      accountSecretName: "letsencrypt-staging",
      // No Ingress leads to the Pods: the Gateway above does.
      solvers: [{ http01IngressClass: "none" }],
    },
  },
  { dependsOn: [challenges] },
);
const host = "bookinfo.example.com";
const certificate = new GatewayCertificate("istio-ingressgateway-certs", {
  gatewayNamespace: system.name,
  dnsNames: [host],
  issued: { issuer: { name: issuer.name, kind: issuer.kind } },
});

const app = new Bookinfo("bookinfo", { namespace: bookinfo.name });
const page = new AppGateway(
  "bookinfo-gateway",
  {
    namespace: bookinfo.name,
    routeName: "bookinfo",
    servers: [
      {
        port: 443,
        protocol: "HTTPS",
        hosts: [host],
        tls: { credentialName: certificate.credentialName },
      },
    ],
    routes: [
      {
        exact: ["/productpage", "/login", "/logout"],
        prefix: ["/static", "/api/v1/products"],
        service: "productpage",
        port: 9080,
      },
    ],
  },
  { dependsOn: [app] },
);

export const gateway = page.gateway;

// The shop of "Istio in Action" for clients with a certificate alone, chapter 4: the gateway shows its own
// and asks for theirs. Look at: `curl` without one ends in a TLS alert, with one of the same CA in 200.
import {
  AppGateway,
  CertificateIssuer,
  Coolstore,
  GatewayCertificate,
  MeshMode,
  MeshNamespace,
} from "istio-mesh";

const { name: namespace } = new MeshNamespace("istioinaction", {
  dataPlaneMode: MeshMode.Sidecar,
});
const app = new Coolstore("coolstore", { namespace, localUsers: true });

// An IngressGateway with `createNamespace: false` goes into it, and gets its proxy from the injector.
const ingress = new MeshNamespace("istio-system", { dataPlaneMode: MeshMode.Sidecar });
const issuer = new CertificateIssuer("istioinaction-ca", {
  namespace: ingress.name,
  ownCa: { commonName: "istioinaction.io" },
});
// cert-manager puts the CA beside the certificate, as `ca.crt`: who has a certificate of it is let in.
const credential = new GatewayCertificate("webapp-credential-mtls", {
  gatewayNamespace: ingress.name,
  dnsNames: ["webapp.istioinaction.io"],
  issued: { issuer: { name: issuer.name, kind: issuer.kind } },
});

const hosts = ["webapp.istioinaction.io"];
new AppGateway(
  "coolstore-gateway",
  {
    namespace,
    servers: [
      { name: "http", port: 80, protocol: "HTTP", hosts },
      {
        name: "https",
        port: 443,
        protocol: "HTTPS",
        hosts,
        tls: { mode: "MUTUAL", credentialName: credential.credentialName },
      },
    ],
    routeName: "webapp-vs-from-gw",
    routes: [{ service: "webapp", port: 80 }],
  },
  { dependsOn: [app] },
);
export const expiry = credential.expiry;

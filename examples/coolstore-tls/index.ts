// The shop of "Istio in Action" behind HTTPS, chapter 4: webapp.istioinaction.io at port 80 in plain text
// and at port 443 with a certificate. Look at the namespaces: the Gateway is the shop's, the Secret
// webapp-credential is where the gateway's Pods are.
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
const credential = new GatewayCertificate("webapp-credential", {
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
        tls: { mode: "SIMPLE", credentialName: credential.credentialName },
      },
    ],
    routeName: "webapp-vs-from-gw",
    routes: [{ service: "webapp", port: 80 }],
  },
  { dependsOn: [app] },
);
export const expiry = credential.expiry;

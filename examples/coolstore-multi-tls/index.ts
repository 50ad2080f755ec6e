// Two hosts of "Istio in Action" at one port, chapter 4: each has a certificate of its own, which the
// gateway chooses by the server name. Look at:
// `openssl s_client -connect … -servername catalog.istioinaction.io`.
import {
  AppGateway,
  CertificateIssuer,
  Coolstore,
  GatewayCertificate,
  MeshMode,
  MeshNamespace,
  networking,
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

const services = ["webapp", "catalog"];
const certificates = services.map(
  (service) =>
    new GatewayCertificate(`${service}-credential`, {
      gatewayNamespace: ingress.name,
      dnsNames: [`${service}.istioinaction.io`],
      issued: { issuer: { name: issuer.name, kind: issuer.kind } },
    }),
);

const gateway = new AppGateway(
  "coolstore-gateway",
  {
    namespace,
    servers: services.map((service) => ({
      name: `https-${service}`,
      port: 443,
      protocol: "HTTPS",
      hosts: [`${service}.istioinaction.io`],
      tls: { mode: "SIMPLE", credentialName: `${service}-credential` },
    })),
    routesElsewhere: true,
  },
  { dependsOn: [app, ...certificates] },
);

for (const service of services) {
  new networking.v1.VirtualService(
    `${service}-vs-from-gw`,
    {
      metadata: { name: `${service}-vs-from-gw`, namespace },
      spec: {
        hosts: [`${service}.istioinaction.io`],
        gateways: ["coolstore-gateway"],
        http: [
          {
            route: [
              {
                destination: {
                  host: `${service}.istioinaction.svc.cluster.local`,
                  port: { number: 80 },
                },
              },
            ],
          },
        ],
      },
    },
    { dependsOn: [gateway] },
  );
}

export const hosts = gateway.hosts;

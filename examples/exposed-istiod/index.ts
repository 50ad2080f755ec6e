// A cluster whose Services and istiod others reach through its east-west gateway: a remote cluster takes
// its configuration and its certificates from here. TLS is passed on to istiod as it is, or ends at the
// gateway with a certificate that everybody trusts.
// Look at: `istioctl remote-clusters`, and the ports 15012, 15017 and 15443 of the gateway's Service.
import * as pulumi from "@pulumi/pulumi";
import {
  CertificateIssuer,
  type ChartSource,
  ControlPlane,
  ControlPlaneSize,
  EastWestGateway,
  GatewayCertificate,
  MeshMode,
  MeshNamespace,
  networking,
  Profile,
} from "istio-mesh";

// Where the charts come from, when not from their usual addresses.
const config = new pulumi.Config();
const charts = config.getObject<ChartSource>("charts");

const istio = new ControlPlane("istio", {
  profile: Profile.Sidecar,
  size: ControlPlaneSize.Small,
  charts,
  meshId: "mesh1",
  clusterName: "cluster1",
  network: "network1",
});

// Services: the gateway passes mutual TLS on by its server name (Gateway cross-network-gateway).
const eastWest = new EastWestGateway("east-west", {
  controlPlane: istio,
  namespace: istio.namespace,
});
const after = { dependsOn: [eastWest] };
const selector = { istio: "eastwestgateway" };
const host = "istiod.istio-system.svc.cluster.local";

// istiod itself, whose TLS is passed on: its clients know its certificate from their own CA.
new networking.v1.Gateway(
  "istiod-gateway",
  {
    metadata: { name: "istiod-gateway", namespace: istio.namespace },
    spec: {
      selector,
      servers: [
        {
          port: { name: "tls-istiod", number: 15012, protocol: "TLS" },
          tls: { mode: "PASSTHROUGH" },
          hosts: ["*"],
        },
        {
          port: { name: "tls-istiodwebhook", number: 15017, protocol: "TLS" },
          tls: { mode: "PASSTHROUGH" },
          hosts: ["*"],
        },
      ],
    },
  },
  after,
);
const passOn = (port: number, to: number) => ({
  match: [{ port, sniHosts: ["*"] }],
  route: [{ destination: { host, port: { number: to } } }],
});
new networking.v1.VirtualService(
  "istiod-vs",
  {
    metadata: { name: "istiod-vs", namespace: istio.namespace },
    spec: {
      hosts: ["*"],
      gateways: ["istiod-gateway"],
      tls: [passOn(15012, 15012), passOn(15017, 443)],
    },
  },
  after,
);

// The same under a name of its own, with a certificate for that name at the gateway.
const name = "istiod.example.com";
const edge = new MeshNamespace("istiod-https", { dataPlaneMode: MeshMode.None }, after);
const issuer = new CertificateIssuer("istiod-ca", {
  namespace: istio.namespace,
  ownCa: { commonName: "istiod CA" },
});
const { credentialName } = new GatewayCertificate("istiod-gateway-cert", {
  gatewayNamespace: istio.namespace,
  dnsNames: [name],
  issued: { issuer: { name: issuer.name, kind: issuer.kind } },
});
const https = (portName: string, number: number) => ({
  port: { name: portName, number, protocol: "HTTPS" as const },
  tls: { mode: "SIMPLE" as const, credentialName },
  hosts: [name],
});
new networking.v1.Gateway("istiod-https", {
  metadata: { name: "istiod-gateway", namespace: edge.name },
  spec: { selector, servers: [https("https-istiod", 15012), https("https-istiodwebhook", 15017)] },
});
const send = (port: number, to: number) => ({
  match: [{ port }],
  route: [{ destination: { host, port: { number: to } } }],
});
new networking.v1.VirtualService("istiod-https", {
  metadata: { name: "istiod-vs", namespace: edge.name },
  spec: {
    hosts: [name],
    gateways: ["istiod-gateway"],
    http: [send(15012, 15012), send(15017, 443)],
  },
});
// The gateway speaks TLS to istiod, and knows its certificate by the CA that every proxy has.
const tls = {
  mode: "SIMPLE" as const,
  caCertificates: "/var/run/secrets/istio/root-cert.pem",
  subjectAltNames: ["istiod.istio-system.svc"],
};
new networking.v1.DestinationRule("istiod-https", {
  metadata: { name: "istiod-dr", namespace: istio.namespace },
  spec: {
    host,
    trafficPolicy: {
      portLevelSettings: [
        {
          port: { number: 15012 },
          tls,
          connectionPool: { http: { h2UpgradePolicy: "UPGRADE" } },
        },
        { port: { number: 443 }, tls },
      ],
    },
  },
});

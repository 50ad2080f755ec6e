// What edge.test.ts deploys: one application at the edge, once through Istio's ingress gateway and once
// through a gateway that istiod makes. Each passes one server name on to the other.
import * as pulumi from "@pulumi/pulumi";
import {
  AppGateway,
  type ChartSource,
  ControlPlane,
  type Dialect,
  GatewayCertificate,
  type GatewayServer,
  Httpbin,
  IngressGateway,
  MeshNamespace,
  type ServerPem,
} from "istio-mesh";

const config = new pulumi.Config();
const charts = config.requireObject<ChartSource>("charts");
const manifest = config.require("gatewayApi");
const pems = config.requireObject<Record<string, ServerPem>>("certificates");
const clientCa = config.require("clientCa");

const mesh = new ControlPlane("istio", {
  profile: "sidecar",
  size: "small",
  charts,
  gatewayApi: { mode: "install", manifest },
});
const after = { dependsOn: [mesh] };
const ingress = new IngressGateway(
  "ingress",
  {
    charts,
    ports: [
      { name: "status-port", port: 15021 },
      { name: "http2", port: 80 },
      { name: "https", port: 443 },
      { name: "tcp", port: 31400 },
    ],
  },
  after,
);
const shop = new MeshNamespace("shop", { dataPlaneMode: "none" });
const httpbin = new Httpbin("httpbin", { namespace: shop.name }, after);

/** A certificate for each host, in the namespace of the gateway that presents it. */
const certificates = (names: string[], gatewayNamespace: pulumi.Input<string>) =>
  Object.fromEntries(
    names.map((name) => {
      const pem = pems[name] as ServerPem;
      const dnsNames = [`${name}.example.com`];
      const args = { gatewayNamespace, credentialName: name, dnsNames, pem, clientCa };
      const { credentialName } = new GatewayCertificate(`${name}-${names.length}`, args);
      return [name, credentialName];
    }),
  );

function edge(dialect: Dialect, own: string, other: string, behind: string) {
  const istio = dialect === "istio";
  const names = ["web", "catalog", "partners", own, ...(istio ? ["maybe", "modern"] : [])];
  const credentials = certificates(names, istio ? ingress.namespace : shop.name);
  const https = (name: string, tls: object = {}): GatewayServer => ({
    port: 443,
    protocol: "HTTPS",
    hosts: [`${name}.example.com`],
    tls: { credentialName: credentials[name], ...tls },
  });
  const sniHosts = [`${other}.example.com`];
  const args = {
    namespace: shop.name,
    dialect,
    ...(istio
      ? { selector: ingress.selector }
      : { infrastructure: { annotations: { "example.com/made-for": "edge" } } }),
    servers: [
      { port: 80, protocol: "HTTP", hosts: ["web.example.com"], redirectToHttps: true },
      ...["web", "catalog", own].map((name) => https(name)),
      https("partners", { mode: "MUTUAL" }),
      ...(istio
        ? [
            https("maybe", { mode: "OPTIONAL_MUTUAL" }),
            https("modern", { minProtocolVersion: "TLSV1_3" }),
          ]
        : []),
      { port: 443, protocol: "TLS", hosts: sniHosts, tls: { mode: "PASSTHROUGH" }, name: "sni" },
      { port: 31400, protocol: "TCP" },
    ] as GatewayServer[],
    routes: [{ service: "httpbin", port: 8000 }],
    tlsRoutes: [{ sniHosts, service: behind, port: 443 }],
    tcpRoutes: [{ service: "httpbin", port: 8000 }],
  };
  return new AppGateway(dialect, args, { dependsOn: [mesh, ingress, httpbin] });
}

edge("istio", "front", "back", "gateway-api-istio");
edge("gateway-api", "back", "front", "istio-ingressgateway.istio-ingress.svc.cluster.local");

export const address = ingress.address;

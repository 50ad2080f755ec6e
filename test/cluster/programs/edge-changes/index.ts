// What edge-changes.test.ts deploys and changes under load: one application at the edge, by both APIs.
import * as pulumi from "@pulumi/pulumi";
import {
  AppGateway,
  type ChartSource,
  ControlPlane,
  type Dialect,
  GatewayCertificate,
  type GatewayTlsMode,
  Httpbin,
  IngressGateway,
  MeshNamespace,
  type ServerPem,
} from "istio-mesh";

/** What the test changes. */
interface State {
  hosts: string[];
  /** Which of the certificates is presented. */
  certificate: string;
  credentialName: string;
  mode: GatewayTlsMode;
  /** Routes beside that for all requests. */
  routes: number;
}

const config = new pulumi.Config();
const charts = config.requireObject<ChartSource>("charts");
const pems = config.requireObject<Record<string, ServerPem>>("certificates");
const clientCa = config.require("clientCa");
const state = config.requireObject<State>("state");

const mesh = new ControlPlane("istio", {
  profile: "sidecar",
  size: "small",
  charts,
  gatewayApi: { mode: "install", manifest: config.require("gatewayApi") },
});
const after = { dependsOn: [mesh] };
const ingress = new IngressGateway("ingress", { charts }, after);
const shop = new MeshNamespace("shop", { dataPlaneMode: "none" });
const httpbin = new Httpbin("httpbin", { namespace: shop.name }, after);

const edge = (dialect: Dialect) => {
  const certificate = new GatewayCertificate(`${dialect}-tls`, {
    gatewayNamespace: dialect === "istio" ? ingress.namespace : shop.name,
    credentialName: `${dialect}-${state.credentialName}`,
    pem: pems[state.certificate] as ServerPem,
    clientCa,
  });
  const { hosts, mode } = state;
  const target = { service: "httpbin", port: 8000 };
  return new AppGateway(
    dialect,
    {
      namespace: shop.name,
      dialect,
      ...(dialect === "istio" ? { selector: ingress.selector } : { numTrustedProxies: 1 }),
      servers: [
        { port: 80, protocol: "HTTP", hosts },
        {
          port: 443,
          protocol: "HTTPS",
          hosts,
          tls: { credentialName: certificate.credentialName, mode },
        },
      ],
      routes: [
        ...Array.from({ length: state.routes }, (_, i) => ({
          exact: [`/headers/${i}`],
          rewrite: { path: "/headers" },
          ...target,
        })),
        target,
      ],
    },
    { dependsOn: [mesh, ingress, httpbin] },
  );
};

edge("istio");
export const gatewayAddress = edge("gateway-api").address;
export const address = ingress.address;

import type { GatewayServer } from "../../../schemas/kinds/networking/gateway";
import { isRefused } from "../../mesh/declared-set";
import type { Mesh } from "../../mesh/mesh";
import {
  type IstioGateway,
  type Server,
  type ServerCredential,
  serversOf,
} from "../../mesh/model/gateways";
import type { CredentialName, GatewayConfig, ServerConfig, ServerTls } from "./gateway-config";

/** A host with the namespace that `.` stands for; any namespace goes without saying. */
function boundHost(host: string, namespace: string): string {
  const slash = host.indexOf("/");
  if (slash < 0) {
    return host;
  }
  const [place, name] = [host.slice(0, slash), host.slice(slash + 1)];
  return place === "*" ? name : `${place === "." ? namespace : place}/${name}`;
}

const anyHostAnywhere = "*/*";

/** Hosts of a server; any host in any namespace leaves no other beside it. */
const boundHosts = (hosts: readonly string[], namespace: string): string[] =>
  hosts.includes(anyHostAnywhere) ? ["*"] : hosts.map((host) => boundHost(host, namespace));

/** Certificates in files of the gateway's Pods, which no object holds. */
const hasFiles = ({ tls }: GatewayServer): boolean =>
  Boolean(tls?.serverCertificate) || (tls?.tlsCertificates ?? []).length > 0;

const ofSecrets = "kubernetes://";

/** The Secret that a name stands for; names of other forms stand for none. */
function credentialOf({ name, path }: ServerCredential): CredentialName[] {
  const own = name.startsWith(ofSecrets) ? name.slice(ofSecrets.length) : name;
  return own.includes(":") ? [] : [{ name: own, path }];
}

function tlsOf({ server, credentials }: Server): ServerTls | undefined {
  const { tls } = server;
  return (
    tls && {
      // Settings without a mode are passed through, as that is the first of the modes.
      mode: tls.mode ?? "PASSTHROUGH",
      httpsRedirect: tls.httpsRedirect === true,
      credentials: credentials.flatMap(credentialOf),
      ...(credentials.length === 0 && !hasFiles(server) && { problem: "no certificate is named" }),
    }
  );
}

function serverOf(one: Server): ServerConfig {
  const { gateway, server, path } = one;
  const { number: port, name: portName, protocol } = server.port;
  const tls = tlsOf(one);
  return {
    source: gateway.source,
    path,
    port,
    portName,
    protocol: protocol.toUpperCase(),
    bind: server.bind ?? "",
    hosts: boundHosts(server.hosts, gateway.source.id.namespace),
    ...(tls && { tls }),
  };
}

const configOf = (gateway: IstioGateway): GatewayConfig => {
  const { selector } = gateway.source.spec;
  return {
    name: gateway.name,
    source: gateway.source,
    servers: serversOf(gateway).map(serverOf),
    ...(selector && { selector }),
  };
};

/** All Gateways of Istio's. */
export const istioGateways = (mesh: Mesh): readonly GatewayConfig[] =>
  mesh.gateways.filter(({ source }) => !isRefused(source)).map(configOf);

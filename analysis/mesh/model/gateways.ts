import type { GatewayServer, GatewaySpec } from "../../../schemas/kinds/networking/gateway";
import { type Declared, type DeclaredSet, isRefused } from "../declared-set";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { type Labels, selects } from "./selector";
import type { Workload } from "./workloads";

/** A Gateway of Istio's with the Pods that take it. */
export interface IstioGateway {
  readonly source: Declared<GatewaySpec>;
  /** `namespace/name`. */
  readonly name: string;
  readonly workloads: readonly Workload[];
}

/** Every Gateway of Istio's. Its selector is looked for in all namespaces, as istiod does by default. */
export function gatewaysOf(set: DeclaredSet, workloads: readonly Workload[]): IstioGateway[] {
  // Most gateways of a mesh have the same selector.
  const chosen = new Map<string, readonly Workload[]>();
  const chosenBy = (selector: Labels) => {
    const key = JSON.stringify(Object.entries(selector).sort());
    const known = chosen.get(key) ?? workloads.filter(({ labels }) => selects(selector, labels));
    chosen.set(key, known);
    return known;
  };
  return set.all(Kind.Gateway).map((source) => ({
    source,
    name: `${source.id.namespace}/${source.id.name}`,
    get workloads() {
      return chosenBy(source.spec.selector ?? {});
    },
  }));
}

/** A server of one of Istio's Gateways. */
export interface Server {
  readonly gateway: IstioGateway;
  readonly server: GatewayServer;
  /** Path in the Gateway. */
  readonly path: string;
  /** Names of the Secrets with its certificates. */
  readonly credentials: readonly ServerCredential[];
}

/** A Secret that a server names. */
export interface ServerCredential {
  readonly name: string;
  /** Path of the name in the Gateway. */
  readonly path: string;
}

function credentialsOf({ tls }: GatewayServer, path: string): ServerCredential[] {
  const { credentialName, credentialNames = [] } = tls ?? {};
  return [
    ...(credentialName ? [{ name: credentialName, path: `${path}.tls.credentialName` }] : []),
    ...credentialNames.map((name, i) => ({ name, path: `${path}.tls.credentialNames[${i}]` })),
  ];
}

/** The Secret that a server names for what certificates of clients are held against. */
export function clientAuthority({ server: { tls }, path }: Server): ServerCredential | undefined {
  const name = tls?.caCertCredentialName;
  return name ? { name, path: `${path}.tls.caCertCredentialName` } : undefined;
}

/** The servers of a Gateway. */
export const serversOf = (gateway: IstioGateway): Server[] =>
  (gateway.source.spec.servers ?? []).map((server, i) => {
    const path = `spec.servers[${i}]`;
    return { gateway, server, path, credentials: credentialsOf(server, path) };
  });

/** Servers of all Gateways that the API server takes. */
export const allServers = (mesh: Mesh): readonly Server[] =>
  mesh.gateways.filter(({ source }) => !isRefused(source)).flatMap(serversOf);

/** Whether a Pod takes both; where no Pods are known, whether the same labels choose them. */
export function shareWorkloads(one: IstioGateway, other: IstioGateway): boolean {
  if (one.workloads === other.workloads && one.workloads.length > 0) {
    return true;
  }
  if (one.workloads.length === 0 && other.workloads.length === 0) {
    const [a = {}, b = {}] = [one.source.spec.selector, other.source.spec.selector];
    return selects(a, b) && selects(b, a);
  }
  return one.workloads.some((workload) => other.workloads.includes(workload));
}

/** A host of a server without the namespaces that may bind to it. */
export const serverHost = (host: string): string => host.slice(host.indexOf("/") + 1);

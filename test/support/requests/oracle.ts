import { parseCluster } from "../envoy-destinations";
import { matchingRoute, virtualHost } from "../envoy-routes";
import type { Envoy, ProxyConfig } from "../translate";

/**
 * What Envoy does with a call by the configuration that istiod gives it: the listener for an address and a port,
 * the filter chain, the route, the cluster, its endpoints and how it speaks to them.
 */

/** A call as Envoy gets it. */
export interface Called {
  /** Address that is called. */
  readonly ip: string;
  readonly port: number;
  /** Undefined for a connection without HTTP. */
  readonly http?: {
    authority: string;
    path: string;
    method: string;
    headers: Record<string, string>;
  };
  readonly sni?: string;
}

/** What Envoy does with it. */
export type Done =
  | { readonly kind: "noListener" }
  | { readonly kind: "noRoute" }
  /** Hosts outside are closed. */
  | { readonly kind: "closed" }
  | { readonly kind: "redirect"; readonly action: Envoy; readonly code: number }
  | { readonly kind: "response"; readonly status: number; readonly route: Envoy }
  | {
      readonly kind: "forward";
      readonly clusters: readonly { name: string; share: number }[];
      readonly route?: Envoy;
    };

const isTcp = ({ name }: Envoy) => name === "envoy.filters.network.tcp_proxy";
const isHttp = ({ name }: Envoy) => name === "envoy.filters.network.http_connection_manager";
const everywhere = "0.0.0.0";

/** The listener for an address: its own, that of the port, or the one that takes all the rest. */
function listenerFor({ listeners }: ProxyConfig, ip: string, port: number): Envoy {
  const at = (address: string) =>
    listeners.find((one) => {
      const socket = one.address?.socketAddress;
      return (
        socket?.address === address &&
        socket.portValue === port &&
        one.trafficDirection !== "INBOUND"
      );
    });
  return at(ip) ?? at(everywhere) ?? listeners.find(({ name }) => name === "virtualOutbound");
}

const inRange = ({ addressPrefix, prefixLen }: Envoy, ip: string): boolean =>
  prefixLen === 32 || prefixLen?.value === 32 ? addressPrefix === ip : true;

function nameRank(names: string[] | undefined, sni: string | undefined): number {
  if (!names?.length) {
    return 0;
  }
  const ranks = names.map((name) => {
    if (sni === undefined) {
      return -1;
    }
    // Envoy reads both in small letters.
    const [own, wanted] = [name.toLowerCase(), sni.toLowerCase()];
    if (own === wanted) {
      return 1e6;
    }
    return own.startsWith("*.") && wanted.endsWith(own.slice(1)) ? own.length : -1;
  });
  return Math.max(...ranks);
}

/** The chain that Envoy takes: by port, address, server name, transport and application protocol, in this order. */
export function chainFor(
  { filterChains = [], defaultFilterChain }: Envoy,
  call: { ip?: string; port?: number; sni?: string; tls: boolean; alpn: readonly string[] },
): Envoy {
  let left: Envoy[] = filterChains;
  const narrow = (rank: (match: Envoy) => number) => {
    const ranked = left.map((chain) => ({ chain, rank: rank(chain.filterChainMatch ?? {}) }));
    const best = Math.max(...ranked.map((one) => one.rank));
    left = best < 0 ? [] : ranked.filter((one) => one.rank === best).map((one) => one.chain);
  };
  narrow(({ destinationPort }) =>
    destinationPort === undefined ? 0 : destinationPort === call.port ? 1 : -1,
  );
  narrow(({ prefixRanges }) =>
    prefixRanges?.length
      ? call.ip !== undefined &&
        prefixRanges.some((range: Envoy) => inRange(range, call.ip as string))
        ? 1
        : -1
      : 0,
  );
  narrow(({ serverNames }) => nameRank(serverNames, call.tls ? call.sni : undefined));
  narrow(({ transportProtocol }) =>
    transportProtocol === undefined
      ? 0
      : transportProtocol === (call.tls ? "tls" : "raw_buffer")
        ? 1
        : -1,
  );
  narrow(({ applicationProtocols }) =>
    applicationProtocols?.length
      ? applicationProtocols.some((one: string) => call.alpn.includes(one))
        ? 1
        : -1
      : 0,
  );
  return left[0] ?? defaultFilterChain;
}

/** What a proxy does with a call to an address. */
export function doneWith(config: ProxyConfig, call: Called): Done {
  const listener = listenerFor(config, call.ip, call.port);
  const tls = call.sni !== undefined;
  const chain =
    listener &&
    chainFor(listener, { ...call, tls, alpn: tls ? [] : call.http ? ["http/1.1"] : [] });
  return chain === undefined ? { kind: "noListener" } : doneIn(config, chain, call);
}

const redirectCodes: Record<string, number> = {
  MOVED_PERMANENTLY: 301,
  FOUND: 302,
  SEE_OTHER: 303,
  TEMPORARY_REDIRECT: 307,
  PERMANENT_REDIRECT: 308,
};

/** The same in a filter chain. */
export function doneIn(config: ProxyConfig, chain: Envoy, call: Pick<Called, "http">): Done {
  const manager = chain.filters.find(isHttp)?.typedConfig;
  if (manager && call.http) {
    return routed(config, manager, call.http);
  }
  const proxy = chain.filters.find(isTcp)?.typedConfig;
  return proxy ? { kind: "forward", clusters: clustersOf(proxy) } : { kind: "noListener" };
}

function routed(config: ProxyConfig, manager: Envoy, http: NonNullable<Called["http"]>): Done {
  const name = manager.rds?.routeConfigName;
  const routes = manager.routeConfig ?? config.routes.find((one) => one.name === name);
  const bare = http.authority.replace(/:\d+$/, "");
  const host = virtualHost(routes, routes?.ignorePortInHostMatching ? bare : http.authority);
  if (host?.requireTls) {
    return { kind: "redirect", action: { httpsRedirect: true }, code: 301 };
  }
  const route = host && matchingRoute(host, { ...http, host: http.authority });
  if (route?.redirect) {
    const code = redirectCodes[route.redirect.responseCode] ?? 301;
    return { kind: "redirect", action: route.redirect, code };
  }
  if (host?.name === "block_all") {
    return { kind: "closed" };
  }
  if (route?.directResponse) {
    return { kind: "response", status: route.directResponse.status, route };
  }
  return route
    ? { kind: "forward", clusters: clustersOf(route.route), route }
    : { kind: "noRoute" };
}

function clustersOf(action: Envoy): { name: string; share: number }[] {
  const weighted: Envoy[] = action.weightedClusters?.clusters ?? [
    { name: action.cluster, weight: 1 },
  ];
  const sum = weighted.reduce((all, { weight = 0 }) => all + Number(weight), 0);
  return weighted.map(({ name, weight = 0 }) => ({ name, share: (100 * Number(weight)) / sum }));
}

/** An endpoint of a cluster. */
export interface OracleEndpoint {
  readonly ip: string;
  readonly port: number;
  /** Mode of the transport socket that fits the endpoint: Istio's own TLS, another one, or none. */
  readonly tls: "ISTIO_MUTUAL" | "SIMPLE" | "MUTUAL" | "DISABLE" | "HBONE";
}

/** The endpoints of a cluster; undefined where there is no such cluster. */
export function endpointsOf(config: ProxyConfig, name: string): OracleEndpoint[] | undefined {
  const cluster = config.clusters.find((one) => one.name === name);
  if (!cluster) {
    return undefined;
  }
  const assignment =
    config.endpoints.find(({ clusterName }) => clusterName === name) ?? cluster.loadAssignment;
  return (assignment?.endpoints ?? [])
    .flatMap(({ lbEndpoints = [] }: Envoy) => lbEndpoints)
    .map((one: Envoy) => {
      const socket = one.endpoint.address.socketAddress;
      const internal = one.endpoint.address.envoyInternalAddress;
      const [ip, port] = internal
        ? internal.endpointId.split(":")
        : [socket.address, socket.portValue];
      return { ip, port: Number(port), tls: internal ? "HBONE" : tlsOf(cluster, one) };
    });
}

function tlsOf(cluster: Envoy, endpoint: Envoy): OracleEndpoint["tls"] {
  const wanted = endpoint.metadata?.filterMetadata?.["envoy.transport_socket_match"] ?? {};
  const matches: Envoy[] = cluster.transportSocketMatches ?? [];
  const fitting = matches.find(({ match = {} }) =>
    Object.entries(match).every(([key, value]) => wanted[key] === value),
  );
  const socket = matches.length > 0 ? fitting?.transportSocket : cluster.transportSocket;
  const context = socket?.typedConfig?.commonTlsContext;
  if (!context) {
    return "DISABLE";
  }
  const certificates: string[] = (context.tlsCertificateSdsSecretConfigs ?? []).map(
    (one: Envoy) => one.name,
  );
  if (certificates.includes("default")) {
    return "ISTIO_MUTUAL";
  }
  return certificates.length > 0 || context.tlsCertificates ? "MUTUAL" : "SIMPLE";
}

/** Whether a cluster stands for the address that was called, or for none. */
export const isPassthrough = (name: string): boolean => name === "PassthroughCluster";
export const isBlackHole = (name: string): boolean => name === "BlackHoleCluster";

export { parseCluster };

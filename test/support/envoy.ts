import { type Destination, parseCluster } from "./envoy-destinations";
import { type HttpRequest, matchingRoute, virtualHost } from "./envoy-routes";
import type { Envoy, ProxyConfig } from "./translate";

/**
 * Readers over what istiod gives a proxy, so that tests say what is meant and not where Envoy keeps
 * it. They choose as Envoy chooses: listener, filter chain, virtual host, first matching route.
 */

export type { Destination } from "./envoy-destinations";
export { destinationsByVersion } from "./envoy-destinations";

/** A request as the proxy sees it. */
export interface Request extends HttpRequest {
  /**
   * Port: of the Service for sidecars and waypoints, of the listener for gateways (the port of the
   * gateway's Pod, not of its Service). @default 80
   */
  port?: number;
  /** Server name of a TLS client. @default - `host` */
  sni?: string;
}

/** What a proxy does with a request. */
export interface Answer {
  /** The virtual host's and the route's own JSON, for all that has no field below. */
  virtualHost: Envoy;
  route: Envoy;
  /** Where it goes, in the order of the route; weight 100 when there is one only. */
  destinations: Destination[];
  /** Envoy's redirect, e.g. `{ httpsRedirect: true, responseCode: … }`; `{ requireTls: "ALL" }` for all of a host. */
  redirect?: Envoy;
  /** Status that the proxy answers with by itself. */
  status?: number;
  /** e.g. `"2s"`; `"0s"` is no limit. */
  timeout?: string;
  /** Envoy's retry policy. */
  retries?: Envoy;
  /** Copies go there; weight is the percentage. */
  mirrors: Destination[];
}

/** What the proxy does with an outgoing (sidecar) or incoming (gateway, waypoint) request; undefined is a 404. */
export function request(config: ProxyConfig, wanted: Request): Answer | undefined {
  const host = virtualHost(routeConfig(config, wanted), wanted.host);
  const route = host && matchingRoute(host, wanted);
  return host && route && answer(host, route);
}

function answer(host: Envoy, route: Envoy): Answer {
  const action = route.route ?? {};
  const redirect = host.requireTls ? { requireTls: host.requireTls } : route.redirect;
  return {
    virtualHost: host,
    route,
    destinations: destinationsOf(action),
    ...(redirect && { redirect }),
    ...(route.directResponse && { status: route.directResponse.status }),
    ...(action.timeout && { timeout: action.timeout }),
    ...(action.retryPolicy && { retries: action.retryPolicy }),
    mirrors: (action.requestMirrorPolicies ?? []).map(mirror),
  };
}

/** Destinations of an HTTP route action or of a TCP proxy: their fields have the same names. */
function destinationsOf(action: Envoy): Destination[] {
  const weighted: Envoy[] = action.weightedClusters?.clusters ?? [];
  const all = action.cluster ? [{ name: action.cluster, weight: 100 }] : weighted;
  return all.map(({ name, weight = 0 }) => ({ ...parseCluster(name), weight: Number(weight) }));
}

const parts: Record<string, number> = { HUNDRED: 1, TEN_THOUSAND: 100, MILLION: 10_000 };

function mirror({ cluster: name, runtimeFraction }: Envoy): Destination {
  const { numerator = 0, denominator = "HUNDRED" } = runtimeFraction?.defaultValue ?? {
    numerator: 100,
  };
  return { ...parseCluster(name), weight: numerator / (parts[denominator] ?? 1) };
}

/** A TCP or passed-through TLS connection as the proxy sees it. */
export interface Connection {
  /** As in `Request`. */
  port: number;
  /** Server name of a TLS client. @default - no TLS */
  sni?: string;
  /** Address that a sidecar's application calls: several TCP Services may share a port. @default - any */
  ip?: string;
  /** Service that is called; for waypoints only. @default - none */
  host?: string;
}

/** The destinations of a connection; undefined when nothing takes it. */
export function connection(config: ProxyConfig, wanted: Connection): Destination[] | undefined {
  const { port, sni, ip, host } = wanted;
  const chains = listenersAt(config, port, ip).map((one) => filterChain(one, { sni }));
  for (const chain of [host && waypointChain(config, "tcp", host, port), ...chains]) {
    const proxy = chain?.filters.find(isTcp);
    if (proxy) {
      return destinationsOf(proxy.typedConfig);
    }
  }
  return undefined;
}

const isTcp = (filter: Envoy) => filter.name === "envoy.filters.network.tcp_proxy";
const isHttp = (filter: Envoy) => filter.name === "envoy.filters.network.http_connection_manager";

function routeConfig(config: ProxyConfig, { host, port = 80, sni = host }: Request): Envoy {
  const chain = waypointChain(config, "http", host, port) ?? outboundChain(config, port, sni);
  const manager = chain?.filters.find(isHttp)?.typedConfig;
  if (!manager) {
    throw new Error(`no HTTP on port ${port}; the listeners are ${listenerNames(config)}`);
  }
  const name = manager.rds?.routeConfigName;
  return manager.routeConfig ?? config.routes.find((routes) => routes.name === name);
}

/** A waypoint has one listener, in which the chain's name says the Service that was called. */
function waypointChain(config: ProxyConfig, protocol: string, host: string, port: number): Envoy {
  const inner = config.listeners.find(({ name }) => name === "main_internal");
  return inner?.filterChains.find(
    ({ name }: Envoy) => name === `inbound-vip|${port}|${protocol}|${host}`,
  );
}

function outboundChain(config: ProxyConfig, port: number, sni: string): Envoy {
  const chains = listenersAt(config, port).map((one) => filterChain(one, { sni, http: true }));
  return chains.find(Boolean);
}

/** Those at this address first, or without one those at every address, where HTTP is. */
function listenersAt(config: ProxyConfig, port: number, ip?: string): Envoy[] {
  const everywhere = "0.0.0.0";
  const address = (one: Envoy) => one.address?.socketAddress?.address;
  const rank = (one: Envoy) => (address(one) === (ip ?? everywhere) ? 0 : 1);
  return config.listeners
    .filter((one) => one.address?.socketAddress?.portValue === port)
    .filter((one) => one.trafficDirection !== "INBOUND")
    .filter((one) => ip === undefined || [ip, everywhere].includes(address(one)))
    .sort((a, b) => rank(a) - rank(b));
}

/** The chain for a server name: the exact one, then the longest wildcard, then one for any name. */
export function filterChain(
  { filterChains = [], defaultFilterChain }: Envoy,
  { sni, http = false }: { sni?: string; http?: boolean } = {},
): Envoy {
  const fits = (names: string[]) => names.map((name) => serverNameRank(name, sni));
  const ranked = [...filterChains, ...(defaultFilterChain ? [defaultFilterChain] : [])]
    .filter((chain) => !http || chain.filters.some(isHttp))
    .map((chain) => {
      const names: string[] = chain.filterChainMatch?.serverNames ?? [];
      return { chain, rank: names.length === 0 ? 0 : Math.max(...fits(names)) };
    })
    .filter(({ rank }) => rank >= 0);
  return ranked.sort((a, b) => b.rank - a.rank)[0]?.chain;
}

function serverNameRank(name: string, sni: string | undefined): number {
  if (sni === undefined) {
    return -1;
  }
  if (name === sni) {
    return Number.MAX_SAFE_INTEGER;
  }
  return name.startsWith("*.") && sni.endsWith(name.slice(1)) ? name.length : -1;
}

const listenerNames = ({ listeners }: ProxyConfig) => listeners.map(({ name }) => name).join(", ");

/** A listener by its name, e.g. `virtualInbound`, or by its port. */
export function listener(config: ProxyConfig, which: string | number): Envoy {
  const found =
    typeof which === "number"
      ? listenersAt(config, which)[0]
      : config.listeners.find(({ name }) => name === which);
  if (!found) {
    throw new Error(`no listener ${which}; there are ${listenerNames(config)}`);
  }
  return found;
}

/**
 * HTTP filters of a listener, in their order: of the chain of this name (Envoy's, e.g.
 * `inbound-vip|80|http|web.shop.svc.cluster.local`), or of all chains, each name once.
 */
export function filters(one: Envoy, chainName?: string): Envoy[] {
  return firstOfEachName(
    networkFilters(one, chainName)
      .filter(isHttp)
      .flatMap(({ typedConfig }) => typedConfig.httpFilters ?? []),
  );
}

/** Network filters of a listener, the HTTP connection managers among them. */
export function networkFilters(one: Envoy, chainName?: string): Envoy[] {
  const chains = [...(one.filterChains ?? []), one.defaultFilterChain].filter(Boolean);
  return chains
    .filter(({ name }) => chainName === undefined || name === chainName)
    .flatMap((chain) => chain.filters ?? []);
}

const firstOfEachName = (all: Envoy[]) =>
  all.filter(({ name }, i) => all.findIndex((other) => other.name === name) === i);

/**
 * The configuration of an HTTP filter, e.g. `envoy.filters.http.rbac`, in the chain of this name or
 * the first chain that has it; undefined without it.
 */
export function httpFilter(
  config: ProxyConfig,
  which: string | number,
  name: string,
  chainName?: string,
): Envoy {
  const found = filters(listener(config, which), chainName).find((one) => one.name === name);
  return found?.typedConfig;
}

/** The same for a network filter, e.g. `envoy.filters.network.rbac`. */
export function networkFilter(
  config: ProxyConfig,
  which: string | number,
  name: string,
  chainName?: string,
): Envoy {
  const all = networkFilters(listener(config, which), chainName);
  return all.find((one) => one.name === name)?.typedConfig;
}

/** The cluster of a Service's port, and of a subset. */
export function cluster(config: ProxyConfig, host: string, port: number, subset?: string): Envoy {
  const found = config.clusters.find((one) => isCluster(one.name, host, port, subset));
  if (!found) {
    const names = config.clusters.map(({ name }) => name).join(", ");
    throw new Error(`no cluster of ${host}:${port} ${subset ?? ""}; there are ${names}`);
  }
  return found;
}

/** Whether the proxy has a cluster of this port, and subset. */
export const hasCluster = (
  config: ProxyConfig,
  host: string,
  port: number,
  subset?: string,
): boolean => config.clusters.some(({ name }) => isCluster(name, host, port, subset));

function isCluster(name: string, host: string, port: number, subset?: string): boolean {
  const one = parseCluster(name);
  return (
    !name.startsWith("inbound|") && one.host === host && one.port === port && one.subset === subset
  );
}

/** Addresses behind a Service's port, e.g. `10.1.0.1:8080`, sorted. */
export function addresses(
  config: ProxyConfig,
  host: string,
  port: number,
  subset?: string,
): string[] {
  return config.endpoints
    .filter(({ clusterName }) => isCluster(clusterName, host, port, subset))
    .flatMap(({ endpoints = [] }) => endpoints)
    .flatMap(({ lbEndpoints = [] }) => lbEndpoints)
    .map(({ endpoint }: Envoy) => endpoint.address.socketAddress)
    .map((socket: Envoy) => `${socket?.address}:${socket?.portValue}`)
    .sort();
}

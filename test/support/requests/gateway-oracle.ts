import { matchingRoute, virtualHost } from "../envoy-routes";
import type { Envoy, ProxyConfig } from "../translate";
import { chainFor, parseCluster } from "./oracle";

/** A connection from outside as the gateway's Pod gets it, and the request in it. */
export interface OutsideCall {
  /** Port of the Pods. */
  readonly port: number;
  readonly tls: boolean;
  readonly sni?: string;
  readonly clientCertificate: boolean;
  readonly http?: {
    authority: string;
    path: string;
    method: string;
    headers: Record<string, string>;
  };
}

/** What becomes of it, in words that the model's decision is written in too. */
export interface Outcome {
  readonly end?: string;
  readonly to?: Readonly<Record<string, number>>;
  readonly mirrors?: Readonly<Record<string, number>>;
  readonly timeout?: string;
  readonly attempts?: number;
  readonly authority?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const isTcp = ({ name }: Envoy) => name === "envoy.filters.network.tcp_proxy";
const isHttp = ({ name }: Envoy) => name === "envoy.filters.network.http_connection_manager";

/** What istiod's configuration of a gateway makes of a call. */
export function gatewayOutcome(config: ProxyConfig, call: OutsideCall): Outcome {
  const listener = config.listeners.find((one) => {
    const { address, portValue } = one.address?.socketAddress ?? {};
    return address === "0.0.0.0" && portValue === call.port && one.trafficDirection !== "INBOUND";
  });
  if (!listener) {
    return { end: "reset" };
  }
  const { sni } = call;
  const alpn = sni?.startsWith("outbound_") ? ["istio"] : [];
  const chain = chainFor(listener, { tls: call.tls, alpn, ...(sni && { sni }) });
  if (!chain) {
    return { end: call.tls ? "tlsRefused" : "reset" };
  }
  const context = chain.transportSocket?.typedConfig;
  if (context && call.tls && handshake(config, context, call) !== "well") {
    return { end: "tlsRefused" };
  }
  const manager = chain.filters.find(isHttp)?.typedConfig;
  if (Boolean(context) !== call.tls && (context || manager)) {
    return { end: "reset" };
  }
  if (manager) {
    return call.http ? ofRoutes(config, manager, call.http, call.tls) : { end: "reset" };
  }
  return { to: shares(chain.filters.find(isTcp).typedConfig) };
}

/**
 * How a handshake ends: nobody is there without a certificate that istiod serves, and a client without one is
 * refused where one is wanted.
 */
export function handshake(
  config: ProxyConfig,
  context: Envoy,
  { clientCertificate }: Pick<OutsideCall, "clientCertificate">,
): "nobody" | "refused" | "well" {
  const names: string[] = (context.commonTlsContext.tlsCertificateSdsSecretConfigs ?? []).map(
    ({ name }: Envoy) => name,
  );
  const served = config.credentials.map(({ name }: Envoy) => name);
  const isOfMesh = names.includes("default");
  const validates =
    context.commonTlsContext.combinedValidationContext ??
    context.commonTlsContext.validationContextSdsSecretConfig;
  const wantsMesh = isOfMesh && context.requireClientCertificate === true && validates;
  if (!isOfMesh && !names.some((name) => served.includes(name))) {
    return "nobody";
  }
  const isLet = !wantsMesh && (context.requireClientCertificate !== true || clientCertificate);
  return isLet ? "well" : "refused";
}

const parts: Record<string, number> = { HUNDRED: 1, TEN_THOUSAND: 100, MILLION: 10_000 };

function keyOf(cluster: string): string {
  const { host, port, subset } = parseCluster(cluster.replaceAll("_.", "|").replace("|_|", "||"));
  const isNobody = cluster === "UnknownService" || host === "internal.cluster.local";
  return isNobody ? "500" : `${host}:${port}${subset ? ` ${subset}` : ""}`;
}

function shares(action: Envoy): Record<string, number> {
  const all: Envoy[] = action.weightedClusters?.clusters ?? [{ name: action.cluster, weight: 1 }];
  const sum = all.reduce((before, { weight = 0 }) => before + Number(weight), 0);
  const found: Record<string, number> = {};
  for (const { name, weight = 0 } of all) {
    const key = keyOf(name);
    found[key] = (found[key] ?? 0) + (100 * Number(weight)) / sum;
  }
  return found;
}

const codes: Record<string, number> = {
  MOVED_PERMANENTLY: 301,
  FOUND: 302,
  SEE_OTHER: 303,
  TEMPORARY_REDIRECT: 307,
  PERMANENT_REDIRECT: 308,
};

type Http = NonNullable<OutsideCall["http"]>;

function ofRoutes(config: ProxyConfig, manager: Envoy, http: Http, tls: boolean): Outcome {
  const name = manager.rds?.routeConfigName;
  const routes = config.routes.find((one) => one.name === name);
  const [bare = ""] = http.authority.toLowerCase().split(":");
  const host = virtualHost(routes, bare);
  if (!host) {
    return { end: "noRoute" };
  }
  if (host.requireTls && !tls) {
    return { end: `301 https://${http.authority}${http.path}` };
  }
  const route = matchingRoute(host, { ...http, host: http.authority });
  if (!route) {
    return { end: "noRoute" };
  }
  if (route.redirect) {
    return { end: redirect(route, http, tls) };
  }
  if (route.directResponse) {
    return { end: `response ${route.directResponse.status}` };
  }
  return forwarded(route, http);
}

function redirect({ redirect: to, match }: Envoy, http: Http, tls: boolean): string {
  const own = tls ? "https" : "http";
  const scheme = to.schemeRedirect ?? own;
  const [name, port] = http.authority.split(":");
  const usual = own === "https" ? "443" : "80";
  const isDropped = to.portRedirect || (scheme !== own && port === usual);
  const kept = port && !isDropped ? `${name}:${port}` : name;
  const host = to.hostRedirect ?? kept;
  const [path = "", query] = http.path.split(/\?(.*)/s);
  const written = to.pathRedirect || newPath(path, match, to);
  const end = query === undefined || written.includes("?") ? "" : `?${query}`;
  const number = to.portRedirect ? `:${to.portRedirect}` : "";
  return `${codes[to.responseCode] ?? 301} ${scheme}://${host}${number}${written}${end}`;
}

/** The path that a route makes of one. */
export function newPath(
  path: string,
  match: Envoy,
  { prefixRewrite, regexRewrite }: Envoy,
): string {
  if (prefixRewrite !== undefined) {
    const fixed = match.path ?? match.pathSeparatedPrefix ?? match.prefix;
    return prefixRewrite + (fixed === undefined ? "" : path.slice(fixed.length));
  }
  if (regexRewrite) {
    const { pattern, substitution = "" } = regexRewrite;
    const value = substitution.replace(/\\(\d)/g, "$$$1");
    return path.replace(new RegExp(pattern.regex, "g"), value);
  }
  return path;
}

function forwarded({ route: action, match, requestHeadersToAdd = [] }: Envoy, http: Http): Outcome {
  const [path = "", query] = http.path.split(/\?(.*)/s);
  const written = newPath(path, match, action) + (query === undefined ? "" : `?${query}`);
  const mirrors: Record<string, number> = {};
  for (const { cluster, runtimeFraction } of action.requestMirrorPolicies ?? []) {
    const { numerator = 0, denominator = "HUNDRED" } = runtimeFraction.defaultValue;
    mirrors[keyOf(cluster)] = numerator / (parts[denominator] ?? 1);
  }
  const seconds = Number((action.timeout ?? "0s").slice(0, -1));
  return {
    to: shares(action),
    mirrors,
    ...(seconds > 0 && { timeout: `${seconds}s` }),
    attempts: action.retryPolicy ? Number(action.retryPolicy.numRetries ?? 1) : 0,
    authority: action.hostRewriteLiteral ?? http.authority,
    path: written,
    headers: Object.fromEntries(
      requestHeadersToAdd.map(({ header }: Envoy) => [header.key.toLowerCase(), header.value]),
    ),
  };
}

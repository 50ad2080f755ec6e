import type { Answer } from "../../../analysis/requests/answer";
import type { Request } from "../../../analysis/requests/request";
import type { Envoy, ProxyConfig } from "../translate";
import {
  chainFor,
  type Done,
  doneWith,
  endpointsOf,
  isBlackHole,
  isPassthrough,
  type OracleEndpoint,
  parseCluster,
} from "./oracle";
import { callers, fullHost, podIp, podName, type WorldService, worldServices } from "./world";

/** An answer as far as both sides say it, with shares by who or what ends the request. */
export interface Plain {
  readonly ends: Readonly<Record<string, number>>;
  readonly timeout?: string | undefined;
  readonly attempts?: number | undefined;
  readonly mirrors: Readonly<Record<string, number>>;
  readonly abort?: string | undefined;
  readonly delay?: string | undefined;
}

const rounded = (all: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(all)
      .map(([key, share]) => [key, Math.round(share * 100) / 100] as const)
      .sort(([a], [b]) => a.localeCompare(b)),
  );

function add(all: Record<string, number>, key: string, share: number): void {
  all[key] = (all[key] ?? 0) + share;
}

/** What the model says. */
export function plainAnswer(answer: Answer): Plain {
  const ends: Record<string, number> = {};
  const key = (one: Answer["destinations"][number]) =>
    one.workload ? `${one.workload}` : `outside ${one.service ?? ""}:${one.port}`;
  for (const one of answer.destinations) {
    add(ends, key(one), one.share);
  }
  let rest = 100;
  for (const { outcome, status, share } of answer.lost ?? []) {
    add(ends, `${outcome} ${status ?? ""}`.trim(), share);
    rest -= share;
  }
  if (answer.destinations.length === 0) {
    const where = answer.redirect ? ` ${answer.redirect.location}` : "";
    add(ends, `${answer.outcome} ${answer.status ?? ""}`.trim() + where, rest);
  }
  const mirrors: Record<string, number> = {};
  for (const one of answer.mirrors) {
    add(mirrors, key(one), one.share);
  }
  const { abort, delay } = answer.fault ?? {};
  return {
    ends: rounded(ends),
    timeout: answer.timeout && seconds(answer.timeout),
    attempts: answer.retries?.attempts || undefined,
    mirrors: rounded(mirrors),
    abort: abort && `${abort.status} ${abort.percentage}`,
    delay: delay && `${seconds(delay.fixedDelay)} ${delay.percentage}`,
  };
}

const servers = worldServices.flatMap((one) =>
  one.versions.map((version) => ({
    name: podName(one, version),
    ip: podIp(one, version),
    isHttp: one.portName.startsWith("http"),
  })),
);

/** The Service of the world that is called. */
export function serviceCalled({ host, from }: Request): WorldService | undefined {
  const own = from.kind === "workload" ? from.namespace : "";
  return worldServices.find((one) =>
    [
      fullHost(one),
      `${one.name}.${one.namespace}`,
      `${one.name}.${one.namespace}.svc`,
      ...(one.namespace === own ? [one.name] : []),
    ].includes(host),
  );
}

const parts: Record<string, number> = { HUNDRED: 1, TEN_THOUSAND: 100, MILLION: 10_000 };
const percent = ({ numerator = 0, denominator = "HUNDRED" }: Envoy): number =>
  numerator / (parts[denominator] ?? 1);

/** What istiod's configuration of all the proxies comes to. */
export function plainOracle(configs: Configs, request: Request): Plain {
  const caller = callers.find(
    ({ name, namespace }) =>
      request.from.kind === "workload" &&
      name === request.from.name &&
      namespace === request.from.namespace,
  );
  const config = configs[caller?.name ?? ""] as ProxyConfig;
  const done = doneWith(config, {
    ip: request.address ?? serviceCalled(request)?.ip ?? "203.0.113.7",
    port: request.port,
    ...(request.http && {
      http: { ...request.http, headers: { ...request.http.headers } },
    }),
    ...(request.protocol === "https" && { sni: request.sni ?? request.host }),
  });
  return plainDone(configs, config, request, done);
}

/** What istiod gives proxies, by the name of each. */
export type Configs = Readonly<Record<string, ProxyConfig>>;

/** The same of what a proxy does with a call. */
export function plainDone(
  configs: Configs,
  config: ProxyConfig,
  request: Request,
  done: Done,
): Plain {
  switch (done.kind) {
    case "noListener":
      return { ends: { reset: 100 }, mirrors: {} };
    case "closed":
      return { ends: { "unavailable 502": 100 }, mirrors: {} };
    case "noRoute":
      return { ends: { "noRoute 404": 100 }, mirrors: {} };
    case "redirect":
      return {
        ends: { [`redirect ${done.code} ${location(done.action, request)}`]: 100 },
        mirrors: {},
      };
    case "response":
      return { ...faults(done.route), ends: { [`response ${done.status}`]: 100 }, mirrors: {} };
    case "forward":
      return plainForward(configs, config, request, done);
  }
}

function plainForward(
  configs: Configs,
  config: ProxyConfig,
  request: Request,
  { route, clusters }: Extract<Done, { kind: "forward" }>,
): Plain {
  const ends: Record<string, number> = {};
  const fault = faults(route);
  const isAborted = fault.abort?.endsWith(" 100") === true;
  for (const { name, share } of clusters.filter((one) => one.share > 0)) {
    if (isAborted) {
      add(ends, `fault ${fault.abort?.split(" ")[0]}`, share);
    } else {
      addCluster(configs, config, request, ends, name, share, route);
    }
  }
  const action = route?.route ?? {};
  const timeout = action.timeout === "0s" ? undefined : action.timeout;
  return {
    ends: rounded(ends),
    timeout: timeout && seconds(timeout),
    attempts: action.retryPolicy && ((action.retryPolicy.numRetries ?? 1) || undefined),
    mirrors: mirrorsOf(config, action),
    ...fault,
  };
}

function mirrorsOf(config: ProxyConfig, action: Envoy): Record<string, number> {
  const mirrors: Record<string, number> = {};
  for (const { cluster, runtimeFraction } of action.requestMirrorPolicies ?? []) {
    const share = runtimeFraction ? percent(runtimeFraction.defaultValue) : 100;
    const all = endpointsOf(config, cluster) ?? [];
    for (const { ip } of all) {
      add(mirrors, servers.find((one) => one.ip === ip)?.name ?? ip, share / all.length);
    }
  }
  return rounded(mirrors);
}

/** A duration as a number, whatever its unit. */
const seconds = (text: string): string =>
  `${Number.parseFloat(text) / (text.endsWith("ms") ? 1000 : 1)}s`;

function faults(route: Envoy): Pick<Plain, "abort" | "delay"> {
  const fault = route?.typedPerFilterConfig?.["envoy.filters.http.fault"];
  if (!fault) {
    return {};
  }
  const { abort, delay } = fault;
  return {
    abort: abort && `${abort.httpStatus} ${percent(abort.percentage)}`,
    delay: delay && `${seconds(delay.fixedDelay)} ${percent(delay.percentage)}`,
  };
}

/** Where a redirect leads, as Envoy writes it. */
export function location(action: Envoy, request: Request): string {
  const { authority = "", path = "/", scheme = "http" } = request.http ?? {};
  const wanted = action.httpsRedirect ? "https" : (action.schemeRedirect ?? scheme);
  return `${wanted}://${redirectHost(action, authority, scheme, wanted)}${redirectPath(action, path)}`;
}

const usualPorts: Record<string, string> = { http: "80", https: "443" };

/** A port that belongs to the old scheme does not go along to the new one. */
function redirectHost(action: Envoy, authority: string, before: string, after: string): string {
  const [name = "", own] = authority.split(":");
  const kept = action.hostRedirect || before !== after ? undefined : own;
  const port = action.portRedirect?.toString() ?? kept;
  const isUsual = port === undefined || port === usualPorts[after];
  return `${action.hostRedirect ?? name}${isUsual ? "" : `:${port}`}`;
}

function redirectPath({ pathRedirect }: Envoy, path: string): string {
  // Envoy keeps the path where the new one is empty.
  if (!pathRedirect) {
    return path;
  }
  const [, query = ""] = path.split(/\?(.*)/s);
  return query && !pathRedirect.includes("?") ? `${pathRedirect}?${query}` : pathRedirect;
}

/** What a route answers whose cluster is not there, or has nobody in it. */
const missingStatus = (endpoints: readonly unknown[] | undefined, route: Envoy): number => {
  const isSaid = route.route?.clusterNotFoundResponseCode === "INTERNAL_SERVER_ERROR";
  return endpoints === undefined && isSaid ? 500 : 503;
};

/** What is passed on comes to the Pods of the Service that is called, in plain text. */
function addPassedOn(
  configs: Configs,
  request: Request,
  ends: Record<string, number>,
  share: number,
  code: string,
): void {
  const service = request.address === undefined ? serviceCalled(request) : undefined;
  if (service === undefined) {
    add(ends, `outside ${request.address ?? request.host}:${request.port}`, share);
  } else if (service.port !== request.port) {
    add(ends, `unavailable${code}`, share);
  } else {
    for (const version of service.versions) {
      const pod = {
        ip: podIp(service, version),
        port: service.targetPort,
        tls: "DISABLE",
      } as const;
      add(ends, endOf(configs, pod, request, code), share / service.versions.length);
    }
  }
}

function addCluster(
  configs: Configs,
  config: ProxyConfig,
  request: Request,
  ends: Record<string, number>,
  name: string,
  share: number,
  route: Envoy,
): void {
  if (isPassthrough(name)) {
    addPassedOn(configs, request, ends, share, route ? " 503" : "");
    return;
  }
  if (isBlackHole(name)) {
    add(ends, "reset", share);
    return;
  }
  const endpoints = endpointsOf(config, name);
  const { host, port } = parseCluster(name);
  const cluster = config.clusters.find((one) => one.name === name);
  if (cluster?.type === "ORIGINAL_DST") {
    add(ends, `outside ${host}:${port}`, share);
    return;
  }
  const code = route ? " 503" : "";
  if (!endpoints || endpoints.length === 0) {
    add(ends, `unavailable${route ? ` ${missingStatus(endpoints, route)}` : ""}`, share);
    return;
  }
  for (const endpoint of endpoints) {
    add(ends, endOf(configs, endpoint, request, code), share / endpoints.length);
  }
}

function endOf(configs: Configs, endpoint: OracleEndpoint, request: Request, code: string): string {
  const { ip, port, tls } = endpoint;
  const server = servers.find((one) => one.ip === ip);
  const own = server && configs[server.name];
  const mutual = tls === "ISTIO_MUTUAL";
  if (own ? !takes(own, port, mutual, request) : server && mutual) {
    return `tlsRefused${code}`;
  }
  // Behind a sidecar's port that is said to be HTTP, no application speaks TLS itself.
  return own && server?.isHttp && (tls === "SIMPLE" || tls === "MUTUAL")
    ? `reset${code}`
    : (server?.name ?? ip);
}

/** Whether a server's sidecar has a filter chain for a connection. */
function takes(config: ProxyConfig, port: number, mutual: boolean, request: Request): boolean {
  const inbound = config.listeners.find(({ name }) => name === "virtualInbound");
  const alpn = mutual
    ? request.http
      ? ["istio-http/1.1", "istio", "istio-peer-exchange"]
      : ["istio-peer-exchange", "istio"]
    : request.http
      ? ["http/1.1"]
      : [];
  const chain = chainFor(
    { filterChains: inbound.filterChains },
    {
      port,
      ip: "10.9.9.9",
      tls: mutual || request.protocol === "https",
      alpn,
      ...(request.sni !== undefined && { sni: request.sni }),
    },
  );
  return chain !== undefined && (mutual || chain.transportSocket === undefined);
}

import type { Request } from "../../../analysis/requests/request";
import type { KubernetesObject } from "../objects";
import type { Envoy, ProxyConfig } from "../translate";
import { location, serviceCalled } from "./expected";
import { filtered } from "./filters";
import { handshake, newPath, type OutsideCall } from "./gateway-oracle";
import { front, frontAccount } from "./impact-front";
import {
  chainFor,
  type Done,
  doneIn,
  doneWith,
  endpointsOf,
  isBlackHole,
  isPassthrough,
  type OracleEndpoint,
  parseCluster,
} from "./oracle";

/**
 * What clients see of a request by the configuration that istiod gives all the proxies on its way, policies of
 * the servers among it, in words that two sets can be compared by.
 */

/** How well a client is served. */
export type Standing = "served" | "refused" | "failed";

/** A part of the requests. */
export interface End {
  readonly standing: Standing;
  /** Who answers, or what becomes of it. */
  readonly what: string;
  /** Host and port of the Service behind it; undefined where nobody is reached. */
  readonly service?: string;
  readonly share: number;
}

/** What becomes of a request. */
export interface Seen {
  readonly ends: readonly End[];
  /** How it is sent: timeouts, retries, headers, TLS, connections. */
  readonly sending: string;
}

/** A set with what istiod makes of it. */
export interface Translated {
  readonly objects: readonly KubernetesObject[];
  readonly configs: Readonly<Record<string, ProxyConfig>>;
}

type Http = NonNullable<Request["http"]>;

/** Who is at the other end of a server's connection. */
interface Peer {
  readonly ip: string;
  readonly principal?: string;
}

const alone = (standing: Standing, what: string): Seen => ({
  ends: [{ standing, what, share: 100 }],
  sending: "",
});

// biome-ignore lint/suspicious/noExplicitAny: fields of objects of many kinds
type Loose = any;

const podsOf = ({ objects }: Translated): Loose[] => objects.filter(({ kind }) => kind === "Pod");

const podAt = (set: Translated, ip: string): Loose =>
  podsOf(set).find(({ status }) => status.podIP === ip);

const isManager = ({ name }: Envoy) => name === "envoy.filters.network.http_connection_manager";

const alpnOf = (mutual: boolean, http: boolean): string[] => {
  const own = http ? ["istio-http/1.1", "istio", "istio-peer-exchange"] : undefined;
  return mutual ? (own ?? ["istio-peer-exchange", "istio"]) : http ? ["http/1.1"] : [];
};

type Outcome = Pick<End, "standing" | "what">;

/** The request in a connection, and what the proxy that sends it makes of a connection that ends. */
interface Carried {
  readonly http: Http | undefined;
  readonly bad: "" | " 503";
}

/** What is in a connection that a proxy sends on: bytes of HTTP are HTTP to whoever looks at them. */
function httpAt({ http, protocol }: Request, route: Envoy): Http | undefined {
  if (http === undefined || (!route && protocol === "https")) {
    return undefined;
  }
  return route ? sent(http, route) : http;
}

const noProxy = (server: Loose, mutual: boolean, bad: string, what: string): Outcome =>
  server && mutual
    ? { standing: "refused", what: `tlsRefused${bad}` }
    : { standing: "served", what };

const isOwnTls = ({ tls }: OracleEndpoint): boolean => tls === "SIMPLE" || tls === "MUTUAL";

/** The chain of a server's sidecar that takes a connection. */
function chainAt(config: ProxyConfig, endpoint: OracleEndpoint, request: Request): Envoy {
  const { port, tls } = endpoint;
  const { filterChains } = config.listeners.find((one: Envoy) => one.name === "virtualInbound");
  const mutual = tls === "ISTIO_MUTUAL";
  const isOwn = isOwnTls(endpoint);
  // Where no chain of the port wants TLS, nobody looks whether it is any.
  const isInspected = filterChains.some(
    ({ filterChainMatch: match }: Envoy) =>
      match?.transportProtocol === "tls" && match.destinationPort === port,
  );
  return chainFor(
    { filterChains },
    {
      port,
      ip: "10.9.9.9",
      tls: mutual || (isOwn ? isInspected : request.protocol === "https"),
      alpn: isOwn ? [] : alpnOf(mutual, request.http !== undefined),
      ...(request.sni !== undefined && { sni: request.sni }),
    },
  );
}

/** How a server ends a connection that no chain is for, or one that wants the mesh's certificates of all clients. */
function refusalOf(chain: Envoy, tls: OracleEndpoint["tls"]): Outcome | undefined {
  if (chain === undefined) {
    return tls === "SIMPLE" || tls === "MUTUAL"
      ? { standing: "failed", what: "reset" }
      : { standing: "refused", what: "tlsRefused" };
  }
  return chain.transportSocket && tls !== "ISTIO_MUTUAL"
    ? { standing: "refused", what: "tlsRefused" }
    : undefined;
}

/** What a server does with a connection and the request in it. */
function atServer(
  set: Translated,
  endpoint: OracleEndpoint,
  peer: Peer,
  request: Request,
  { http, bad }: Carried,
): Outcome {
  const { ip, port, tls } = endpoint;
  const server = podAt(set, ip);
  const name: string = server?.metadata.name ?? ip;
  const config = set.configs[name];
  const mutual = tls === "ISTIO_MUTUAL";
  if (!config) {
    return noProxy(server, mutual, bad, `${name}:${port}`);
  }
  const chain = chainAt(config, endpoint, request);
  const refusal = refusalOf(chain, tls);
  if (refusal) {
    return { ...refusal, what: `${refusal.what}${bad}` };
  }
  const sees = chain.filters.some(isManager);
  if (sees && (!http || isOwnTls(endpoint))) {
    return { standing: "failed", what: `reset${bad}` };
  }
  const { end } = filtered(chain.filters, {
    ...(mutual && peer.principal !== undefined && { principal: peer.principal }),
    source: peer.ip,
    remote: peer.ip,
    destination: ip,
    port,
    sni: request.sni ?? "",
    ...(sees && http && { http }),
    ...(request.token && { token: request.token }),
  });
  return end === "taken"
    ? { standing: "served", what: `${name}:${port}` }
    : { standing: "refused", what: sees ? end : `denied${bad}` };
}

/** The Service whose address is called. */
const serviceAt = ({ objects }: Translated, { host }: Request): Loose =>
  objects.find(
    ({ kind, metadata }) =>
      kind === "Service" &&
      host === `${String(metadata.name)}.${String(metadata.namespace)}.svc.cluster.local`,
  );

/** What comes in plain text to the Pods of the Service that is called, or outside where there is none. */
function passedOn(set: Translated, peer: Peer, request: Request, carried: Carried): End[] {
  const service = serviceAt(set, request);
  const where = `${request.host}:${request.port}`;
  if (!service) {
    return [
      { standing: "served", what: `outside ${where}`, service: `outside ${where}`, share: 100 },
    ];
  }
  const port = service.spec.ports.find((one: Loose) => one.port === request.port);
  const pods = podsOf(set).filter(
    ({ metadata }) =>
      port &&
      metadata.namespace === service.metadata.namespace &&
      Object.entries(service.spec.selector).every(([key, value]) => metadata.labels[key] === value),
  );
  if (pods.length === 0) {
    return [{ standing: "failed", what: `unavailable${carried.bad}`, share: 100 }];
  }
  return pods.map(({ status }) => ({
    ...atServer(
      set,
      { ip: status.podIP, port: port.targetPort, tls: "DISABLE" },
      peer,
      request,
      carried,
    ),
    service: where,
    share: 100 / pods.length,
  }));
}

/** Parts of requests that go to a cluster. */
function ofCluster(
  set: Translated,
  config: ProxyConfig,
  peer: Peer,
  request: Request,
  { name, share, route }: { name: string; share: number; route: Envoy },
): End[] {
  const http = httpAt(request, route);
  const bad = route ? " 503" : "";
  const cluster = config.clusters.find((one) => one.name === name);
  const passed = () =>
    passedOn(set, peer, request, { http, bad }).map((one) => ({
      ...one,
      share: (one.share * share) / 100,
    }));
  if (isPassthrough(name)) {
    return passed();
  }
  if (isBlackHole(name)) {
    return [{ standing: "failed", what: "reset", share }];
  }
  const { host, port } = parseCluster(name);
  if (cluster?.type === "ORIGINAL_DST") {
    // Nobody but the address that was called answers, be it that of a Service or of one outside.
    if (serviceAt(set, request)) {
      return passed();
    }
    const service = `outside ${host.startsWith("*") ? request.host : host}:${port}`;
    return [{ standing: "served", what: service, service, share }];
  }
  const all = endpointsOf(config, name) ?? [];
  if (all.length === 0) {
    return [{ standing: "failed", what: route ? "unavailable 503" : "unavailable", share }];
  }
  return all.map((endpoint) => ({
    ...atServer(set, endpoint, peer, request, { http, bad }),
    service: `${host}:${port}`,
    share: share / all.length,
  }));
}

/** A request as a proxy sends it on. */
function sent(http: Http, { route: action = {}, match, requestHeadersToAdd = [] }: Envoy): Http {
  const [path = "", query] = http.path.split(/\?(.*)/s);
  const written = newPath(path, match, action);
  const added = requestHeadersToAdd.map(({ header }: Envoy) => [
    header.key.toLowerCase(),
    header.value,
  ]);
  return {
    ...http,
    authority: action.hostRewriteLiteral ?? http.authority,
    path: query === undefined ? written : `${written}?${query}`,
    headers: { ...http.headers, ...Object.fromEntries(added) },
  };
}

/** Ways to choose an endpoint that clients cannot tell apart. */
const usualPolicies: readonly string[] = ["LEAST_REQUEST", "CLUSTER_PROVIDED"];

const settings = (cluster: Envoy): unknown => [
  cluster?.connectTimeout,
  usualPolicies.includes(cluster?.lbPolicy) ? undefined : cluster?.lbPolicy,
  cluster?.circuitBreakers,
  cluster?.outlierDetection,
];

/** Modes of TLS; what goes on to the address that was called has none but that of its cluster. */
const modesOf = (config: ProxyConfig, name: string, cluster: Envoy): string[] =>
  cluster?.type === "ORIGINAL_DST"
    ? [cluster.transportSocket ? "of its own" : "DISABLE"]
    : [...new Set((endpointsOf(config, name) ?? []).map(({ tls }) => tls))].sort();

function seenSettings(config: ProxyConfig, name: string): string {
  const cluster = config.clusters.find((one) => one.name === name);
  return JSON.stringify([settings(cluster), modesOf(config, name, cluster)]);
}

const parts: Record<string, number> = { HUNDRED: 1, TEN_THOUSAND: 100, MILLION: 10_000 };
const percent = ({ numerator = 0, denominator = "HUNDRED" }: Envoy): number =>
  numerator / (parts[denominator] ?? 1);

const faultOf = (route: Envoy): Envoy => route?.typedPerFilterConfig?.["envoy.filters.http.fault"];

const noHttp: Http = { authority: "", method: "", path: "", headers: {}, scheme: "http" };

/** How a route sends requests, whatever its clusters are called. */
function sendingOf(config: ProxyConfig, route: Envoy, request: Request, names: string[]): string {
  const {
    cluster: _,
    weightedClusters: _all,
    // Says what a client gets where a cluster is missing, and nothing where none is.
    clusterNotFoundResponseCode: _missing,
    requestMirrorPolicies = [],
    ...action
  } = route?.route ?? {};
  const mirrors = requestMirrorPolicies.flatMap(({ cluster, runtimeFraction }: Envoy) => {
    const all = (endpointsOf(config, cluster) ?? []).map(({ ip, port }) => `${ip}:${port}`);
    const share = runtimeFraction ? percent(runtimeFraction.defaultValue) : 100;
    return all.length === 0 ? [] : [[share, all.sort()]];
  });
  const { prefixRewrite: _path, regexRewrite: _regex, maxGrpcTimeout: _grpc, ...rest } = action;
  const { timeout, ...others } = rest;
  const to = request.http && route ? sent(request.http, route) : undefined;
  // A route that adds nothing is as good as none.
  const isSame = JSON.stringify(to) === JSON.stringify(sent(request.http ?? noHttp, {}));
  return JSON.stringify([
    timeout === "0s" ? others : rest,
    mirrors,
    isSame ? undefined : to,
    route?.responseHeadersToAdd,
    faultOf(route),
    [...new Set(names.map((name) => seenSettings(config, name)))].sort(),
  ]);
}

function ofDone(
  set: Translated,
  config: ProxyConfig,
  peer: Peer,
  request: Request,
  done: Done,
): Seen {
  switch (done.kind) {
    case "noListener":
      return alone("failed", "reset");
    case "closed":
      return alone("failed", "unavailable 502");
    case "noRoute":
      return alone("failed", "noRoute 404");
    case "redirect":
      return alone("served", `redirect ${done.code} ${location(done.action, request)}`);
    case "response":
      return alone(done.status < 400 ? "served" : "failed", `response ${done.status}`);
    case "forward":
      return ofForward(set, config, peer, request, done);
  }
}

function ofForward(
  set: Translated,
  config: ProxyConfig,
  peer: Peer,
  request: Request,
  { clusters, route }: Extract<Done, { kind: "forward" }>,
): Seen {
  const abort = faultOf(route)?.abort;
  const aborted = abort ? percent(abort.percentage) : 0;
  if (aborted === 100) {
    return alone("failed", `fault ${abort.httpStatus}`);
  }
  const used = clusters.filter(({ share }) => share > 0);
  const ends = used.flatMap(({ name, share }) =>
    ofCluster(set, config, peer, request, { name, share: share * (1 - aborted / 100), route }),
  );
  const fault: End[] =
    aborted > 0 ? [{ standing: "failed", what: `fault ${abort.httpStatus}`, share: aborted }] : [];
  return {
    ends: [...ends, ...fault],
    sending: sendingOf(
      config,
      route,
      request,
      used.map(({ name }) => name),
    ),
  };
}

const inMesh = ({ namespace }: { namespace: string }, account: string) =>
  `spiffe://cluster.local/ns/${namespace}/sa/${account}`;

/** The port of a gateway's Pods for one of its Service: of a Gateway of the Gateway API it is the same. */
function podPort(set: Translated, isApi: boolean, port: number): number | undefined {
  const service: Loose = set.objects.find(
    ({ kind, metadata }) => kind === "Service" && metadata.name === "door",
  );
  const own = service.spec.ports.find((one: Loose) => one.port === port);
  return isApi ? port : own?.targetPort;
}

const door = { ip: "10.9.8.1", principal: inMesh({ namespace: "edge" }, "default") };

/** How TLS begins at a gateway: without a chain nobody has the name, and without a context it goes on to others. */
function shaken(config: ProxyConfig, chain: Envoy, call: OutsideCall) {
  const context = chain?.transportSocket?.typedConfig;
  if (chain && !context) {
    return "well";
  }
  return chain ? handshake(config, context, call) : "nobody";
}

/** The gateway's listener for a port of its Service. */
function fromOutside(set: Translated, request: Request, isApi: boolean): Seen {
  const config = set.configs[isApi ? front.name : "door"] as ProxyConfig;
  const port = podPort(set, isApi, request.port);
  const listener = config.listeners.find((one) => one.address?.socketAddress?.portValue === port);
  if (!listener || port === undefined) {
    return alone("failed", "reset");
  }
  const tls = request.protocol === "https" || request.protocol === "tls";
  const sni = request.sni ?? request.host;
  const chain = chainFor(listener, { tls, alpn: [], ...(tls && { sni }) });
  const context = chain?.transportSocket?.typedConfig;
  const clientCertificate = request.clientCertificate !== undefined;
  const call = { port, tls, sni, clientCertificate };
  const end = tls ? shaken(config, chain, call) : "well";
  if (end !== "well") {
    return alone(end === "nobody" ? "failed" : "refused", "tlsRefused");
  }
  if (!chain || Boolean(context) !== tls) {
    return alone("failed", "reset");
  }
  const peer = isApi ? { ip: front.ip, principal: inMesh(front, frontAccount) } : door;
  return fromDoor(set, config, peer, request, { chain, isEnded: Boolean(context) });
}

/** What a chain of a gateway makes of a connection, of which the client's TLS may end there. */
function fromDoor(
  set: Translated,
  config: ProxyConfig,
  peer: Peer,
  request: Request,
  { chain, isEnded }: { readonly chain: Envoy; readonly isEnded: boolean },
): Seen {
  const done = doneIn(config, chain, request.http ? { http: mutable(request.http) } : {});
  if (done.kind === "forward" && isEnded && request.http) {
    const { sni: _, ...inner } = request;
    return ofForward(set, config, peer, { ...inner, protocol: "http" }, done);
  }
  return ofDone(set, config, peer, request, done);
}

const mutable = (http: Http) => ({ ...http, headers: { ...http.headers } });

/** Clients without a proxy call one of the Pods that the Service selects. */
const fromPlain = (set: Translated, request: Request): Seen => ({
  ends: passedOn(set, { ip: "10.9.7.7" }, request, { http: request.http, bad: "" }),
  sending: "",
});

/** What a client sees; undefined where the oracle does not know the client. */
export function seen(set: Translated, request: Request): Seen | undefined {
  const { from, host } = request;
  // No address has the name of a Service that is not there.
  const isNowhere = host.endsWith(".svc.cluster.local") && !serviceAt(set, request);
  if (host.startsWith("door.") || isNowhere) {
    return undefined;
  }
  if (from.kind === "outside") {
    return fromOutside(set, request, from.gateway === `${front.namespace}/${front.name}`);
  }
  const isPlain = from.kind === "pod" ? from.mode === "none" : from.namespace === "plain";
  if (isPlain) {
    return fromPlain(set, request);
  }
  const config = from.kind === "workload" ? set.configs[from.name] : undefined;
  const own = podsOf(set).find(
    ({ metadata }) => from.kind === "workload" && metadata.name === from.name,
  );
  if (!config || !own) {
    return undefined;
  }
  const peer = { ip: own.status.podIP, principal: inMesh(from, own.spec.serviceAccountName) };
  const { http, protocol } = request;
  const isTls = protocol === "https" || protocol === "tls";
  const done = doneWith(config, {
    ip: request.address ?? serviceCalled(request)?.ip ?? "203.0.113.7",
    port: request.port,
    ...(http && !isTls && { http: mutable(http) }),
    ...(isTls && { sni: request.sni ?? request.host }),
  });
  return ofDone(set, config, peer, request, done);
}

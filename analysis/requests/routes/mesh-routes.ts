import { hostsOverlap } from "../../../values/host";
import type { Declared } from "../../mesh/declared-set";
import { isRefused } from "../../mesh/declared-set";
import { fields, text } from "../../mesh/fields";
import { keyedFacts } from "../../mesh/keyed-facts";
import { grouped } from "../../mesh/lazy";
import type { Mesh } from "../../mesh/mesh";
import { meshGateway, type Routes } from "../../mesh/model/virtual-services";
import type { MeshProxy } from "../mesh-proxy";
import type { Route } from "../route";
import { viewOf } from "../visibility";
import type { EgressListener } from "../visibility/egress-listener";
import { exportTo } from "../visibility/exported";
import { type RouteSource, sourceOf } from "../visibility/routes";
import { type ApiRoutes, compared } from "./api-routes";
import { apiRoutesOf } from "./api-services";
import type { L4Rule } from "./l4-route";
import { type L4Match, virtualServiceTcp, virtualServiceTls } from "./virtual-service-l4";
import { virtualServiceRoutes } from "./virtual-service-routes";

/** Routes for sidecars, whichever API says them. */
export interface MeshRoutes extends RouteSource {
  readonly created: string;
  readonly name: string;
  readonly http: (mesh: Mesh, proxy: MeshProxy, port: number) => readonly Route[];
  readonly tls: (mesh: Mesh, proxy: MeshProxy, port: number) => readonly L4Match[];
  readonly tcp: (mesh: Mesh, proxy: MeshProxy, port: number) => readonly L4Match[];
}

const createdAt = ({ object }: Declared): string =>
  text(fields(object.metadata).creationTimestamp) ?? "";

const placeOf = ({ namespace, labels }: MeshProxy, port: number) => ({
  namespace,
  labels,
  gateways: [meshGateway],
  port,
});

/** Connections to a host with one port go to that one, whichever was called. */
const connectionPlace = (mesh: Mesh, proxy: MeshProxy, port: number) => ({
  ...placeOf(proxy, port),
  portOf: (host: string) => {
    const ports = viewOf(mesh, proxy).host(host)?.host.ports ?? [];
    return ports.length === 1 ? ports[0]?.port : undefined;
  },
});

function ofVirtualService(routes: Routes): MeshRoutes {
  const { hosts, ...rest } = sourceOf(routes);
  return {
    ...rest,
    hosts: hosts.map((host) => host.toLowerCase()),
    created: createdAt(routes.source),
    name: routes.source.id.name,
    http: (mesh, proxy, port) =>
      virtualServiceRoutes(mesh, routes, {
        ...placeOf(proxy, port),
        samePort: proxy.kind === "sidecar",
      }),
    tls: (mesh, proxy, port) =>
      virtualServiceTls(mesh, routes.source, connectionPlace(mesh, proxy, port)),
    tcp: (mesh, proxy, port) =>
      virtualServiceTcp(mesh, routes.source, connectionPlace(mesh, proxy, port)),
  };
}

/** Rules for connections of the Gateway API at a port. */
const ofPort = <T extends L4Rule>(
  rules: readonly T[],
  own: number | undefined,
  port: number,
): readonly T[] => (own === undefined || own === port ? rules : []);

function ofApi(routes: ApiRoutes): MeshRoutes {
  const { host, namespace, created, name, port: own } = routes;
  return {
    hosts: [host],
    namespace,
    exportTo: routes.exportTo,
    ofApi: true,
    created,
    name,
    http: (_mesh, _proxy, port) => routes.http({ port, tls: false }),
    tls: (_mesh, _proxy, port) => ofPort(routes.tls, own, port),
    tcp: (_mesh, _proxy, port) => ofPort(routes.tcp, own, port),
  };
}

interface Index {
  readonly byHost: ReadonlyMap<string, readonly MeshRoutes[]>;
  readonly wildcards: readonly { readonly host: string; readonly routes: MeshRoutes }[];
  readonly all: readonly { readonly host: string; readonly routes: MeshRoutes }[];
}

function index(mesh: Mesh): Index {
  const all = mesh.routes
    .filter((routes) => !isRefused(routes.source) && !routes.isDelegate)
    .filter(({ gateways }) => gateways.includes(meshGateway))
    .map(ofVirtualService)
    .flatMap((routes) => [...new Set(routes.hosts)].map((host) => ({ host, routes })));
  return {
    all,
    byHost: new Map(
      [...grouped(all, ({ host }) => host)].map(([host, found]) => [
        host,
        found.map(({ routes }) => routes),
      ]),
    ),
    wildcards: all.filter(({ host }) => host.startsWith("*")),
  };
}

const ofApiByHost = keyedFacts<[host: string], readonly MeshRoutes[]>();

const apiAt = (mesh: Mesh, host: string): readonly MeshRoutes[] =>
  mesh.fact(ofApiByHost).get([host], () => apiRoutesOf(mesh, host).map(ofApi));

const places = ["private", "named", "public"];

/** Before which others istiod reads routes; those of the Gateway API of the proxy's own namespace come first. */
function rankOf({ exportTo: names, namespace, ofApi: isApi }: MeshRoutes, own: string): number {
  const place = places.indexOf(exportTo(names, namespace, own) ?? "");
  return 2 * place + (isApi && namespace === own ? 0 : 1);
}

/** Routes in istiod's order for proxies of a namespace. */
export const inOrder = (routes: readonly MeshRoutes[], namespace: string): MeshRoutes[] =>
  routes.length < 2
    ? [...routes]
    : [...new Set(routes)].sort(
        (a, b) =>
          rankOf(a, namespace) - rankOf(b, namespace) ||
          compared(a.created, b.created) ||
          compared(a.name, b.name) ||
          compared(a.namespace, b.namespace),
      );

/** Routes that an egress listener takes in, by their hosts; each list in istiod's order. */
export class ListenerRoutes {
  readonly #exact = new Map<string, readonly MeshRoutes[]>();
  #wildcards: readonly { readonly host: string; readonly routes: MeshRoutes }[] | undefined;

  constructor(
    readonly mesh: Mesh,
    readonly listener: EgressListener,
  ) {}

  /** Those for exactly this host. */
  at(host: string): readonly MeshRoutes[] {
    const known = this.#exact.get(host);
    if (known !== undefined) {
      return known;
    }
    const found = [
      ...(this.mesh.fact(index).byHost.get(host) ?? []),
      ...apiAt(this.mesh, host),
    ].filter((routes) => this.listener.takes(routes));
    const sorted = inOrder(found, this.listener.namespace);
    this.#exact.set(host, sorted);
    return sorted;
  }

  /** Hosts with a wildcard, and whose they are. */
  get wildcards(): readonly { readonly host: string; readonly routes: MeshRoutes }[] {
    this.#wildcards ??= this.mesh
      .fact(index)
      .wildcards.filter(({ routes }) => this.listener.takes(routes));
    return this.#wildcards;
  }

  /** Those for this host or for one that has a name in common with it. */
  overlapping(host: string): readonly MeshRoutes[] {
    const others = host.startsWith("*")
      ? this.mesh.fact(index).all.filter(({ routes }) => this.listener.takes(routes))
      : this.wildcards;
    const near = others.filter((one) => hostsOverlap(one.host, host)).map(({ routes }) => routes);
    return inOrder([...this.at(host), ...near], this.listener.namespace);
  }

  /** Those that istiod ties to a Service: for its very name, else of the longest wildcard the first. */
  of(host: string): readonly MeshRoutes[] {
    const own = this.at(host);
    if (own.length > 0) {
      return own;
    }
    const name = host.startsWith("*") ? host.slice(1) : host;
    const fitting = this.wildcards.filter((one) => name.endsWith(one.host.slice(1)));
    const longest = Math.max(0, ...fitting.map((one) => one.host.length));
    const near = fitting.filter((one) => one.host.length === longest);
    return inOrder(
      near.map(({ routes }) => routes),
      this.listener.namespace,
    ).slice(0, 1);
  }
}

const byListener = keyedFacts<[listener: EgressListener], ListenerRoutes>();

/** Routes that an egress listener takes in. */
export const listenerRoutes = (mesh: Mesh, listener: EgressListener): ListenerRoutes =>
  mesh.fact(byListener).get([listener], () => new ListenerRoutes(mesh, listener));

const seenByHost = keyedFacts<[namespace: string, host: string], readonly MeshRoutes[]>();

function seenNow(mesh: Mesh, host: string, namespace: string): readonly MeshRoutes[] {
  const { byHost, wildcards, all } = mesh.fact(index);
  const near = (host.startsWith("*") ? all : wildcards).filter((one) =>
    hostsOverlap(one.host, host),
  );
  return inOrder(
    [...(byHost.get(host) ?? []), ...apiAt(mesh, host), ...near.map(({ routes }) => routes)].filter(
      ({ exportTo: names, namespace: own }) => exportTo(names, own, namespace) !== undefined,
    ),
    namespace,
  );
}

/** Routes for a host, or for one that has a name in common with it, that a namespace sees, in istiod's order. */
export const seenRoutes = (mesh: Mesh, host: string, namespace: string): readonly MeshRoutes[] =>
  mesh.fact(seenByHost).get([namespace, host], () => seenNow(mesh, host, namespace));

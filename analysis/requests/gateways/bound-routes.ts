import type { Mesh } from "../../mesh/mesh";
import type { MeshProxy } from "../mesh-proxy";
import type { Route } from "../route";
import type { RoutePlace } from "../routes/api-filters";
import { type ApiRoutes, compared, createdAt } from "../routes/api-routes";
import { apiRoutesAt } from "../routes/api-services";
import { virtualServiceRoutes } from "../routes/virtual-service-routes";
import { viewOf } from "../visibility";
import { exportTo } from "../visibility/exported";
import { routesAt } from "../visibility/routes";
import { type L4Routes, l4RoutesOf } from "./virtual-service-l4";

/** Routes that are bound to a gateway, whichever API says them. */
export interface BoundRoutes extends L4Routes {
  readonly hosts: readonly string[];
  readonly namespace: string;
  readonly http: (at: RoutePlace) => readonly Route[];
  /** Whether its routes by server name also take what a server has decrypted. */
  readonly tlsForBytes: boolean;
}

const ofApi = (routes: ApiRoutes): BoundRoutes => ({
  hosts: [routes.host],
  namespace: routes.namespace,
  http: routes.http,
  tlsForBytes: true,
  get tls() {
    return routes.tls.map((rule) => ({ ...rule, isFor: () => true }));
  },
  get tcp() {
    return routes.tcp.map((rule) => ({ ...rule, isFor: () => true }));
  },
});

/** Where routes stand in istiod's order. */
interface Ranked {
  readonly routes: BoundRoutes;
  readonly rank: number;
  readonly created: string;
  readonly name: string;
  readonly namespace: string;
}

const rankOf = { private: 0, named: 1, public: 3 } as const;
const ownOfApi = 2;

function apiRanked(mesh: Mesh, proxy: MeshProxy, gateway: string): Ranked[] {
  return apiRoutesAt(mesh, gateway).flatMap((routes) => {
    const { created, name, namespace } = routes;
    const as = exportTo(routes.exportTo, namespace, proxy.namespace);
    const isOwn = as === "public" && namespace === proxy.namespace;
    return as === undefined
      ? []
      : { routes: ofApi(routes), rank: isOwn ? ownOfApi : rankOf[as], created, name, namespace };
  });
}

/** Destinations without a port mean that of the server, unless their host has one port alone. */
export const portOf =
  (mesh: Mesh, proxy: MeshProxy, { port }: Pick<RoutePlace, "port">) =>
  (host: string): number => {
    const ports = viewOf(mesh, proxy).host(host)?.ports ?? [];
    return (ports.length === 1 ? ports[0]?.port : undefined) ?? port;
  };

function ranked(mesh: Mesh, proxy: MeshProxy, gateway: string): Ranked[] {
  return routesAt(mesh, proxy.namespace, gateway).map((routes) => {
    const { source, hosts, exportTo: names } = routes;
    const { name, namespace } = source.id;
    const as = exportTo(names, namespace, proxy.namespace) ?? "public";
    const place = { namespace: proxy.namespace, labels: proxy.labels, gateways: [gateway] };
    return {
      routes: {
        hosts,
        namespace,
        http: (at) =>
          virtualServiceRoutes(mesh, routes, { ...at, ...place, portOf: portOf(mesh, proxy, at) }),
        tlsForBytes: false,
        ...l4RoutesOf(mesh, routes, gateway),
      },
      rank: rankOf[as],
      created: createdAt(source),
      name,
      namespace,
    };
  });
}

/** The routes that a proxy has for a gateway, in istiod's order. */
export function boundRoutes(mesh: Mesh, proxy: MeshProxy, gateway: string): readonly BoundRoutes[] {
  return [...ranked(mesh, proxy, gateway), ...apiRanked(mesh, proxy, gateway)]
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        compared(a.created, b.created) ||
        compared(a.name, b.name) ||
        compared(a.namespace, b.namespace),
    )
    .map(({ routes }) => routes);
}

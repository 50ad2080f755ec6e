import { coversHost, hostsOverlap } from "../../../../values/host";
import type { Declared } from "../../../mesh/declared-set";
import { Kind } from "../../../mesh/kinds";
import { grouped } from "../../../mesh/lazy";
import type { Mesh } from "../../../mesh/mesh";
import { backendsOf, parentsOf, type RouteSpec, routeKinds } from "../../../mesh/model/api-routes";
import { meshGateway, type Routes } from "../../../mesh/model/virtual-services";
import { known } from "../../../mesh/not-judged";

interface ForHost {
  readonly host: string;
  readonly routes: Routes;
}

/** VirtualServices by the gateway, or `mesh`, and by host. */
interface VirtualServices {
  readonly exact: ReadonlyMap<string, readonly ForHost[]>;
  readonly wide: ReadonlyMap<string, readonly ForHost[]>;
}

const keyOf = (gateway: string, host: string): string => `${gateway} ${host}`;

const virtualServices = (mesh: Mesh): VirtualServices => {
  const all = mesh.routes.flatMap(
    (routes) =>
      known(() =>
        routes.gateways.flatMap((gateway) =>
          routes.hosts.map((host) => ({ gateway, host, routes })),
        ),
      ) ?? [],
  );
  const wide = all.filter(({ host }) => host.startsWith("*"));
  return {
    exact: grouped(all, ({ gateway, host }) => keyOf(gateway, host)),
    wide: grouped(wide, ({ gateway }) => gateway),
  };
};

/** VirtualServices that may take requests to a host, for all sidecars or at a gateway. */
export function virtualServicesFor(mesh: Mesh, host: string, gateway = meshGateway): Routes[] {
  const { exact, wide } = mesh.fact(virtualServices);
  const own = exact.get(keyOf(gateway, host)) ?? [];
  const covering = (wide.get(gateway) ?? []).filter((one) => coversHost(one.host, host));
  return [...new Set([...own, ...covering].map(({ routes }) => routes))];
}

/** A VirtualService and those that it hands over to. */
export const withDelegates = (mesh: Mesh, routes: Routes): Routes[] => [
  routes,
  ...(known(() => routes.delegates) ?? []).flatMap((name) => {
    const [namespace = "", own = ""] = name.split("/");
    const found = known(() => mesh.set.find(Kind.VirtualService, namespace, own));
    return found ? [mesh.routesOf(found.id)] : [];
  }),
];

/** A route of the Gateway API. */
export type ApiRoute = Declared<RouteSpec>;

/** Routes of the Gateway API by what they are attached to: the full name of a host, or `namespace/name` of a Gateway. */
const apiRoutes = (mesh: Mesh): ReadonlyMap<string, readonly ApiRoute[]> => {
  const attached = routeKinds
    .flatMap((kind) => [...mesh.set.all(kind)] as ApiRoute[])
    .flatMap((route) =>
      (known(() => parentsOf(route)) ?? []).map(({ kind, namespace, name }) => ({
        route,
        parent: kind.startsWith("Gateway.")
          ? `${namespace}/${name}`
          : mesh.fullName(name, namespace),
      })),
    );
  return new Map(
    [...grouped(attached, ({ parent }) => parent)].map(([parent, all]) => [
      parent,
      [...new Set(all.map(({ route }) => route))],
    ]),
  );
};

const isFor = ({ spec }: ApiRoute, host: string): boolean =>
  known(() => {
    const { hostnames = [] } = spec;
    return hostnames.length === 0 || hostnames.some((one) => hostsOverlap(one, host));
  }) ?? true;

/** Routes of the Gateway API for a host at a Gateway. */
export const apiRoutesAt = (mesh: Mesh, gateway: string, host?: string): readonly ApiRoute[] =>
  (mesh.fact(apiRoutes).get(gateway) ?? []).filter(
    (route) => host === undefined || isFor(route, host),
  );

/** Those with a host of the mesh as their parent. */
export const apiRoutesFor = (mesh: Mesh, host: string): readonly ApiRoute[] =>
  mesh.fact(apiRoutes).get(host) ?? [];

/** Full names of the hosts that a VirtualService sends requests to. */
export const targetsOfVirtualService = ({ destinations }: Routes): readonly string[] =>
  known(() => destinations.map(({ host }) => host)) ?? [];

/** Full names of the hosts that a route of the Gateway API sends requests to. */
export const targetsOfApiRoute = (mesh: Mesh, route: ApiRoute): readonly string[] =>
  known(() =>
    backendsOf(route)
      .flat()
      .map(({ name, namespace }) => mesh.fullName(name, namespace)),
  ) ?? [];

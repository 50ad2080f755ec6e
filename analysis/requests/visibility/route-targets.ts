import type { VirtualServiceHttp } from "../../../schemas/kinds/networking/virtual-service";
import { isRefused } from "../../mesh/declared-set";
import { grouped } from "../../mesh/lazy";
import type { Mesh } from "../../mesh/mesh";
import { backendsOf, parentsOf, routeKinds } from "../../mesh/model/api-routes";
import { byCreation } from "../../mesh/model/creation";
import { meshGateway, type Routes } from "../../mesh/model/virtual-services";
import { type RouteSource, sourceOf } from "./routes";

/** A host that routes of the mesh send requests to. */
export interface RouteTarget {
  readonly host: string;
  /** Undefined where no port is named, which stands for all of them. */
  readonly port: number | undefined;
  readonly source: RouteSource;
  /** Namespaces whose requests the route is for; undefined for all. */
  readonly clients: readonly string[] | undefined;
}

/** Namespaces that the matches of a route name; undefined where one match names none. */
function clientsOf({ match = [] }: VirtualServiceHttp): readonly string[] | undefined {
  const named = match.map(({ sourceNamespace }) => sourceNamespace).filter(Boolean);
  return named.length === 0 ? undefined : (named as string[]);
}

const httpIndex = (path: string): number | undefined => {
  const [, rest] = path.split("spec.http[");
  return rest === undefined ? undefined : Number.parseInt(rest, 10);
};

const byName = (mesh: Mesh): ReadonlyMap<string, Routes> =>
  new Map(mesh.routes.map((one) => [`${one.source.id.namespace}/${one.source.id.name}`, one]));

function ofRoutes(mesh: Mesh, routes: Routes): RouteTarget[] {
  const source = sourceOf(routes);
  const http = routes.source.spec.http ?? [];
  const own = routes.destinations.map(({ host, port, path }) => {
    const route = http[httpIndex(path) ?? -1];
    return { host, port, source, clients: route && clientsOf(route) };
  });
  const delegated = [...new Set(routes.delegates)]
    .flatMap((name) => mesh.fact(byName).get(name)?.destinations ?? [])
    .map(({ host, port }) => ({ host, port, source, clients: undefined }));
  return [...own, ...delegated];
}

function ofApiRoutes(mesh: Mesh): RouteTarget[] {
  return routeKinds.flatMap((kind) =>
    mesh.set.accepted(kind).flatMap((route) => {
      const { namespace } = route.id;
      const hosts = parentsOf(route)
        .filter(({ kind: own }) => own === "Service.core")
        .map((parent) => mesh.fullName(parent.name, parent.namespace));
      const source = { hosts, namespace, exportTo: ["*"], ofApi: true };
      return hosts.length === 0
        ? []
        : backendsOf(route)
            .flat()
            .map(({ name, namespace: place, port }) => ({
              host: mesh.fullName(name, place),
              port,
              source,
              clients: undefined,
            }));
    }),
  );
}

/** What the routes of the mesh send requests to, by host: sidecars know these hosts beside those they are told of. */
export const routeTargets = (mesh: Mesh): ReadonlyMap<string, readonly RouteTarget[]> =>
  grouped(
    [
      ...mesh.routes
        .filter(({ source, isDelegate }) => !isRefused(source) && !isDelegate)
        .filter(({ gateways }) => gateways.includes(meshGateway))
        .sort(byCreation)
        .flatMap((routes) => ofRoutes(mesh, routes)),
      ...ofApiRoutes(mesh),
    ],
    ({ host }) => host,
  );

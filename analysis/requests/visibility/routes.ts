import { isRefused } from "../../mesh/declared-set";
import { grouped } from "../../mesh/lazy";
import type { Mesh } from "../../mesh/mesh";
import { byCreation } from "../../mesh/model/creation";
import { meshGateway, type Routes } from "../../mesh/model/virtual-services";
import { type Export, exportTo } from "./exported";

/** Routes that a proxy may see: of a VirtualService, or what istiod makes of a route of the Gateway API. */
export interface RouteSource {
  readonly hosts: readonly string[];
  readonly namespace: string;
  readonly exportTo: readonly string[];
  /** Whether it is a route of the Gateway API. */
  readonly ofApi: boolean;
}

/** A VirtualService as something that may be seen. */
export const sourceOf = ({ hosts, source, exportTo: names }: Routes): RouteSource => ({
  hosts,
  namespace: source.id.namespace,
  exportTo: names,
  ofApi: false,
});

const places: readonly Export[] = ["private", "named", "public"];

function byGateway(mesh: Mesh): ReadonlyMap<string, readonly Routes[]> {
  const all = mesh.routes
    .filter((routes) => !isRefused(routes.source) && !routes.isDelegate)
    .sort(byCreation)
    .flatMap((routes) => [...new Set(routes.gateways)].map((gateway) => ({ gateway, routes })));
  return new Map(
    [...grouped(all, ({ gateway }) => gateway)].map(([gateway, found]) => [
      gateway,
      found.map(({ routes }) => routes),
    ]),
  );
}

/**
 * VirtualServices of a gateway (`namespace/name`, or `mesh`) that proxies of a namespace see, in istiod's order:
 * those for their own namespace, those exported to it by name, those for everybody; the oldest first.
 */
export function routesAt(
  mesh: Mesh,
  namespace: string,
  gateway: string = meshGateway,
): readonly Routes[] {
  const all = mesh.fact(byGateway).get(gateway) ?? [];
  const seen = all.flatMap((routes) => {
    const as = exportTo(routes.exportTo, routes.source.id.namespace, namespace);
    return as === undefined ? [] : { as, routes };
  });
  return places.flatMap((place) =>
    seen.filter(({ as }) => as === place).map(({ routes }) => routes),
  );
}

import { isRefused } from "../../mesh/declared-set";
import type { Mesh } from "../../mesh/mesh";
import { meshGateway } from "../../mesh/model/virtual-services";
import { waypointBefore } from "../../mesh/waypoint-needed";
import type { MeshProxy } from "../mesh-proxy";
import type { Weighted } from "../route";

const noCluster = 503;

/** Hosts that VirtualServices send requests to which are for a Service of a waypoint by its very name. */
function namedByRoutes(mesh: Mesh): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const routes of mesh.routes) {
    if (isRefused(routes.source) || !routes.gateways.includes(meshGateway)) {
      continue;
    }
    const places = routes.hosts
      .flatMap((host) => mesh.hosts.named(host))
      .flatMap((host) => waypointBefore(host, mesh) ?? []);
    for (const place of new Set(places)) {
      const hosts = found.get(place) ?? new Set<string>();
      found.set(place, hosts);
      for (const { host } of routes.destinations) {
        hosts.add(host);
      }
    }
  }
  return found;
}

/**
 * Destinations of a route with a wildcard as its host. A waypoint has clusters for the Services that it stands
 * for, and of others for those that a route of one of its Services names.
 */
export function wideDestinations(
  mesh: Mesh,
  { namespace, workload }: MeshProxy,
  destinations: readonly Weighted[],
): readonly Weighted[] {
  const place = `${namespace}/${workload.source.id.name}`;
  const isOwn = (name: string) =>
    mesh.hosts.named(name).some((host) => waypointBefore(host, mesh) === place);
  const isNamed = (name: string) => mesh.fact(namedByRoutes).get(place)?.has(name) === true;
  return destinations.map((one) =>
    isOwn(one.host) || isNamed(one.host)
      ? one
      : {
          ...one,
          unusable: {
            status: noCluster,
            reason: `the waypoint ${workload.name} stands for no Service ${one.host}`,
          },
        },
  );
}

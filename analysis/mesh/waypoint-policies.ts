import type { Declared } from "./declared-set";
import type { Mesh } from "./mesh";
import type { Attachable, Policies } from "./model/policies";
import { usedWaypoint } from "./model/waypoints";

/** Waypoints of a Service as `namespace/name`, as far as it is declared. */
export const waypointsOfService = (mesh: Mesh, namespace: string, name: string): string[] =>
  mesh.hosts
    .named(mesh.fullName(name, namespace))
    .flatMap(
      ({ source }) => usedWaypoint(source.labels, namespace, mesh.namespaces.get(namespace)) ?? [],
    );

/** The policies that hold for requests to a Service at its waypoint: those of the Service, and of the waypoint itself. */
export function policiesAtService<Spec extends Attachable>(
  policies: Policies<Spec>,
  mesh: Mesh,
  namespace: string,
  name: string,
): readonly Declared<Spec>[] {
  const ofWaypoint = waypointsOfService(mesh, namespace, name).flatMap((waypoint) => {
    const [place = "", own = ""] = waypoint.split("/");
    return policies.attachedTo(place, "Gateway", own);
  });
  return [...policies.onService(namespace, name), ...ofWaypoint];
}

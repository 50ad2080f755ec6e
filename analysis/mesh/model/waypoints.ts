import { useWaypointLabel } from "../../../values/known-names";
import { type Namespace, waypointOf } from "./namespaces";
import type { Labels } from "./selector";

/** `namespace/name` of the waypoint of a Service or a workload: its own label wins over its namespace's. */
export function usedWaypoint(
  labels: Labels,
  namespace: string,
  own: Namespace | undefined,
): string | undefined {
  return labels[useWaypointLabel] === undefined ? own?.waypoint : waypointOf(labels, namespace);
}

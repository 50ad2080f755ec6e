import { useWaypointLabel } from "../../../values/known-names";
import { type Namespace, waypointOf } from "./namespaces";
import type { Labels } from "./selector";

/** Word that takes a Service or a workload out of the waypoint of its namespace. */
const noWaypoint = "none";

/** `namespace/name` of the waypoint of a Service or a workload: its own label wins over its namespace's. */
export function usedWaypoint(
  labels: Labels,
  namespace: string,
  own: Namespace | undefined,
): string | undefined {
  return labels[useWaypointLabel] === undefined ? own?.waypoint : waypointOf(labels, namespace);
}

/** Whether labels say which waypoint is used, or that none is. */
export const saysWaypoint = (labels: Labels): boolean => labels[useWaypointLabel] !== undefined;

/** Whether labels name a waypoint. */
export const namesWaypoint = (labels: Labels): boolean =>
  saysWaypoint(labels) && labels[useWaypointLabel] !== noWaypoint;

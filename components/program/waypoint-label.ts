import type { WaypointName } from "./facts/namespace-facts";
import { fields, text } from "./plain-fields";

const useWaypoint = "istio.io/use-waypoint";

/** Waypoint that labels of somebody in this namespace name; `"none"` names none on purpose. */
export function waypointOf(labels: unknown, namespace: string): WaypointName | undefined {
  const all = fields(labels);
  if (all[useWaypoint] === undefined) {
    return undefined;
  }
  const name = text(all[useWaypoint]);
  const where = text(all[`${useWaypoint}-namespace`] ?? namespace);
  return name === undefined || where === undefined ? "later" : { namespace: where, name };
}

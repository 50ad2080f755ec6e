import { useWaypointLabel, useWaypointNamespaceLabel } from "../../values/known-names";
import type { WaypointName } from "./facts/namespace-facts";
import { fields, text } from "./plain-fields";

/** Waypoint that labels of somebody in this namespace name; `"none"` names none on purpose. */
export function waypointOf(labels: unknown, namespace: string): WaypointName | undefined {
  const all = fields(labels);
  if (all[useWaypointLabel] === undefined) {
    return undefined;
  }
  const name = text(all[useWaypointLabel]);
  const where = text(all[useWaypointNamespaceLabel] ?? namespace);
  return name === undefined || where === undefined ? "later" : { namespace: where, name };
}

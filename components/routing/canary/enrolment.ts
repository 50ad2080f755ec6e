import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../../arguments/known-output";
import { ingressUseWaypointLabel, useWaypointLabel } from "../../../values/known-names";
import type { WaypointFact } from "../../program/facts/namespace-facts";
import type { EndCheck } from "../../program/part";
import type { View } from "../../program/view";

/** Waypoints that take a Service by its name. */
const enrolling = (program: View, namespace: string, service: string): WaypointFact[] =>
  program
    .said("waypoint")
    .filter(
      (waypoint) =>
        waypoint.namespace === namespace &&
        waypoint.enrols !== "namespace" &&
        waypoint.enrols.includes(service),
    );

/** Labels by which the Services of the versions pass the waypoint of the Service, whoever calls them. */
export function enrolmentOf(
  program: View,
  namespace: pulumi.Input<string>,
  service: pulumi.Input<string>,
): Record<string, string> {
  const [waypoint] = enrolling(program, recall(namespace) ?? "", recall(service) ?? "");
  return {
    ...(waypoint?.name !== undefined && { [useWaypointLabel]: waypoint.name }),
    ...(waypoint?.ingressUseWaypoint && { [ingressUseWaypointLabel]: "true" }),
  };
}

/** Says of a waypoint that was declared too late to be known. */
export const enrolmentCheck = (
  namespace: string,
  service: string,
  known: Record<string, string>,
): EndCheck => ({
  path: "service",
  reason(program) {
    const [waypoint] = enrolling(program, namespace, service);
    return waypoint && Object.keys(known).length === 0
      ? `${waypoint.owner} takes requests to ${service} by its name and was declared after the canary: the Services of the versions pass no waypoint, nor the policies there; declare it before the canary`
      : undefined;
  },
});

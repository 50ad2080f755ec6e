import type * as pulumi from "@pulumi/pulumi";
import type { Claim } from "../../program/part";

/** Requests pass one waypoint, beside it at most one that is tried. */
export const onlyOneWaypoint =
  "requests pass one; enrol in one of them, or try the other by canaryWeight";

/** Whose waypoint a Service has, which one place says. */
export const serviceWaypointClaim = (
  namespace: pulumi.Input<string>,
  service: string,
  path: string,
): Claim => ({
  what: "waypoint of Service",
  key: [namespace, service],
  path,
  way: onlyOneWaypoint,
});

import type * as pulumi from "@pulumi/pulumi";
import { namedLikeThat, waypointFor } from "../policies/waypoint-use";
import type { EndCheck } from "../program/part";
import { fields, text } from "../program/plain-fields";

/** In ambient mode nothing but a waypoint looks at requests; without one a route has no effect. */
export const needsWaypoint = (
  namespace: pulumi.Input<string>,
  service: pulumi.Input<string>,
  path: string,
): EndCheck => ({
  path,
  names: [namespace, service],
  reason(program, [where = "", name = ""]) {
    const isAmbient = program.said("namespace", [where]).some(({ mode }) => mode === "ambient");
    const waypoint = waypointFor(program, { namespace: where, name });
    if (waypoint === "later") {
      return undefined;
    }
    const takes = waypoint && namedLikeThat(program, waypoint);
    if (takes?.waypointFor === "workload" || takes?.waypointFor === "none") {
      return `has no effect on the clients of ${where}/${name}: ${takes.owner} is for "${takes.waypointFor}", and requests to Services do not pass it; set its waypointFor to "service" or "all"`;
    }
    const [service] = program
      .said("service", [where, name])
      .flatMap(({ declared }) => declared ?? []);
    if (isAmbient && text(fields(service?.spec).clusterIP) === "None") {
      return `has no effect on the clients of ${where}/${name}: its namespace is ambient, and a Service without an address of its own (clusterIP "None") passes no waypoint, as clients call its Pods; give it a cluster IP, or a second Service beside it`;
    }
    return isAmbient && (waypoint === undefined || waypoint.name === "none")
      ? `has no effect on the clients of ${where}/${name}: its namespace is ambient, and no Waypoint of the program serves the Service; declare one and set its enrol, or waypoint of the MeshNamespace`
      : undefined;
  },
});

import type { Mesh } from "../../mesh/mesh";
import type { Answer } from "../answer";
import type { Request } from "../request";

/** Who of the mesh sees requests themselves: `L7`, or nobody: `L4`. */
export type Level = "L4" | "L7";

/** How a hop to a waypoint is called. */
const toWaypoint = "→ ";

/** Waypoints on the way. */
export const waypointsOf = ({ tls }: Pick<Answer, "tls">): string[] => [
  ...new Set(
    tls.flatMap(({ hop }) => (hop.startsWith(toWaypoint) ? [hop.slice(toWaypoint.length)] : [])),
  ),
];

/** Workloads with a sidecar. */
const withSidecar = (mesh: Mesh): ReadonlySet<string> =>
  new Set(
    mesh.workloads.flatMap(({ namespace, name, mode }) =>
      mode === "sidecar" ? [`${namespace}/${name}`] : [],
    ),
  );

const hasSidecar = (mesh: Mesh, { namespace = "", workload = "" }): boolean =>
  mesh.fact(withSidecar).has(`${namespace}/${workload}`);

function callerReads(mesh: Mesh, { from }: Request): boolean {
  switch (from.kind) {
    case "outside":
      return true;
    case "pod":
      return from.mode === "sidecar";
    case "workload":
      return hasSidecar(mesh, { namespace: from.namespace, workload: from.name });
  }
}

/** By whom a request is seen: a sidecar at either end, a gateway or a waypoint, else by its connection alone. */
export function levelOf(mesh: Mesh, request: Request, answer: Answer): Level {
  const isRead =
    callerReads(mesh, request) ||
    waypointsOf(answer).length > 0 ||
    answer.destinations.some((one) => hasSidecar(mesh, one));
  return request.http !== undefined && request.protocol !== "https" && isRead ? "L7" : "L4";
}

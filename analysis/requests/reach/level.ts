import type { Mesh } from "../../mesh/mesh";
import type { DataPlaneMode } from "../../mesh/model/namespaces";
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

const modeIn = (
  mesh: Mesh,
  namespace: string | undefined,
  name: string | undefined,
): DataPlaneMode =>
  mesh.workloadsIn(namespace ?? "").find((one) => one.name === name)?.mode ?? "none";

function callerReads(mesh: Mesh, { from }: Request): boolean {
  switch (from.kind) {
    case "outside":
      return true;
    case "pod":
      return from.mode === "sidecar";
    case "workload":
      return modeIn(mesh, from.namespace, from.name) === "sidecar";
  }
}

/** By whom a request is seen: a sidecar at either end, a gateway or a waypoint, else by its connection alone. */
export function levelOf(mesh: Mesh, request: Request, answer: Answer): Level {
  const isRead =
    callerReads(mesh, request) ||
    waypointsOf(answer).length > 0 ||
    answer.destinations.some(
      ({ namespace, workload }) => modeIn(mesh, namespace, workload) === "sidecar",
    );
  return request.http !== undefined && request.protocol !== "https" && isRead ? "L7" : "L4";
}

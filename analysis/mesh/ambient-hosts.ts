import type { Mesh } from "./mesh";
import type { Host } from "./model/services";
import { isAmbient, waypointBefore } from "./waypoint-needed";

/** The Service that a host stands for, where its namespace is ambient. */
export const ambientService = (host: string, mesh: Mesh): Host | undefined =>
  mesh.hosts
    .named(host)
    .find(({ source, namespace }) => source.id.kind === "Service" && isAmbient(mesh, namespace));

/** An ambient Service before which no waypoint stands. */
export function withoutWaypoint(host: string, mesh: Mesh): Host | undefined {
  const service = ambientService(host, mesh);
  return service === undefined || waypointBefore(service, mesh) ? undefined : service;
}

import type { Mesh } from "../../mesh/mesh";
import type { Workload } from "../../mesh/model/workloads";
import type { Call } from "../call";
import type { Cluster, Endpoint } from "../cluster";
import type { Decision } from "../decision";
import type { MeshProxy } from "../mesh-proxy";
import type { Step } from "../trail";

/** A waypoint on the way, and what says so. */
export interface UsedWaypoint {
  readonly waypoint: Workload;
  readonly steps: readonly Step[];
}

/** The waypoint that a client goes by to a Service or, where none is called, to a workload. */
export function waypointFor(
  _mesh: Mesh,
  _client: Workload | undefined,
  _proxy: MeshProxy | undefined,
  _to: Pick<Cluster, "host"> & { readonly endpoint?: Endpoint },
): UsedWaypoint | undefined {
  return undefined;
}

/** What a waypoint does with a call to a Service. */
export function waypointDecision(
  _mesh: Mesh,
  _proxy: MeshProxy,
  _cluster: Cluster,
  _call: Call,
): Decision {
  return { kind: "end", outcome: "notJudged", steps: [], notModelled: ["waypoints"] };
}

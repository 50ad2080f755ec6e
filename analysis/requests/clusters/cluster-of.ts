import type { Mesh } from "../../mesh/mesh";
import { NotJudged } from "../../mesh/not-judged";
import type { Call } from "../call";
import type { Cluster } from "../cluster";
import type { MeshProxy } from "../mesh-proxy";
import type { Destination } from "../route";

/**
 * What stands behind a destination for a proxy: the host as it sees it, the DestinationRules that it follows,
 * merged, the subset's endpoints and how it speaks to each. Undefined where it has no such cluster.
 */
export function clusterOf(
  _mesh: Mesh,
  _proxy: MeshProxy,
  _destination: Destination,
  _call: Call,
): Cluster | undefined {
  throw new NotJudged("clusters are not modelled");
}

/** What stands behind a Service for a client without a proxy that routes: its Pods, as Kubernetes chooses. */
export function serviceCluster(_mesh: Mesh, _call: Call): Cluster | undefined {
  throw new NotJudged("clusters are not modelled");
}

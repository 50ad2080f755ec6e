import type { Mesh } from "../mesh/mesh";
import type { Workload } from "../mesh/model/workloads";
import { viaPodsWaypoint } from "./ambient/pods-waypoint";
import { waypointFor } from "./ambient/waypoints";
import { Outcome } from "./answer";
import type { Call } from "./call";
import type { Cluster } from "./cluster";
import { serviceCluster } from "./clusters/service-cluster";
import { toEndpoints, viaWaypoint } from "./deliver";
import type { Leaf } from "./leaf";
import { isOfCluster, nobodyNamed } from "./unknown-name";
import { ended, further, type Way } from "./way";

/** A call of a workload without a proxy that routes: by ztunnel, or by the node alone. */
export function direct(mesh: Mesh, workload: Workload, called: Call, way: Way): Leaf[] {
  const call = asSeen(called);
  const cluster = serviceCluster(mesh, call);
  if (cluster === undefined) {
    return call.address === undefined && isOfCluster(mesh, call.host)
      ? [unknownName(mesh, workload, call, way)]
      : [ended(way, { outcome: Outcome.Routed, reached: { service: call.host, port: call.port } })];
  }
  const used = waypointFor(mesh, workload, undefined, cluster);
  return used
    ? viaWaypoint(mesh, used, cluster, call, way)
    : toPods(mesh, workload, cluster, call, way);
}

function unknownName(mesh: Mesh, { namespace }: Workload, { host }: Call, way: Way): Leaf {
  const { notModelled = [], ...end } = nobodyNamed(mesh, host, namespace);
  return ended(further(way, { notModelled }), end);
}

/** The ends of a call to Pods, which may have a waypoint of their own. */
function toPods(mesh: Mesh, workload: Workload, cluster: Cluster, call: Call, way: Way): Leaf[] {
  const sender = { name: workload.name, isProxy: false };
  if (cluster.endpoints.length === 0) {
    return toEndpoints(mesh, sender, cluster, call, way);
  }
  return cluster.endpoints.flatMap((endpoint) => {
    const { host } = cluster;
    const used = waypointFor(mesh, workload, undefined, { ...(host && { host }), endpoint });
    const own = { ...cluster, endpoints: [endpoint] };
    return used
      ? viaPodsWaypoint(mesh, used, own, call, way)
      : toEndpoints(mesh, sender, own, call, way);
  });
}

/** What proxies see of a call: nothing of what is inside of TLS of the client's own. */
function asSeen(call: Call): Call {
  const { http, token, ...rest } = call;
  return call.protocol === "https" ? rest : call;
}

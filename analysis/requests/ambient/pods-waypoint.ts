import type { Mesh } from "../../mesh/mesh";
import { atProxy, sentOn } from "../access/at-proxy";
import type { Call } from "../call";
import type { Cluster } from "../cluster";
import { toEndpoints } from "../deliver";
import type { Leaf } from "../leaf";
import { proxyOf } from "../mesh-proxy";
import { ended, further, type Way } from "../way";
import type { UsedWaypoint } from "./bound-waypoint";

/** The ends of a call to Pods themselves that goes by their waypoint: its policies are asked, and no routes. */
export function viaPodsWaypoint(
  mesh: Mesh,
  { waypoint, steps }: UsedWaypoint,
  cluster: Cluster,
  call: Call,
  way: Way,
): Leaf[] {
  const proxy = proxyOf(waypoint);
  const tls = [{ hop: `→ ${waypoint.name}`, mode: "HBONE" }];
  const verdict = atProxy(mesh, proxy, call, { kind: "passthrough", steps: [] });
  const { notModelled, wouldBeDeniedBy } = verdict;
  const trail = [...steps, ...verdict.steps];
  const hop = further(way, { trail, tls, notModelled, wouldBeDeniedBy });
  return verdict.taken
    ? toEndpoints(
        mesh,
        { name: waypoint.name, isProxy: true },
        cluster,
        sentOn(mesh, proxy, call),
        hop,
      )
    : [ended(hop, verdict)];
}

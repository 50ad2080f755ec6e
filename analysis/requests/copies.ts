import { serviceOfHost } from "../../values/service-host";
import type { Mesh } from "../mesh/mesh";
import { NotJudged } from "../mesh/not-judged";
import type { Reached } from "./answer";
import type { Call } from "./call";
import { clusterOf } from "./clusters/cluster-of";
import type { MeshProxy } from "./mesh-proxy";
import { reachedAt } from "./reached";
import type { Forward, Weighted } from "./route";
import type { Further } from "./way";

function copiedTo(mesh: Mesh, proxy: MeshProxy, call: Call, mirror: Weighted): Reached[] {
  const cluster = mirror.unusable ? undefined : clusterOf(mesh, proxy, mirror, call);
  return cluster === undefined
    ? []
    : cluster.endpoints.length === 0 && !cluster.known
      ? [{ ...reachedAt(cluster), share: mirror.share }]
      : cluster.endpoints.map((endpoint) => ({
          ...reachedAt(cluster, endpoint),
          share: (mirror.share * endpoint.share) / 100,
        }));
}

/** Who gets copies. What is not known of them leaves the client's own answer as it is. */
export function copiesOf(mesh: Mesh, proxy: MeshProxy, call: Call, { mirrors }: Forward): Further {
  const open: string[] = [];
  const reached = mirrors.flatMap((mirror) => {
    try {
      return copiedTo(mesh, proxy, call, mirror);
    } catch (error) {
      if (!(error instanceof NotJudged)) {
        throw error;
      }
      open.push(`who gets copies: ${error.message}`);
      const [namespace, service = mirror.host] = serviceOfHost(mirror.host) ?? [];
      const port = mirror.port ?? call.port;
      return [{ service, ...(namespace && { namespace }), port, share: mirror.share }];
    }
  });
  return { mirrors: reached, notModelled: open };
}

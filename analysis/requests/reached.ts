import { serviceOfHost } from "../../values/service-host";
import type { Reached } from "./answer";
import type { Cluster, Endpoint } from "./cluster";

/** Who is reached, whatever the share. */
type Who = Omit<Reached, "share">;

const versionLabels = ["version", "app.kubernetes.io/version"] as const;

const known = new WeakMap<Endpoint, { readonly of: Cluster; readonly reached: Who }>();

/** Who is reached at an endpoint of a cluster; found out once for each. */
export function reachedAt(cluster: Cluster, endpoint?: Endpoint): Who {
  const found = endpoint && known.get(endpoint);
  if (found?.of === cluster) {
    return found.reached;
  }
  const reached = reachedNow(cluster, endpoint);
  if (endpoint) {
    known.set(endpoint, { of: cluster, reached });
  }
  return reached;
}

function reachedNow(cluster: Cluster, endpoint?: Endpoint): Who {
  const { host, port, subset } = cluster;
  const service = host && serviceOfHost(host.host);
  const workload = endpoint?.workload;
  const labels = workload?.labels ?? {};
  const version = versionLabels.map((label) => labels[label]).find(Boolean) ?? subset;
  const namespace = service?.[0] ?? workload?.namespace;
  const name = service?.[1] ?? host?.host ?? endpoint?.address;
  return {
    ...(name !== undefined && { service: name }),
    ...(namespace !== undefined && { namespace }),
    ...(workload && { workload: workload.name }),
    ...(version !== undefined && { version }),
    port,
  };
}

import { serviceOfHost } from "../../values/service-host";
import type { Reached } from "./answer";
import type { Cluster, Endpoint } from "./cluster";

const versionLabels = ["version", "app.kubernetes.io/version"] as const;

/** Who is reached at an endpoint of a cluster. */
export function reachedAt(cluster: Cluster, endpoint?: Endpoint): Omit<Reached, "share"> {
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

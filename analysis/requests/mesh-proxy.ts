import type { Workload } from "../mesh/model/workloads";

/** A proxy that decides: what routes and rules it sees hangs on where it is, and what it is. */
export interface MeshProxy {
  readonly kind: "sidecar" | "gateway" | "waypoint";
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly workload: Workload;
}

/** The proxy of a workload. */
export const proxyOf = (workload: Workload): MeshProxy => ({
  kind:
    workload.gateway === undefined
      ? "sidecar"
      : workload.gateway === "waypoint"
        ? "waypoint"
        : "gateway",
  namespace: workload.namespace,
  labels: workload.labels,
  workload,
});

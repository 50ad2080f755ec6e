import type { Mesh } from "./mesh";
import type { Workload } from "./model/workloads";

/** The port of the Pods to which a Service's port of this number leads, where that is another one. */
export const podPortBehind = (workload: Workload, port: number, mesh: Mesh): number | undefined =>
  mesh
    .servicesOf(workload)
    .flatMap(({ ports }) => ports)
    .filter(({ port: own, targetPort }) => own === port && targetPort !== own)
    .flatMap(({ targetPort }) =>
      typeof targetPort === "number"
        ? targetPort
        : workload.ports.filter(({ name }) => name === targetPort).map((own) => own.port),
    )[0];

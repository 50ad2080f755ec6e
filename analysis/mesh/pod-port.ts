import type { Mesh } from "./mesh";
import { podPortOf } from "./model/servers";
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

/**
 * The port of Pods that is meant by that of a Service of theirs, where what comes in is told by the port of the
 * Pod; undefined where no Service has it, or the Pods have it too.
 */
export function meantPodPort(
  workload: Workload,
  port: number | undefined,
  mesh: Mesh,
): number | undefined {
  const behind = port === undefined ? undefined : podPortBehind(workload, port, mesh);
  const isPods = mesh
    .servicesOf(workload)
    .flatMap(({ ports }) => ports)
    .some((own) => podPortOf(own, workload) === port);
  return isPods ? undefined : behind;
}

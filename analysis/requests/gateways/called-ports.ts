import type { Mesh } from "../../mesh/mesh";
import type { Workload } from "../../mesh/model/workloads";
import { serversAt } from "./applied";
import { servicesBefore, targetsOf } from "./gateway-services";

/** Ports of the Pods that the Service of an ingress gateway usually leads to, where it is not the same. */
const usualTargets: Readonly<Record<number, number>> = { 80: 8080, 443: 8443 };

/**
 * Ports of a gateway's Pods to which a port of its Service leads. Where the set has no such Service, the port
 * is that of the Pods, or, if no server is there, the one that such Services usually lead to.
 */
export function calledPorts(mesh: Mesh, workload: Workload, port: number): readonly number[] {
  const services = servicesBefore(mesh, workload);
  if (services.length > 0) {
    return targetsOf(workload, services, port);
  }
  const { ports } = serversAt(mesh, workload);
  const listens = (wanted?: number) => ports.some(({ number }) => number === wanted);
  const usual = usualTargets[port];
  return [usual !== undefined && !listens(port) && listens(usual) ? usual : port];
}

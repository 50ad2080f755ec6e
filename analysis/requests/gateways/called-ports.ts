import type { Mesh } from "../../mesh/mesh";
import type { Workload } from "../../mesh/model/workloads";
import { serversAt } from "./applied";
import { meantPort, servicesBefore, targetsOf } from "./gateway-services";

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

/**
 * Ports at which clients come to a server of a Gateway: those of the Services that lead to the port of the Pods it
 * stands for. A server that no Service leads to has its own.
 */
export function portsOfServer(mesh: Mesh, workload: Workload, server: number): readonly number[] {
  const services = servicesBefore(mesh, workload);
  const meant = meantPort(workload, services, server);
  const ports = services
    .flatMap((service) => service.ports.map(({ port }) => port))
    .filter((port) => targetsOf(workload, services, port).some((one) => meant.includes(one)));
  return ports.length > 0 ? [...new Set(ports)] : [server];
}

import type { Declared } from "../declared-set";
import type { Mesh } from "../mesh";
import type { Labels } from "./selector";
import type { Workload } from "./workloads";

const included = "traffic.sidecar.istio.io/includeInboundPorts";

/** Annotation with the ports of Pods whose connections do not go through the sidecar. */
export const excludedPortsAnnotation = "traffic.sidecar.istio.io/excludeInboundPorts";

/** Ports of the sidecar itself, for health and metrics, to which connections come in plain text whatever mode holds. */
const ownPorts: readonly number[] = [15020, 15021, 15090];

/** Whether a port is one at which a proxy tells of itself. */
export const isOwnPort = (port: number): boolean => ownPorts.includes(port);

/** Ports as annotations of Pods list them. */
export const portsIn = (value: string): number[] =>
  value.split(",").map((part) => Number(part.trim()));

/** Whether connections to a port of Pods with these annotations do not go through their sidecar. */
export function passesSidecar(
  { [included]: taken = "*", [excludedPortsAnnotation]: left }: Labels,
  port: number,
): boolean {
  // Ports that are left out are so from all of them alone.
  return taken === "*"
    ? left !== undefined && portsIn(left).includes(port)
    : !portsIn(taken).includes(port);
}

/** Whether connections to a port of a workload with a sidecar do not go through it, or are for the sidecar itself. */
export const isPastSidecar = ({ annotations }: Pick<Workload, "annotations">, port: number) =>
  isOwnPort(port) || passesSidecar(annotations, port);

/** What makes a workload refuse plain text at a port of its Pods; nothing where it takes it, or no proxy is asked. */
export function plainTextRefusedBy(
  workload: Workload,
  port: number | undefined,
  mesh: Mesh,
): Declared | undefined {
  const { mode, by } = mesh.mutualTlsOf(workload, port);
  const isPast = port !== undefined && workload.mode === "sidecar" && isPastSidecar(workload, port);
  return mode === "STRICT" && workload.mode !== "none" && !isPast ? by : undefined;
}

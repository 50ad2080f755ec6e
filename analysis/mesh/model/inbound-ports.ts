import type { Labels } from "./selector";

const included = "traffic.sidecar.istio.io/includeInboundPorts";

/** Annotation with the ports of Pods whose connections do not go through the sidecar. */
export const excludedPortsAnnotation = "traffic.sidecar.istio.io/excludeInboundPorts";

const portsIn = (value: string): number[] => value.split(",").map((part) => Number(part.trim()));

/** Whether connections to a port of Pods with these annotations do not go through their sidecar. */
export function passesSidecar(
  { [included]: taken, [excludedPortsAnnotation]: left = "" }: Labels,
  port: number,
): boolean {
  const isLeftOut = taken !== undefined && taken !== "*" && !portsIn(taken).includes(port);
  return isLeftOut || portsIn(left).includes(port);
}

import { isIpOrCidr } from "../../../values/ip";
import { fitsRange } from "../../../values/ip-range";
import { portsIn } from "./inbound-ports";
import type { Labels } from "./selector";

const prefix = "traffic.sidecar.istio.io/";

/** Annotations by which Pods say which of their calls go by their sidecar. */
export const outboundAnnotations = [
  `${prefix}excludeOutboundPorts`,
  `${prefix}excludeOutboundIPRanges`,
  `${prefix}includeOutboundPorts`,
  `${prefix}includeOutboundIPRanges`,
] as const;

const [excludedPorts, excludedRanges, includedPorts, includedRanges] = outboundAnnotations;

/** Ports to which Pods connect past their sidecar, as they say themselves. */
export const portsPastSidecar = (annotations: Labels): number[] =>
  portsIn(annotations[excludedPorts] ?? "");

/** Annotation that says so. */
export const portsPastSidecarAnnotation = excludedPorts;

/** What Pods with these annotations say of it, for comparison. */
export const captureText = (annotations: Labels): string =>
  JSON.stringify(outboundAnnotations.map((name) => annotations[name] ?? null));

/** Whether calls go by the sidecar, and which annotation says so; open where an address decides that nobody says. */
export interface Capture {
  readonly isTaken: boolean | "open";
  /** Undefined where nothing is said. */
  readonly by?: string;
}

const partsOf = (written: string | undefined): string[] =>
  (written ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);

const isIn = (written: string | undefined, ip: string): boolean =>
  partsOf(written).some((range) => isIpOrCidr(range) && fitsRange(range, ip));

/** Whether calls to a port of an address go by the sidecar of Pods with these annotations, by the node's rules in their order. */
export function captureOf(annotations: Labels, port: number, ip: string | undefined): Capture {
  const { [includedRanges]: included = "*" } = annotations;
  if (portsPastSidecar(annotations).includes(port)) {
    return { isTaken: false, by: excludedPorts };
  }
  const hasExcluded = partsOf(annotations[excludedRanges]).length > 0;
  if (ip !== undefined && isIn(annotations[excludedRanges], ip)) {
    return { isTaken: false, by: excludedRanges };
  }
  if (ip === undefined && hasExcluded) {
    return { isTaken: "open", by: excludedRanges };
  }
  if (portsIn(annotations[includedPorts] ?? "").includes(port) || included === "*") {
    return { isTaken: true };
  }
  const isOpen = ip === undefined && partsOf(included).length > 0;
  return { isTaken: isOpen ? "open" : ip !== undefined && isIn(included, ip), by: includedRanges };
}

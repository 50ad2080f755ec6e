import type { TrafficPolicy } from "../../../schemas/kinds/networking/destination-rule";
import type { ServiceEntrySpec } from "../../../schemas/kinds/networking/service-entry";
import type { Host } from "../../mesh/model/services";
import type { MeshProxy } from "../mesh-proxy";
import { isKubernetes } from "../visibility/order";

/** How a proxy finds who stands behind a host. */
export type Discovery =
  /** It is told. */
  | "told"
  /** It looks names up itself, and has no cluster where there are none. */
  | "dns"
  /** It goes on to the address that was called. */
  | "called"
  /** It looks up the name that the request is for. */
  | "requested";

const resolutionOf = ({ source }: Host): ServiceEntrySpec["resolution"] =>
  (source.spec as ServiceEntrySpec).resolution ?? "NONE";

/** Whether a host leaves it to its clients to whom they connect. */
export const isPassthrough = (host: Host): boolean =>
  isKubernetes(host) ? host.headless : resolutionOf(host) === "NONE";

/** Whether a host stands for somebody outside of the mesh, with whom istiod sets up no mutual TLS by itself. */
export const isExternal = (host: Host): boolean =>
  isKubernetes(host)
    ? host.externalName !== undefined
    : ((host.source.spec as ServiceEntrySpec).location ?? "MESH_EXTERNAL") === "MESH_EXTERNAL";

/** Whether settings send requests on to the address that was called. */
export const goesToCalled = (policy: TrafficPolicy | undefined): boolean =>
  policy?.loadBalancer?.simple === "PASSTHROUGH";

/**
 * How a proxy finds who stands behind a host, by the settings that are in force for it: the host's own pass on to its
 * subsets that requests go to the address that was called.
 */
export function discoveryOf(
  host: Host,
  kind: MeshProxy["kind"],
  policies: readonly (TrafficPolicy | undefined)[],
): Discovery {
  const resolution = isKubernetes(host) ? undefined : resolutionOf(host);
  if (resolution === "DYNAMIC_DNS" && host.host.startsWith("*")) {
    return "requested";
  }
  if (policies.some(goesToCalled) || (isPassthrough(host) && kind !== "gateway")) {
    return "called";
  }
  return resolution === "DNS" || resolution === "DNS_ROUND_ROBIN" ? "dns" : "told";
}

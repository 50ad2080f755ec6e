import { isGoTrue } from "../../../values/go-boolean";
import { ingressUseWaypointLabel } from "../../../values/known-names";
import { fields } from "../../mesh/fields";
import { Kind } from "../../mesh/kinds";
import { kindOf } from "../../mesh/kubernetes-object";
import type { Mesh } from "../../mesh/mesh";
import type { Host } from "../../mesh/model/services";
import type { Workload } from "../../mesh/model/workloads";
import type { Cluster, Endpoint } from "../cluster";
import type { MeshProxy } from "../mesh-proxy";
import { boundWaypoint, type UsedWaypoint } from "./bound-waypoint";

/** Whether clients call a host by an address of its own, by which a waypoint is found. */
function hasAddress({ source, host, headless, externalName }: Host): boolean {
  if (kindOf(source.id) === Kind.Service) {
    return !headless && externalName === undefined;
  }
  const { addresses, resolution } = fields(source.object.spec);
  const isListed = Array.isArray(addresses) && addresses.length > 0;
  return isListed || (!host.startsWith("*") && resolution !== undefined && resolution !== "NONE");
}

/** Kinds whose objects have labels of their own for a waypoint; a Gateway's Service has none. */
const labelled: readonly string[] = [Kind.Service, Kind.ServiceEntry];

function ofHost(mesh: Mesh, host: Host): UsedWaypoint | undefined {
  const { source, namespace } = host;
  return labelled.includes(kindOf(source.id)) && hasAddress(host)
    ? boundWaypoint(
        mesh,
        { source, namespace, labels: source.labels, labelsPath: "metadata.labels" },
        "service",
      )
    : undefined;
}

/** Whether gateways send what is for a Service to its waypoint. */
function isUsedByGateways(mesh: Mesh, { source, namespace }: Host): boolean {
  const own = source.labels[ingressUseWaypointLabel];
  return isGoTrue(own ?? mesh.namespaces.get(namespace)?.labels[ingressUseWaypointLabel] ?? "");
}

/**
 * The waypoint that a client goes by to a Service or, where none is called, to a workload. Sidecars go by none;
 * gateways do where the Service says so.
 */
export function waypointFor(
  mesh: Mesh,
  client: Workload | undefined,
  proxy: MeshProxy | undefined,
  { host, endpoint }: Pick<Cluster, "host"> & { readonly endpoint?: Endpoint },
): UsedWaypoint | undefined {
  if (proxy !== undefined) {
    return proxy.kind === "gateway" && host && isUsedByGateways(mesh, host)
      ? ofHost(mesh, host)
      : undefined;
  }
  if (client?.mode !== "ambient") {
    return undefined;
  }
  if (host && hasAddress(host)) {
    return ofHost(mesh, host);
  }
  const workload = endpoint?.workload;
  return workload && workload.mode === "ambient"
    ? boundWaypoint(mesh, workload, "workload")
    : undefined;
}

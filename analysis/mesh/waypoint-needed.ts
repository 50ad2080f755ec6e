import { ingressUseWaypointLabel, waypointForLabel } from "../../values/known-names";
import type { Declared } from "./declared-set";
import { Kind } from "./kinds";
import { type ObjectId, objectWords } from "./kubernetes-object";
import { grouped } from "./lazy";
import type { Mesh } from "./mesh";
import { type Attachable, targetServices, targetsOf } from "./model/policies";
import type { Host } from "./model/services";
import { usedWaypoint } from "./model/waypoints";
import type { Workload } from "./model/workloads";

/** Whether a namespace's own object says that its Pods are behind ztunnel. */
export const isAmbient = (mesh: Mesh, namespace: string): boolean =>
  mesh.namespaces.get(namespace)?.mode === "ambient";

/** The ambient workloads that a policy chooses by labels or by its namespace. */
const ambientlyChosen = (policy: Declared<Attachable>, mesh: Mesh): readonly Workload[] =>
  mesh.chosenBy(policy).filter(({ mode, gateway }) => mode === "ambient" && !gateway);

/**
 * Whether all that a policy without targetRefs is for lies behind ztunnel, so that no proxy follows it. A
 * namespace of which no Pod is declared counts by its label.
 */
export function isForZtunnelAlone(policy: Declared<Attachable>, mesh: Mesh): boolean {
  if (targetsOf(policy.spec).length > 0 || policy.id.namespace === mesh.config.rootNamespace) {
    return false;
  }
  const chosen = mesh.chosenBy(policy);
  return chosen.length === 0
    ? isAmbient(mesh, policy.id.namespace)
    : chosen.every(({ mode, gateway }) => mode === "ambient" && !gateway);
}

/** What ztunnel stands before, of all that a policy is for: in words, and the objects of it. */
export interface BehindZtunnel {
  readonly words: string;
  readonly related: readonly ObjectId[];
}

/** A workload, or else the namespace, before which ztunnel follows a policy; undefined where none is known. */
export function behindZtunnel(policy: Declared<Attachable>, mesh: Mesh): BehindZtunnel | undefined {
  const [workload] = ambientlyChosen(policy, mesh);
  if (workload !== undefined) {
    return { words: objectWords(workload.source.id), related: [workload.source.id] };
  }
  return isForZtunnelAlone(policy, mesh)
    ? { words: `namespace ${policy.id.namespace}`, related: [] }
    : undefined;
}

/** `namespace/name` of the waypoint before a Service. */
export const waypointBefore = ({ source, namespace }: Host, mesh: Mesh): string | undefined =>
  usedWaypoint(source.labels, namespace, mesh.namespaces.get(namespace));

/** Services by the waypoint before them, as `namespace/name`. */
export const servicesByWaypoint = (mesh: Mesh): ReadonlyMap<string, readonly Host[]> =>
  grouped(
    mesh.hosts.all.filter(({ source }) => source.id.kind === "Service"),
    (host) => waypointBefore(host, mesh) ?? "",
  );

/** Whether requests of a gateway to a Service go through its waypoint. */
export function goesThroughWaypoint({ source, namespace }: Host, mesh: Mesh): boolean {
  const place = mesh.namespaces.get(namespace);
  const label = source.labels[ingressUseWaypointLabel] ?? place?.labels[ingressUseWaypointLabel];
  return label === "true" && usedWaypoint(source.labels, namespace, place) !== undefined;
}

/** Why a waypoint that a Service names does not stand before it; nothing where it does, or is not declared. */
function pastWaypoint(mesh: Mesh, waypoint: string): string | undefined {
  const [namespace = "", name = ""] = waypoint.split("/");
  const takes = mesh.set.find(Kind.ApiGateway, namespace, name)?.labels[waypointForLabel];
  return takes === undefined || ["service", "all"].includes(takes)
    ? undefined
    : `uses waypoint ${name}.${namespace}, which takes no connections to Services (${waypointForLabel}: ${takes})`;
}

/** A Service to which a policy is attached, and why no waypoint stands before it. */
export interface BareService {
  readonly name: string;
  /** Path of the reference in the policy. */
  readonly path: string;
  readonly words: string;
}

/** The Services to which a policy is attached and before which no waypoint stands, as far as that is known. */
export const servicesWithoutWaypoint = (
  policy: Declared<Attachable>,
  mesh: Mesh,
): readonly BareService[] =>
  targetServices(policy.spec).flatMap(({ name, path }) => {
    const { namespace } = policy.id;
    const service = mesh.set.find(Kind.Service, namespace, name);
    const place = mesh.namespaces.get(namespace);
    if (service === undefined || place?.declared !== true) {
      return [];
    }
    const waypoint = usedWaypoint(service.labels, namespace, place);
    const words = waypoint === undefined ? "uses no waypoint" : pastWaypoint(mesh, waypoint);
    return words === undefined ? [] : [{ name, path, words }];
  });

import {
  hbonePort,
  useWaypointCanaryLabel,
  useWaypointLabel,
  waypointForLabel,
} from "../../../values/known-names";
import type { Declared } from "../../mesh/declared-set";
import { Kind } from "../../mesh/kinds";
import type { Mesh } from "../../mesh/mesh";
import { waypointOf } from "../../mesh/model/namespaces";
import type { Labels } from "../../mesh/model/selector";
import type { Workload } from "../../mesh/model/workloads";
import { NotJudged } from "../../mesh/not-judged";
import { namespaceProblem } from "../../mesh/route-attachment";
import { Thing } from "../../mesh/scope";
import { fieldPath } from "../../objects/path";
import { type Step, stepOf } from "../trail";

/** A waypoint on the way, and what says so. */
export interface UsedWaypoint {
  readonly waypoint: Workload;
  readonly steps: readonly Step[];
  readonly notModelled?: readonly string[];
}

/** What a waypoint is for. */
export type WaypointTraffic = "service" | "workload";

/** A Service or a workload that may have a waypoint. */
export interface Bindable {
  readonly source: Declared;
  readonly namespace: string;
  readonly labels: Labels;
  /** Path of the labels in the source. */
  readonly labelsPath: string;
}

/** Who names the waypoint: the labels of the object itself go before those of its namespace. */
function naming(mesh: Mesh, own: Bindable): Bindable | undefined {
  if (own.labels[useWaypointLabel] !== undefined) {
    return own;
  }
  const source = mesh.set.find(Kind.Namespace, "", own.namespace);
  return source?.labels[useWaypointLabel] === undefined
    ? undefined
    : { ...own, source, labels: source.labels, labelsPath: "metadata.labels" };
}

function isFor(mesh: Mesh, { source, labels }: Workload, traffic: WaypointTraffic): boolean {
  const name = (source.spec as { gatewayClassName?: string }).gatewayClassName ?? "";
  const wanted =
    labels[waypointForLabel] ??
    mesh.set.find(Kind.GatewayClass, "", name)?.labels[waypointForLabel] ??
    "service";
  return wanted === traffic || wanted === "all";
}

/** Whether the waypoint's listener takes those of a namespace. */
function takes(mesh: Mesh, gateway: Declared, namespace: string): boolean {
  const waypoint = mesh.set.find(Kind.ApiGateway, gateway.id.namespace, gateway.id.name);
  const listener = waypoint?.spec.listeners.find(
    ({ port, protocol }) => port === hbonePort && protocol === "HBONE",
  );
  const problem = namespaceProblem(mesh, gateway, listener?.allowedRoutes ?? {}, namespace);
  if (typeof problem === "object") {
    throw new NotJudged(`${problem.notDeclared} are not declared`);
  }
  return problem === undefined;
}

function waypointNamed(mesh: Mesh, place: string): Workload | undefined {
  const [namespace = "", name = ""] = place.split("/");
  const gateway = mesh.set.find(Kind.ApiGateway, namespace, name);
  if (gateway === undefined && !mesh.speaksFor(Thing.Waypoint, namespace, name)) {
    throw new NotJudged(`the waypoint ${place} is not declared`);
  }
  return gateway && mesh.workloadsOf(gateway.id).find((one) => one.gateway === "waypoint");
}

/**
 * The waypoint of a Service or a workload, as istiod binds it: one that is not there, that does not let the
 * namespace in, or that is for something else is none.
 */
export function boundWaypoint(
  mesh: Mesh,
  own: Bindable,
  traffic: WaypointTraffic,
): UsedWaypoint | undefined {
  const named = naming(mesh, own);
  const place = named && waypointOf(named.labels, own.namespace);
  const waypoint = place === undefined ? undefined : waypointNamed(mesh, place);
  if (
    named === undefined ||
    waypoint === undefined ||
    !isFor(mesh, waypoint, traffic) ||
    !takes(mesh, waypoint.source, own.namespace)
  ) {
    return undefined;
  }
  const isSplit = traffic === "service" && named.labels[useWaypointCanaryLabel] !== undefined;
  return {
    waypoint,
    steps: [stepOf(named.source, fieldPath(named.labelsPath, useWaypointLabel))],
    ...(isSplit && { notModelled: [`the label ${useWaypointCanaryLabel}`] }),
  };
}

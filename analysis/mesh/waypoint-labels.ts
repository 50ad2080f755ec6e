import { useWaypointLabel } from "../../values/known-names";
import { fieldPath } from "../objects/path";
import type { Declared } from "./declared-set";
import { Kind } from "./kinds";
import { kindOf } from "./kubernetes-object";
import type { Mesh } from "./mesh";
import { waypointOf } from "./model/namespaces";
import type { Labels } from "./model/selector";
import { podKinds } from "./model/workloads";

/** Kinds of objects whose labels name a waypoint. */
export const enrolledKinds = [Kind.Namespace, Kind.Service, Kind.ServiceEntry, ...podKinds];

/** Who goes through a waypoint: Pods by the labels of their template, or what an object is. */
export type Enrolled = "Namespace" | "Service" | "ServiceEntry" | "Pods";

/** A label that sends connections to a waypoint. */
export interface WaypointLabel {
  /** Path of the label in the object. */
  readonly path: string;
  /** Namespace of who is enrolled. */
  readonly own: string;
  readonly namespace: string;
  readonly name: string;
  readonly who: Enrolled;
}

const whoByKind: Readonly<Record<string, Enrolled>> = {
  [Kind.Namespace]: "Namespace",
  [Kind.Service]: "Service",
  [Kind.ServiceEntry]: "ServiceEntry",
};

/** Labels of an object and, where it runs Pods, those of the Pods. */
function* labelled(object: Declared, mesh: Mesh): Iterable<readonly [Labels, string]> {
  yield [object.labels, "metadata.labels"];
  for (const { labels, labelsPath } of mesh.workloadsOf(object.id)) {
    if (labelsPath.endsWith("metadata.labels") && labelsPath !== "metadata.labels") {
      yield [labels, labelsPath];
    }
  }
}

/** The waypoints that an object names, by its own labels and by those of its Pods' template. */
export function* waypointLabels(object: Declared, mesh: Mesh): Iterable<WaypointLabel> {
  const { id } = object;
  const own = id.kind === "Namespace" ? id.name : id.namespace;
  const who = whoByKind[kindOf(id)] ?? "Pods";
  for (const [labels, path] of labelled(object, mesh)) {
    const [namespace = "", name = ""] = waypointOf(labels, own)?.split("/") ?? [];
    if (name !== "") {
      yield { path: fieldPath(path, useWaypointLabel), own, namespace, name, who };
    }
  }
}

import { dataplaneModeLabel, useWaypointLabel } from "../../../values/known-names";
import { fieldPath } from "../../objects/path";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { waypointOf } from "../model/namespaces";
import { podKinds, type Workload } from "../model/workloads";

const modeWords = { sidecar: "gets sidecars", none: "is in no mesh" } as const;

function* judgeNamespace(name: string, mesh: Mesh): Iterable<Verdict> {
  const { waypoint, mode = "none" } = mesh.namespaces.get(name) ?? {};
  if (waypoint !== undefined && mode !== "ambient") {
    yield {
      path: fieldPath("metadata.labels", useWaypointLabel),
      message: `namespace ${name} ${modeWords[mode]}, and waypoint ${waypoint} is for ambient clients; add ${dataplaneModeLabel}: ambient`,
    };
  }
}

function* judgePods({ labels, labelsPath, namespace, mode, outside }: Workload): Iterable<Verdict> {
  const waypoint = waypointOf(labels, namespace);
  if (waypoint !== undefined && (mode === "sidecar" || outside)) {
    yield {
      path: fieldPath(labelsPath, useWaypointLabel),
      message: `the Pods are not ambient, and waypoint ${waypoint} is for those that are`,
    };
  }
}

/** A namespace or Pods that use a waypoint and is not ambient. */
export const waypointWithoutAmbient = check({
  id: "waypoint-without-ambient",
  code: "KIA1312",
  aliases: [],
  level: "warning",
  kinds: [Kind.Namespace, ...podKinds],
  summary: "A namespace or its Pods use a waypoint and are not ambient.",
  why: "Its own Pods do not go through a waypoint; ambient clients of other namespaces do.",
  fix: "Label it with istio.io/dataplane-mode: ambient, or take out istio.io/use-waypoint.",
  url: "https://istio.io/latest/docs/ambient/usage/waypoint/",
  fires: `apiVersion: v1
kind: Namespace
metadata:
  name: tickets
  labels:
    istio-injection: enabled
    istio.io/use-waypoint: gate # found
---
apiVersion: v1
kind: Pod
metadata:
  name: seller
  namespace: tickets
  labels:
    app: seller
    istio.io/use-waypoint: gate # found
spec: {containers: [{name: seller}]}
`,
  silent: `apiVersion: v1
kind: Namespace
metadata:
  name: tickets
  labels:
    istio-injection: enabled
    istio.io/use-waypoint: none
`,
  *run({ id }, mesh) {
    if (id.kind === "Namespace") {
      yield* judgeNamespace(id.name, mesh);
    } else {
      yield* each(mesh.workloadsOf(id), judgePods);
    }
  },
});

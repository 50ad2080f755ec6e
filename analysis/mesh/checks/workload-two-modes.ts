import { dataplaneModeLabel } from "../../../values/known-names";
import { fieldPath } from "../../objects/path";
import { check, type Verdict } from "../check";
import { each } from "../each";
import type { Mesh } from "../mesh";
import { podKinds, type Workload } from "../model/workloads";

function* judge(workload: Workload, mesh: Mesh): Iterable<Verdict> {
  const { labels, labelsPath, namespace, mode, gateway } = workload;
  if (mode !== "sidecar" || gateway !== undefined) {
    return;
  }
  if (labels[dataplaneModeLabel] === "ambient") {
    yield {
      path: fieldPath(labelsPath, dataplaneModeLabel),
      message: "the Pods are labelled ambient and get a sidecar all the same, which wins",
    };
  } else if (
    labels[dataplaneModeLabel] === undefined &&
    mesh.namespaces.get(namespace)?.mode === "ambient"
  ) {
    yield {
      path: labelsPath,
      message: `the Pods get a sidecar in namespace ${namespace}, which is ambient: they are not behind ztunnel and use no waypoint`,
      level: "warning",
    };
  }
}

/** Pods that are to have a sidecar and to be ambient. */
export const workloadTwoModes = check({
  id: "workload-two-modes",
  code: "KIA1311",
  aliases: ["KIA1314", "KIA1315", "KIA1316"],
  level: "error",
  kinds: podKinds,
  summary: "Pods get a sidecar and are labelled ambient, or lie in an ambient namespace.",
  why: "The sidecar wins: ztunnel does not take their connections, and waypoints do not see them.",
  fix: "Take out one of the two labels.",
  url: "https://istio.io/latest/docs/ambient/usage/add-workloads/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: farm, labels: {istio-injection: enabled}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: tractor, namespace: farm}
spec:
  template:
    metadata:
      labels:
        app: tractor
        istio.io/dataplane-mode: ambient # found
    spec: {containers: [{name: tractor}]}
---
apiVersion: v1
kind: Namespace
metadata: {name: barn, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: v1
kind: Pod
metadata:
  name: cow
  namespace: barn
  labels: {sidecar.istio.io/inject: "true"} # found
spec: {containers: [{name: cow}]}
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: farm, labels: {istio-injection: enabled}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: tractor, namespace: farm}
spec:
  template:
    metadata: {labels: {app: tractor, sidecar.istio.io/inject: "false", istio.io/dataplane-mode: ambient}}
    spec: {containers: [{name: tractor}]}
---
apiVersion: v1
kind: Namespace
metadata: {name: barn, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: v1
kind: Pod
metadata:
  name: cow
  namespace: barn
  labels: {sidecar.istio.io/inject: "true", istio.io/dataplane-mode: none}
spec: {containers: [{name: cow}]}
`,
  *run({ id }, mesh) {
    yield* each(mesh.workloadsOf(id), (workload) => judge(workload, mesh));
  },
});

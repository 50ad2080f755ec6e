import {
  dataplaneModeLabel,
  podInjectionLabel,
  useWaypointLabel,
} from "../../../values/known-names";
import { fieldPath } from "../../objects/path";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { waypointOf } from "../model/namespaces";
import { podKinds, type Workload } from "../model/workloads";
import { quoted } from "../words";

/** Whether what a label of the object asks for is so all the same, for the namespace's sake. */
const isSoAnyway = (
  label: string,
  value: string,
  { mode, namespace }: Workload,
  mesh: Mesh,
): boolean => {
  if (label === podInjectionLabel) {
    return (mode === "sidecar") === (value === "true");
  }
  return label === dataplaneModeLabel
    ? (mode === "ambient") === (value === "ambient")
    : mesh.namespaces.get(namespace)?.waypoint === waypointOf({ [label]: value }, namespace);
};

const objects = (label: string, ofPods = ""): string => `apiVersion: v1
kind: Namespace
metadata: {name: quarry}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: drills
  namespace: quarry
  labels:
    app: drills${label}
spec:
  template:
    metadata: {labels: {app: drills${ofPods}}}
    spec: {containers: [{name: drills}]}
`;

/** A label for Pods that stands on what runs them. */
export const labelMisplaced = check({
  id: "label-misplaced",
  code: "MESH0349",
  aliases: [],
  level: "warning",
  kinds: podKinds,
  summary: "A label for Pods stands on the object that runs them, and not on their template.",
  why: "The injector, ztunnel and waypoints look at Pods and namespaces alone: the Pods are in the mesh, or out of it, as if the label were not there.",
  fix: "Write the label into spec.template.metadata.labels.",
  url: "https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/#controlling-the-injection-policy",
  fires: objects('\n    sidecar.istio.io/inject: "true" # found'),
  silent: objects("", ', sidecar.istio.io/inject: "true"'),
  *run({ id, labels }, mesh) {
    yield* each(mesh.workloadsOf(id), function* (workload): Iterable<Verdict> {
      const isOnPods = workload.labelsPath === "metadata.labels";
      for (const label of [podInjectionLabel, dataplaneModeLabel, useWaypointLabel]) {
        const value = labels[label];
        const isMissed =
          value !== undefined &&
          !isOnPods &&
          workload.labels[label] === undefined &&
          !isSoAnyway(label, value, workload, mesh);
        if (isMissed) {
          yield {
            path: fieldPath("metadata.labels", label),
            message: `${quoted(value)} is for Pods, and those of ${objectWords(id)} have no such label: nobody reads it here`,
          };
        }
      }
    });
  },
});

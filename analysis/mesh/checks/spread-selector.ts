import { check, type Verdict } from "../check";
import { fields, list } from "../fields";
import { selectorIn } from "../model/monitors";
import { podSpecPath } from "../model/pod-references";
import { fitsSelector } from "../model/selector";
import { podKinds } from "../model/workloads";
import { labelWords } from "../words";

const objects = (selector: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: cooks, namespace: cafe}
spec:
  template:
    metadata: {labels: {app: cooks}}
    spec:
      containers: [{name: cooks}]
      topologySpreadConstraints:
      - maxSkew: 1
        topologyKey: topology.kubernetes.io/zone
        whenUnsatisfiable: DoNotSchedule
        labelSelector: ${selector}
`;

/** Pods that are spread by the places of others. */
export const spreadSelector = check({
  id: "spread-selector",
  code: "MESH0437",
  aliases: [],
  level: "warning",
  kinds: podKinds,
  summary: "Pods are spread by a selector that does not take them.",
  why: "The Pods themselves are not counted: all of them may run in one zone, and fail with it.",
  fix: "Write labels of the Pods' template into labelSelector.",
  url: "https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/#topologyspreadconstraint-consistency",
  fires: objects("{matchLabels: {app: cook}} # found"),
  silent: objects("{matchLabels: {app: cooks}}"),
  *run({ id }, mesh): Iterable<Verdict> {
    for (const workload of mesh.workloadsOf(id)) {
      const constraints = list(fields(workload.pod.spec).topologySpreadConstraints);
      for (const [i, { labelSelector }] of constraints.entries()) {
        const wanted = selectorIn(labelSelector);
        if (labelSelector !== undefined && !fitsSelector(wanted, workload.labels)) {
          yield {
            path: `${podSpecPath(workload)}.topologySpreadConstraints[${i}].labelSelector`,
            message: `${labelWords(wanted.matchLabels ?? {}) || "the selector"} does not take these Pods, which have ${labelWords(workload.labels) || "no labels"}`,
          };
        }
      }
    }
  },
});

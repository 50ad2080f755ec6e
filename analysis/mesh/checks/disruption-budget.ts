import { check, type Verdict } from "../check";
import { nearMiss } from "../chosen";
import { fields, list } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { isScaled } from "../model/autoscalers";
import { selectorIn } from "../model/monitors";
import { fitsSelector } from "../model/selector";
import type { Workload } from "../model/workloads";
import { labelWords } from "../words";

/** Kinds whose Pods a drain moves elsewhere. */
const moved: readonly string[] = ["Deployment", "StatefulSet", "ReplicaSet", "Rollout"];

/** How many Pods run as the set has it; nothing where something else decides. */
function countOf(mesh: Mesh, pods: readonly Workload[]): number | undefined {
  const isOpen = pods.some(
    (one) => !moved.includes(one.source.id.kind) || isScaled(mesh, one.namespace, one.name),
  );
  return isOpen ? undefined : pods.reduce((sum, { replicas }) => sum + (replicas ?? 1), 0);
}

const objects = (least: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ovens, namespace: bakery}
spec:
  replicas: 2
  template:
    metadata: {labels: {app: ovens}}
    spec: {containers: [{name: ovens}]}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: ovens, namespace: bakery}
spec:
  minAvailable: ${least}
  selector: {matchLabels: {app: ovens}}
`;

/** A budget that lets no Pod go, or that is for none. */
export const disruptionBudget = check({
  id: "disruption-budget",
  code: "MESH0426",
  aliases: [],
  level: "warning",
  kinds: [Kind.DisruptionBudget],
  summary: "A PodDisruptionBudget wants as many Pods as there are, or chooses none.",
  why: "No Pod may be evicted, so that a node is never drained: upgrades of the cluster wait for ever. One that chooses no Pods protects nothing.",
  fix: "Let minAvailable be less than the number of Pods, or write maxUnavailable: 1; and write labels of the Pods' template into the selector.",
  url: "https://kubernetes.io/docs/tasks/run-application/configure-pdb/",
  fires: objects("2 # found"),
  silent: objects("1"),
  *run({ id, object }, mesh): Iterable<Verdict> {
    const spec = fields(object.spec);
    const selector = selectorIn(spec.selector);
    const all = mesh.workloadsIn(id.namespace);
    const pods = all.filter(({ labels }) => fitsSelector(selector, labels));
    if (spec.selector !== undefined && pods.length === 0 && all.length > 0) {
      const labels = selector.matchLabels ?? {};
      const path = "spec.selector.matchLabels";
      const { words, fix } = nearMiss(
        labels,
        all.map((one) => one.labels),
        path,
      );
      const isAlike = all.some((one) =>
        Object.entries(labels).some(([key, value]) => one.labels[key] === value),
      );
      // Pods that nothing declared is like may be an operator's.
      yield list(selector.matchExpressions).length === 0 && (isAlike || fix)
        ? {
            path,
            message: `${labelWords(labels)} chooses no Pods of namespace ${id.namespace}: ${words}`,
            ...(fix && { fix }),
          }
        : { path, notDeclared: `Pods with ${labelWords(labels)} in ${id.namespace}` };
      return;
    }
    const count = countOf(mesh, pods);
    const { minAvailable: least } = spec;
    const isAll = least === "100%" || (count !== undefined && Number(least) >= count);
    const [first] = pods;
    if (least !== undefined && first !== undefined && isAll && count !== 0) {
      yield {
        path: "spec.minAvailable",
        message:
          least === "100%" || count === undefined
            ? `${least} of the Pods of ${objectWords(first.source.id)} are to stay, so that none may be evicted`
            : `${least} of ${count} Pods of ${objectWords(first.source.id)} are to stay, so that none may be evicted`,
        related: pods.map(({ source }) => source.id),
      };
    }
  },
});

import { check, type Verdict } from "../check";
import { nearMiss } from "../chosen";
import { fields } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { isScaled } from "../model/autoscalers";
import { selectorIn } from "../model/monitors";
import { fitsSelector, type LabelSelector, type Labels } from "../model/selector";
import type { Workload } from "../model/workloads";
import { meantLabel } from "../selector-problem";
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

/** Pods that have all of a selector's labels but one, which they lack or have nearly. */
function meantPods(selector: Labels, all: readonly Workload[]): Workload | undefined {
  const wanted = Object.entries(selector);
  return (
    meantLabel(selector, all)?.workload ??
    all.find(({ labels }) => {
      const other = wanted.filter(([key, value]) => labels[key] !== value);
      return other.length === 1 && wanted.length > 1 && labels[other[0]?.[0] ?? ""] === undefined;
    })
  );
}

/** A budget whose selector takes no Pods: those that nothing declared is nearly like may be an operator's. */
function choosingNone(
  { matchLabels = {}, matchExpressions = [] }: LabelSelector,
  all: readonly Workload[],
  namespace: string,
): Verdict {
  const path = "spec.selector.matchLabels";
  const meant = matchExpressions.length === 0 ? meantPods(matchLabels, all) : undefined;
  if (meant === undefined) {
    return { path, notDeclared: `Pods with ${labelWords(matchLabels)} in ${namespace}` };
  }
  const { words, fix } = nearMiss(matchLabels, [meant.labels], path);
  return {
    path,
    message: `${labelWords(matchLabels)} chooses no Pods of namespace ${namespace}; those of ${objectWords(meant.source.id)} are meant: ${words}`,
    related: [meant.source.id],
    ...(fix && { fix }),
  };
}

/** A budget that wants as many Pods as there are. */
function* lettingNoneGo(least: unknown, pods: readonly Workload[], mesh: Mesh): Iterable<Verdict> {
  const count = countOf(mesh, pods);
  const isAll = least === "100%" || (count !== undefined && Number(least) >= count);
  const [first] = pods;
  if (least !== undefined && first !== undefined && isAll && count !== 0) {
    const whole = least === "100%" ? "" : `of ${count} `;
    yield {
      path: "spec.minAvailable",
      message: `${least} ${whole || "of the "}Pods of ${objectWords(first.source.id)} are to stay, so that none may be evicted`,
      related: pods.map(({ source }) => source.id),
    };
  }
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
    const { selector, minAvailable } = fields(object.spec);
    const wanted = selectorIn(selector);
    const all = mesh.workloadsIn(id.namespace);
    const pods = all.filter(({ labels }) => fitsSelector(wanted, labels));
    if (pods.length > 0) {
      yield* lettingNoneGo(minAvailable, pods, mesh);
    } else if (selector !== undefined && all.length > 0) {
      yield choosingNone(wanted, all, id.namespace);
    }
  },
});

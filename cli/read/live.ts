import { Kind } from "../../analysis/mesh/kinds";
import { identityOf, type KubernetesObject, kindOf } from "../../analysis/mesh/kubernetes-object";
import { Scope, unreadKind } from "../../analysis/mesh/scope";
import { readCluster } from "./cluster";
import type { Given } from "./given";
import { type Input, together } from "./input";
import { isMap } from "./json-values";
import { merged } from "./merged";
import { overlaid } from "./overlaid";

/** What is to be applied to a cluster: the objects as its owner declares them now, and as they will be. */
interface Change {
  before: Input;
  after: Input;
  /** Objects that are declared and not applied again, whatever has become of them in the cluster. */
  unchanged?: Input;
}

/** A cluster as it is, and as it will be. */
interface LiveSets {
  before: Given;
  after: Given;
  /** As it would be if nobody else had changed what is declared. */
  declared: Given;
}

const ownersOf = ({ metadata }: KubernetesObject): readonly unknown[] => {
  const { ownerReferences } = metadata as { ownerReferences?: unknown };
  return Array.isArray(ownerReferences) ? ownerReferences : [];
};

/** Pods and ReplicaSets that are made from a template which is read too: they follow it. */
function withoutFollowers(cluster: Input): Input {
  const known = new Set(cluster.objects.map(({ object }) => identityOf(object)));
  const follows = (object: KubernetesObject): boolean =>
    ([Kind.Pod, Kind.ReplicaSet] as string[]).includes(kindOf(object)) &&
    ownersOf(object).some(
      (owner) =>
        isMap(owner) &&
        known.has(
          identityOf({
            apiVersion: String(owner.apiVersion),
            kind: String(owner.kind),
            metadata: {
              name: String(owner.name),
              ...(object.metadata.namespace !== undefined && {
                namespace: object.metadata.namespace,
              }),
            },
          }),
        ),
    );
  return { ...cluster, objects: cluster.objects.filter(({ object }) => !follows(object)) };
}

const none: Input = { objects: [], problems: [], skipped: [] };

/** The cluster of a kube-context before and after a change: what the change does not name stays as it is. */
export async function liveSets(
  context: string,
  { before, after, unchanged = none }: Change,
  namespace?: string,
): Promise<LiveSets> {
  const { refused, ...read } = await readCluster(context, Object.values(Kind));
  const cluster = withoutFollowers(read);
  const unread = refused.flatMap(unreadKind);
  const given = (input: Input): Given => ({ input, scope: Scope.Cluster, unread });
  const left = overlaid(overlaid(cluster, before, namespace), after, namespace);
  const applied = together([{ ...left, problems: [] }, merged(cluster, before, after, namespace)]);
  const again = merged(cluster, unchanged, unchanged, namespace);
  return {
    before: given({ ...cluster, problems: [...cluster.problems, ...before.problems] }),
    after: given(applied),
    declared: given(together([overlaid(applied, unchanged, namespace), again])),
  };
}

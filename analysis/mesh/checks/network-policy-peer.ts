import { namespaceNameLabel } from "../../../values/known-names";
import { check, type Found, type Verdict } from "../check";
import { each } from "../each";
import { type Fields, list } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { selectorIn } from "../model/monitors";
import { egressRules, ingressRules } from "../model/network-policies";
import { firstPair, fitsSelector, pairsOf } from "../model/selector";
import type { Workload } from "../model/workloads";
import { Thing } from "../scope";
import { labelWords, listed, quoted } from "../words";

interface Peer {
  readonly peer: Fields;
  readonly path: string;
}

const peersOf = (
  rules: readonly Fields[],
  field: "ingress" | "egress",
  side: "from" | "to",
): Peer[] =>
  rules.flatMap((rule, i) =>
    list(rule[side]).map((peer, j) => ({ peer, path: `spec.${field}[${i}].${side}[${j}]` })),
  );

/** A selector of namespaces that none of those declared has, and that names one of them. */
function namespaceProblem({ peer, path }: Peer, mesh: Mesh): Found | undefined {
  const selector = selectorIn(peer.namespaceSelector);
  const all = mesh.set.all(Kind.Namespace);
  const isThere = all.some(({ id, labels }) =>
    fitsSelector(selector, { ...labels, [namespaceNameLabel]: id.name }),
  );
  const [named] = Object.entries(selector.matchLabels ?? {}).flatMap(([key, value]) =>
    all.filter(({ id }) => id.name === value).map(({ id }) => ({ key, id })),
  );
  return isThere || named === undefined || named.key === namespaceNameLabel
    ? undefined
    : {
        path: `${path}.namespaceSelector`,
        message: `no namespace has ${labelWords(selector.matchLabels ?? {})}; ${objectWords(named.id)} is called so, and the label with a namespace's name is ${namespaceNameLabel}`,
        related: [named.id],
      };
}

/** Workloads of all namespaces by each of their labels. */
function workloadsByPair(mesh: Mesh): ReadonlyMap<string, readonly Workload[]> {
  const pairs = mesh.workloads.flatMap((one) => pairsOf(one.labels).map((pair) => ({ pair, one })));
  const found = grouped(pairs, ({ pair }) => pair);
  return new Map([...found].map(([pair, all]) => [pair, all.map(({ one }) => one)]));
}

/** Pods that are looked for in the policy's namespace, where none are, and that are in one other. */
function podProblem({ peer, path }: Peer, own: string, mesh: Mesh): Found | undefined {
  const selector = selectorIn(peer.podSelector);
  const labels = selector.matchLabels ?? {};
  const isOpen = Object.keys(labels).length === 0 || list(selector.matchExpressions).length > 0;
  if (isOpen || !mesh.speaksFor(Thing.Workload, own) || mesh.selected(labels, own).length > 0) {
    return undefined;
  }
  const elsewhere = (mesh.fact(workloadsByPair).get(firstPair(labels)) ?? []).filter((one) =>
    fitsSelector(selector, one.labels),
  );
  const places = [...new Set(elsewhere.map(({ namespace }) => namespace))];
  const [only] = elsewhere;
  return places.length !== 1 || only === undefined
    ? undefined
    : {
        path: `${path}.podSelector`,
        message: `no Pods of namespace ${own} have ${labelWords(labels)}; those of ${objectWords(only.source.id)} do, and a podSelector alone is for Pods of the policy's namespace: write a namespaceSelector for ${quoted(listed(places))} beside it, in the same entry`,
        related: [only.source.id],
      };
}

function* judge(peer: Peer, namespace: string, mesh: Mesh): Iterable<Verdict> {
  const { namespaceSelector, podSelector, ipBlock } = peer.peer;
  if (ipBlock !== undefined) {
    return;
  }
  const found =
    namespaceSelector === undefined
      ? podSelector !== undefined && podProblem(peer, namespace, mesh)
      : namespaceProblem(peer, mesh);
  if (found) {
    yield found;
  }
}

const objects = (label: string): string => `apiVersion: v1
kind: Namespace
metadata: {name: watch}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: metrics, namespace: zoo}
spec:
  podSelector: {}
  ingress:
  - from:
    - ${label}
`;

/** A peer of a NetworkPolicy that is nobody. */
export const networkPolicyPeer = check({
  id: "network-policy-peer",
  code: "MESH0433",
  aliases: [],
  level: "warning",
  kinds: [Kind.NetworkPolicy],
  summary:
    "A NetworkPolicy lets in or out nobody: its labels are those of no namespace, or of Pods elsewhere.",
  why: "Connections that seem to be allowed are dropped, and time out.",
  fix: "Write kubernetes.io/metadata.name for a namespace by its name, and a namespaceSelector beside podSelector for Pods of another one.",
  url: "https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors",
  fires: objects("namespaceSelector: {matchLabels: {name: watch}} # found"),
  silent: objects("namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: watch}}"),
  *run(policy, mesh) {
    const peers = [
      ...peersOf(ingressRules(policy), "ingress", "from"),
      ...peersOf(egressRules(policy), "egress", "to"),
    ];
    yield* each(peers, (peer) => judge(peer, policy.id.namespace, mesh));
  },
});

import { check } from "../check";
import { fields, texts } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { podsOfPolicy } from "../model/network-policies";
import { meantLabel } from "../selector-problem";
import { labelWords, quoted } from "../words";

const objects = (label: string): string => `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: database, namespace: vault}
spec:
  template:
    metadata: {labels: {app: database}}
    spec: {containers: [{name: database}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: database, namespace: vault}
spec:
  podSelector:
    matchLabels:
      ${label}
  policyTypes: [Ingress]
`;

/** A NetworkPolicy that chooses no Pods, by a slip. */
export const networkPolicySelector = check({
  id: "network-policy-selector",
  code: "MESH0394",
  aliases: [],
  level: "warning",
  kinds: [Kind.NetworkPolicy],
  summary: "A NetworkPolicy chooses no Pods, and some have nearly the labels that it names.",
  why: "It keeps nobody out: Pods that no policy chooses are open to all.",
  fix: "Write the label as the Pods have it.",
  url: "https://kubernetes.io/docs/concepts/services-networking/network-policies/",
  fires: objects("app: databse # found"),
  silent: objects("app: database"),
  *run(policy, mesh) {
    const labels = texts(fields(fields(fields(policy.spec).podSelector)).matchLabels);
    if (Object.keys(labels).length === 0 || podsOfPolicy(policy, mesh).length > 0) {
      return;
    }
    const meant = meantLabel(labels, mesh.workloadsIn(policy.id.namespace));
    if (meant) {
      const path = `spec.podSelector.matchLabels.${meant.key}`;
      yield {
        path,
        message: `${labelWords(labels)} chooses no Pods of namespace ${policy.id.namespace}; ${objectWords(meant.workload.source.id)} has ${meant.key}: ${quoted(meant.value)}`,
        related: [meant.workload.source.id],
        fix: { path, value: meant.value },
      };
    }
  },
});

import { check, type Verdict } from "../check";
import { type Fields, fields, list, number } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import {
  choosesPods,
  egressRules,
  hasOtherPolicies,
  isForEgress,
  type NetworkPolicy,
  podsOfPolicy,
} from "../model/network-policies";
import { known } from "../not-judged";

const dnsPort = 53;

/** Ports at which clusters run DNS behind the Service's 53. */
const dnsPorts: readonly (number | undefined)[] = [dnsPort, 5353, 8053, 1053];

const takesDns = ({ port, endPort, protocol }: Fields): boolean => {
  const first = number(port);
  const isRange = first !== undefined && first <= dnsPort && dnsPort <= (number(endPort) ?? first);
  return (
    (port === undefined || isRange || dnsPorts.includes(first) || typeof port === "string") &&
    protocol !== "SCTP"
  );
};

/** Whether a rule lets questions of DNS out to somebody who may be the one that answers. */
function letsDnsOut(rule: Fields): boolean {
  const ports = list(rule.ports);
  return ports.length === 0 ? isWide(rule) : ports.some(takesDns);
}

/** Whether a rule for all ports is for more than Pods that are named by labels. */
const isWide = (rule: Fields): boolean =>
  list(rule.to).length === 0 ||
  list(rule.to).some(
    ({ namespaceSelector, ipBlock }) => namespaceSelector !== undefined || ipBlock !== undefined,
  );

/** Policies of what goes out, by their namespaces. */
const outgoing = (mesh: Mesh): ReadonlyMap<string, readonly NetworkPolicy[]> =>
  grouped(
    mesh.set.all(Kind.NetworkPolicy).filter((one) => known(() => isForEgress(one)) ?? true),
    ({ id }) => id.namespace,
  );

/** A workload of a policy that may call others, and may not ask for their addresses. */
function withoutDns(policy: NetworkPolicy, mesh: Mesh) {
  const all = mesh.fact(outgoing).get(policy.id.namespace) ?? [];
  return podsOfPolicy(policy, mesh).find(
    (workload) =>
      !all.some((one) => choosesPods(one, workload) && egressRules(one).some(letsDnsOut)),
  );
}

const objects = (more: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: cages, namespace: zoo}
spec:
  template:
    metadata: {labels: {app: cages}}
    spec: {containers: [{name: cages}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: cages, namespace: zoo}
spec:
  podSelector: {matchLabels: {app: cages}}
  policyTypes: [Egress]
  egress:
  - to: [{podSelector: {matchLabels: {app: food}}}]${more ? "" : " # found"}
    ports: [{port: 8080, protocol: TCP}]
${more}`;

/** Pods that may call others and cannot learn where they are. */
export const networkPolicyDns = check({
  id: "network-policy-dns",
  code: "MESH0434",
  aliases: [],
  level: "warning",
  kinds: [Kind.NetworkPolicy],
  summary: "NetworkPolicies let Pods call others, and not ask DNS for their addresses.",
  why: "No name is resolved: calls that are let out fail all the same.",
  fix: "Let port 53 of UDP and TCP out to the cluster's DNS.",
  url: "https://kubernetes.io/docs/concepts/services-networking/network-policies/",
  fires: objects(""),
  silent: objects("  - ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]\n"),
  *run(policy, mesh): Iterable<Verdict> {
    const rules = egressRules(policy);
    const isNamed = rules.some((rule) =>
      list(rule.to).some(({ podSelector, namespaceSelector }) => podSelector ?? namespaceSelector),
    );
    if (!isForEgress(policy) || !isNamed || mesh.fact(hasOtherPolicies)) {
      return;
    }
    const workload = withoutDns(policy, mesh);
    if (workload !== undefined && fields(workload.pod.spec).hostNetwork !== true) {
      yield {
        path: "spec.egress",
        message: `${objectWords(workload.source.id)} is let out to others, and no NetworkPolicy lets it ask DNS at port ${dnsPort}`,
        related: [workload.source.id],
      };
    }
  },
});

import { isIpOrCidr } from "../../../values/ip";
import { fitsRange } from "../../../values/ip-range";
import { check, type Verdict } from "../check";
import { type Fields, fields, list, text } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import {
  hasOtherPolicies,
  ingressPoliciesOf,
  ingressRules,
  type NetworkPolicy,
  podsOfPolicy,
  takesPort,
} from "../model/network-policies";
import { probedPorts } from "../model/probes";
import type { Workload } from "../model/workloads";

/** The address that probes of ambient Pods have in place of the node's. */
const probeAddress = "169.254.7.127";

function isProbes({ ipBlock }: Fields): boolean {
  const { cidr, except } = fields(ipBlock);
  const isIn = (range: unknown) =>
    typeof range === "string" && isIpOrCidr(range) && fitsRange(range, probeAddress);
  return isIn(cidr) && !(Array.isArray(except) && except.some(isIn));
}

/** Whether a port of a rule is that of a probe; what a name stands for is looked up. */
const takesProbe = (rule: Fields, port: number, { ports }: Workload): boolean =>
  takesPort(rule, port) ||
  (text(rule.port) !== undefined &&
    ports.some((own) => own.name === rule.port && own.port === port));

const letsProbeIn = (policy: NetworkPolicy, port: number, workload: Workload): boolean =>
  ingressRules(policy).some(
    ({ from, ports }) =>
      (list(from).length === 0 || list(from).some(isProbes)) &&
      (list(ports).length === 0 || list(ports).some((one) => takesProbe(one, port, workload))),
  );

function* judge(own: NetworkPolicy, workload: Workload, mesh: Mesh): Iterable<Verdict> {
  const all = ingressPoliciesOf(workload, mesh);
  // It is told of once, at the first policy.
  if (workload.mode !== "ambient" || workload.gateway !== undefined || all[0] !== own) {
    return;
  }
  for (const { port } of probedPorts(workload)) {
    if (!all.some((policy) => letsProbeIn(policy, port, workload))) {
      yield {
        path: ingressRules(own).length > 0 ? "spec.ingress" : "spec.podSelector",
        message: `probes of ambient ${objectWords(workload.source.id)} come from ${probeAddress} to port ${port}, and no NetworkPolicy lets them in`,
        related: [workload.source.id],
      };
      return;
    }
  }
}

const objects = (peer: string): string => `apiVersion: v1
kind: Namespace
metadata: {name: pond, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: frogs, namespace: pond}
spec:
  template:
    metadata: {labels: {app: frogs}}
    spec:
      containers:
      - name: frogs
        readinessProbe: {httpGet: {path: /ready, port: 8080}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: frogs, namespace: pond}
spec:
  podSelector: {matchLabels: {app: frogs}}
  ingress:
  - ports: [{port: 15008}] # found
  - from: [${peer}]
    ports: [{port: 8080}]
`;

/** NetworkPolicies that keep the probes of ambient Pods out. */
export const networkPolicyProbes = check({
  id: "network-policy-probes",
  code: "MESH0378",
  aliases: [],
  level: "warning",
  kinds: [Kind.NetworkPolicy],
  summary: "NetworkPolicies do not let the probes of ambient Pods in.",
  why: "Probes of ambient Pods come from 169.254.7.127 and not from the node, which many networks let in whatever policies say: the Pods are never ready, or are started again and again.",
  fix: "Let 169.254.7.127/32 in, and fd16:9254:7127:1337:ffff:ffff:ffff:ffff/128 where Pods have IPv6 addresses.",
  url: "https://istio.io/latest/docs/ambient/usage/networkpolicy/",
  fires: objects("{podSelector: {}}"),
  silent: objects("{ipBlock: {cidr: 169.254.7.127/32}}").replace(" # found", ""),
  *run(policy, mesh) {
    if (!mesh.fact(hasOtherPolicies)) {
      for (const workload of podsOfPolicy(policy, mesh)) {
        yield* judge(policy, workload, mesh);
      }
    }
  },
});

import { hbonePort } from "../../../values/known-names";
import { check, type Verdict } from "../check";
import { type Fields, fields, list } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import {
  choosesPods,
  egressRules,
  hasOtherPolicies,
  isForEgress,
  isTcpPort,
  type NetworkPolicy,
  podsOfPolicy,
  takesPort,
} from "../model/network-policies";
import { fitsSelector, type LabelSelector } from "../model/selector";
import type { Workload } from "../model/workloads";
import { known } from "../not-judged";

const letsHboneOut = (policy: NetworkPolicy): boolean =>
  egressRules(policy).some(
    ({ ports }) =>
      list(ports).length === 0 || list(ports).some((port) => takesPort(port, hbonePort)),
  );

/** Policies of what goes out, by their namespaces; what is not known yet may be one. */
const outgoing = (mesh: Mesh): ReadonlyMap<string, readonly NetworkPolicy[]> =>
  grouped(
    mesh.set.all(Kind.NetworkPolicy).filter((policy) => known(() => isForEgress(policy)) ?? true),
    ({ id }) => id.namespace,
  );

/** The ambient Pods of its own namespace that a rule of a policy is about by its labels. */
function* reached(policy: NetworkPolicy, mesh: Mesh): Iterable<Workload> {
  const isAbout = ({ podSelector, namespaceSelector }: Fields, { labels }: Workload) =>
    podSelector !== undefined &&
    namespaceSelector === undefined &&
    fitsSelector(fields(podSelector) as LabelSelector, labels);
  const peers = egressRules(policy)
    .filter(({ ports }) => list(ports).some(isTcpPort))
    .flatMap(({ to }) => list(to));
  for (const workload of peers.length > 0 ? mesh.workloadsIn(policy.id.namespace) : []) {
    if (workload.mode === "ambient" && peers.some((peer) => isAbout(peer, workload))) {
      yield workload;
    }
  }
}

const objects = (ports: string): string => `apiVersion: v1
kind: Namespace
metadata: {name: hive, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: bees, namespace: hive}
spec:
  template:
    metadata: {labels: {app: bees}}
    spec: {containers: [{name: bees}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: honey, namespace: hive}
spec:
  template:
    metadata: {labels: {app: honey}}
    spec: {containers: [{name: honey}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: bees, namespace: hive}
spec:
  podSelector: {matchLabels: {app: bees}}
  policyTypes: [Egress]
  egress:
  - to: [{podSelector: {matchLabels: {app: honey}}}] # found
    ports: [${ports}]
  - ports: [{port: 53, protocol: UDP}]
`;

/** A NetworkPolicy that keeps ambient Pods from others by the port that they are reached at. */
export const networkPolicyHboneOut = check({
  id: "network-policy-hbone-out",
  code: "MESH0393",
  aliases: [],
  level: "warning",
  kinds: [Kind.NetworkPolicy],
  summary:
    "A NetworkPolicy lets ambient Pods reach others at their own ports, and not at port 15008.",
  why: "What goes from ambient Pods to ambient Pods goes by HBONE, to port 15008, whatever the port of the Service is: the network drops it.",
  fix: "Let port 15008 (TCP) out too.",
  url: "https://istio.io/latest/docs/ambient/usage/networkpolicy/",
  fires: objects("{port: 8080}"),
  silent: objects("{port: 8080}, {port: 15008}").replace(" # found", ""),
  *run(policy, mesh): Iterable<Verdict> {
    if (!isForEgress(policy) || letsHboneOut(policy) || mesh.fact(hasOtherPolicies)) {
      return;
    }
    const others = mesh.fact(outgoing).get(policy.id.namespace) ?? [];
    const client = podsOfPolicy(policy, mesh).find(
      (workload) =>
        workload.mode === "ambient" &&
        !others.some((other) => letsHboneOut(other) && choosesPods(other, workload)),
    );
    const [server] = client ? reached(policy, mesh) : [];
    if (client && server) {
      yield {
        path: "spec.egress",
        message: `ambient ${objectWords(client.source.id)} reaches ${objectWords(server.source.id)} at port ${hbonePort}, which no NetworkPolicy lets out`,
        related: [client.source.id, server.source.id],
      };
    }
  },
});

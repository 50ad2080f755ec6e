import { hbonePort } from "../../../values/known-names";
import { check, type Verdict } from "../check";
import { list } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import {
  choosesPods,
  ingressRules,
  isForIngress,
  isTcpPort,
  type NetworkPolicy,
  podsOfPolicy,
  takesPort,
} from "../model/network-policies";
import { known } from "../not-judged";
import { listed } from "../words";

const letsHboneIn = (policy: NetworkPolicy): boolean =>
  ingressRules(policy).some(
    ({ ports }) =>
      list(ports).length === 0 || list(ports).some((port) => takesPort(port, hbonePort)),
  );

/** Policies that let HBONE in somewhere, by their namespaces. */
const openPolicies = (mesh: Mesh): ReadonlyMap<string, readonly NetworkPolicy[]> =>
  grouped(
    mesh.set
      .all(Kind.NetworkPolicy)
      // What is not known yet may be what lets it in.
      .filter((one) => known(() => isForIngress(one) && letsHboneIn(one)) ?? true),
    ({ id }) => id.namespace,
  );

/** A NetworkPolicy that keeps ambient Pods from the connections of the mesh. */
export const networkPolicyHbone = check({
  id: "network-policy-hbone",
  code: "MESH0324",
  aliases: [],
  level: "warning",
  kinds: [Kind.NetworkPolicy],
  summary:
    "A NetworkPolicy lets ambient Pods be reached at their own ports, and not at port 15008.",
  why: "Clients in the mesh reach ambient Pods by HBONE, at port 15008, whatever the port of the Service is: the network drops their connections.",
  fix: "Let port 15008 (TCP) in too, from those who may come.",
  url: "https://istio.io/latest/docs/ambient/usage/networkpolicy/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: depot, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: queue, namespace: depot}
spec:
  template:
    metadata: {labels: {app: queue}}
    spec: {containers: [{name: queue, ports: [{name: amqp, containerPort: 5672}]}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: queue, namespace: depot}
spec:
  podSelector: {matchLabels: {app: queue}}
  ingress:
  - from: [{namespaceSelector: {}}] # found
    ports: [{port: amqp}]
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: depot, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: queue, namespace: depot}
spec:
  template:
    metadata: {labels: {app: queue}}
    spec: {containers: [{name: queue, ports: [{name: amqp, containerPort: 5672}]}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: queue, namespace: depot}
spec:
  podSelector: {matchLabels: {app: queue}}
  ingress: [{ports: [{port: amqp}]}]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: mesh, namespace: depot}
spec:
  podSelector: {}
  ingress: [{ports: [{port: 15000, endPort: 15010}]}]
`,
  *run(policy, mesh): Iterable<Verdict> {
    const { namespace } = policy.id;
    const ports = ingressRules(policy)
      .flatMap((rule) => list(rule.ports))
      .filter(isTcpPort);
    if (!isForIngress(policy) || ports.length === 0 || letsHboneIn(policy)) {
      return;
    }
    const others = mesh.fact(openPolicies).get(namespace) ?? [];
    const shut = podsOfPolicy(policy, mesh)
      .filter(
        (workload) =>
          workload.mode === "ambient" &&
          workload.gateway === undefined &&
          !others.some((other) => choosesPods(other, workload)),
      )
      .map(({ source }) => source.id);
    if (shut.length > 0) {
      yield {
        path: "spec.ingress",
        message: `lets TCP in at ${listed(ports.map(({ port }) => String(port)))}, and clients in the mesh come to ambient ${listed(shut.map(objectWords))} at port ${hbonePort}, which no NetworkPolicy lets in`,
        related: shut,
      };
    }
  },
});

import { hbonePort } from "../../../values/known-names";
import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { type Fields, fields, list, number, text } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { fitsSelector, type LabelSelector } from "../model/selector";
import type { Workload } from "../model/workloads";
import { known } from "../not-judged";
import { listed } from "../words";

const isTcp = ({ protocol }: Fields): boolean => (text(protocol) ?? "TCP") === "TCP";

/** Whether a port of a rule lets HBONE in; names are those of containers, of which none has it. */
const hasHbone = (port: Fields): boolean => {
  const first = number(port.port);
  const last = number(port.endPort) ?? first;
  return port.port === undefined
    ? isTcp(port)
    : isTcp(port) && (first ?? Infinity) <= hbonePort && hbonePort <= (last ?? 0);
};

const rulesOf = ({ spec }: Declared<Fields>): Fields[] => list(fields(spec).ingress);

/** Whether a policy says what comes in; it does unless its types leave that out. */
function isForIngress({ spec }: Declared<Fields>): boolean {
  const { policyTypes } = fields(spec);
  return !Array.isArray(policyTypes) || policyTypes.includes("Ingress");
}

const letsHboneIn = (policy: Declared<Fields>): boolean =>
  rulesOf(policy).some(({ ports }) => list(ports).length === 0 || list(ports).some(hasHbone));

/** Policies that let HBONE in somewhere, by their namespaces. */
const openPolicies = (mesh: Mesh): ReadonlyMap<string, readonly Declared<Fields>[]> =>
  grouped(
    mesh.set
      .all(Kind.NetworkPolicy)
      // What is not known yet may be what lets it in.
      .filter((one) => known(() => isForIngress(one) && letsHboneIn(one)) ?? true),
    ({ id }) => id.namespace,
  );

const selectorOf = ({ spec }: Declared<Fields>): LabelSelector =>
  fields(fields(spec).podSelector) as LabelSelector;

const chooses = (policy: Declared<Fields>, { labels }: Workload): boolean =>
  fitsSelector(selectorOf(policy), labels);

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
    const ports = rulesOf(policy)
      .flatMap((rule) => list(rule.ports))
      .filter(isTcp);
    if (!isForIngress(policy) || ports.length === 0 || letsHboneIn(policy)) {
      return;
    }
    const others = mesh.fact(openPolicies).get(namespace) ?? [];
    const shut = mesh
      .selected(selectorOf(policy).matchLabels ?? {}, namespace)
      .filter(
        (workload) =>
          workload.mode === "ambient" &&
          workload.gateway === undefined &&
          chooses(policy, workload) &&
          !others.some((other) => chooses(other, workload)),
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

import { usualIstioNamespace } from "../../../values/known-names";
import { check, type Verdict } from "../check";
import { type Fields, list, text } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { istiodPort, istiods } from "../model/istiod";
import {
  choosesPods,
  egressRules,
  hasOtherPolicies,
  isForEgress,
  mayBeIn,
  type NetworkPolicy,
  podsOfPolicy,
  takesPort,
} from "../model/network-policies";
import { known } from "../not-judged";
import { listed } from "../words";

/** Namespaces in which istiod may run: those where it is declared, or else the usual one and that of the mesh's own. */
function placesOfIstiod(mesh: Mesh): readonly string[] {
  const declared = istiods(mesh).map(({ namespace }) => namespace);
  const places = declared.length > 0 ? declared : [mesh.config.rootNamespace, usualIstioNamespace];
  return [...new Set(places)];
}

const mayBeIstiod = (peer: Fields, own: string, mesh: Mesh): boolean =>
  mesh.fact(placesOfIstiod).some((place) => mayBeIn(peer, own, place, mesh));

/** Whether a port of a rule may be istiod's; what a name stands for is not known. */
const mayBePort = (port: Fields): boolean =>
  text(port.port) !== undefined || takesPort(port, istiodPort);

const letsIstiodBeReached = (policy: NetworkPolicy, mesh: Mesh): boolean =>
  egressRules(policy).some(
    ({ to, ports }) =>
      (list(to).length === 0 ||
        list(to).some((peer) => mayBeIstiod(peer, policy.id.namespace, mesh))) &&
      (list(ports).length === 0 || list(ports).some(mayBePort)),
  );

interface Outgoing {
  readonly policy: NetworkPolicy;
  readonly isOpen: boolean;
}

/** Policies of what goes out, by their namespaces. */
const outgoing = (mesh: Mesh): ReadonlyMap<string, readonly Outgoing[]> =>
  grouped(
    mesh.set
      .all(Kind.NetworkPolicy)
      // What is not known yet may be what lets it out.
      .filter((policy) => known(() => isForEgress(policy)) ?? true)
      .map((policy) => ({
        policy,
        isOpen: known(() => letsIstiodBeReached(policy, mesh)) ?? true,
      })),
    ({ policy }) => policy.id.namespace,
  );

const objects = `apiVersion: v1
kind: Namespace
metadata: {name: bakery, labels: {istio-injection: enabled}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ovens, namespace: bakery}
spec:
  template:
    metadata: {labels: {app: ovens}}
    spec: {containers: [{name: ovens}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: inside, namespace: bakery}
spec:
  podSelector: {}
`;

/** NetworkPolicies that keep sidecars from istiod. */
export const networkPolicyIstiod = check({
  id: "network-policy-istiod",
  code: "MESH0337",
  aliases: [],
  level: "warning",
  kinds: [Kind.NetworkPolicy],
  summary: "NetworkPolicies let Pods with a sidecar reach others, and not istiod.",
  why: "The proxy gets neither configuration nor a certificate: it is never ready, and neither are the Pods.",
  fix: "Let port 15012 (TCP) of istiod's namespace be reached.",
  url: "https://istio.io/latest/docs/ops/deployment/application-requirements/#ports-used-by-istio",
  fires: `${objects}  policyTypes: [Egress]
  egress:
  - to: [{podSelector: {}}] # found
  - to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}}]
    ports: [{protocol: UDP, port: 53}]
`,
  silent: `${objects}  policyTypes: [Egress]
  egress: [{to: [{podSelector: {}}]}]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: istiod, namespace: bakery}
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
  - to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: istio-system}}}]
    ports: [{port: 15012}]
  - ports: [{port: 53, protocol: UDP}]
`,
  *run(policy, mesh): Iterable<Verdict> {
    const all = mesh.fact(outgoing).get(policy.id.namespace) ?? [];
    const isOwn = (one: Outgoing) => one.policy === policy;
    if (!all.some((one) => isOwn(one) && !one.isOpen) || mesh.fact(hasOtherPolicies)) {
      return;
    }
    const shut = podsOfPolicy(policy, mesh).filter((workload) => {
      const its = all.filter((one) => choosesPods(one.policy, workload));
      // It is told of once, at the first policy.
      return (
        workload.mode === "sidecar" &&
        its.every(({ isOpen }) => !isOpen) &&
        isOwn(its[0] as Outgoing)
      );
    });
    if (shut.length > 0) {
      yield {
        path: egressRules(policy).length > 0 ? "spec.egress" : "spec.policyTypes",
        message: `proxies of ${listed(shut.map(({ source }) => objectWords(source.id)))} do not reach istiod: no NetworkPolicy lets out to port ${istiodPort} of namespace ${mesh.fact(placesOfIstiod).join(" or ")}`,
        related: shut.map(({ source }) => source.id),
      };
    }
  },
});

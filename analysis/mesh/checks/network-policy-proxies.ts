import { check, type Verdict } from "../check";
import { list, text } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { istiodPort } from "../model/istiod";
import {
  hasOtherPolicies,
  ingressPoliciesOf,
  ingressRules,
  mayBeIn,
  type NetworkPolicy,
  podsOfPolicy,
  takesPort,
} from "../model/network-policies";
import type { Workload } from "../model/workloads";
import { listed } from "../words";

/** Namespaces with proxies, other than istiod's. */
const namespacesOfProxies = (mesh: Mesh): readonly string[] => [
  ...new Set(
    mesh.workloads
      .filter(({ mode, gateway }) => mode === "sidecar" || gateway !== undefined)
      .map(({ namespace }) => namespace),
  ),
];

const letsIn = (policy: NetworkPolicy, namespace: string, mesh: Mesh): boolean =>
  ingressRules(policy).some(
    ({ from, ports }) =>
      (list(from).length === 0 ||
        list(from).some((peer) => mayBeIn(peer, policy.id.namespace, namespace, mesh))) &&
      (list(ports).length === 0 ||
        list(ports).some((port) => text(port.port) !== undefined || takesPort(port, istiodPort))),
  );

function* judge(own: NetworkPolicy, istiod: Workload, mesh: Mesh): Iterable<Verdict> {
  const all = ingressPoliciesOf(istiod, mesh);
  // It is told of once, at the first policy.
  const places = all[0] === own ? mesh.fact(namespacesOfProxies) : [];
  const shut = places.filter((place) => !all.some((policy) => letsIn(policy, place, mesh)));
  if (shut.length > 0) {
    yield {
      path: ingressRules(own).length > 0 ? "spec.ingress" : "spec.podSelector",
      message: `proxies of namespace ${listed(shut)} do not reach ${objectWords(istiod.source.id)}: no NetworkPolicy lets them in to port ${istiodPort}`,
      related: [istiod.source.id],
    };
  }
}

const objects = (peer: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: istiod, namespace: istio-system}
spec:
  template:
    metadata: {labels: {app: istiod}}
    spec: {containers: [{name: discovery}]}
---
apiVersion: v1
kind: Namespace
metadata: {name: harvest, labels: {istio-injection: enabled}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: wheat, namespace: harvest}
spec:
  template:
    metadata: {labels: {app: wheat}}
    spec: {containers: [{name: wheat}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: istiod, namespace: istio-system}
spec:
  podSelector: {matchLabels: {app: istiod}}
  ingress:
  - from: [${peer}]`;

/** NetworkPolicies that keep proxies from istiod, at its own end. */
export const networkPolicyProxies = check({
  id: "network-policy-proxies",
  code: "MESH0386",
  aliases: [],
  level: "error",
  kinds: [Kind.NetworkPolicy],
  summary: "NetworkPolicies before istiod do not let the proxies of a namespace in.",
  why: "The proxies get neither configuration nor a certificate: they are never ready, and neither are their Pods.",
  fix: "Let port 15012 (TCP) in from the namespaces of the mesh, and 15017 from the API server.",
  url: "https://istio.io/latest/docs/ops/deployment/application-requirements/#ports-used-by-istio",
  fires: `${objects("{podSelector: {}}")} # found
`,
  silent: `${objects("{namespaceSelector: {matchLabels: {istio-injection: enabled}}}")}
`,
  *run(policy, mesh) {
    if (!mesh.fact(hasOtherPolicies)) {
      for (const workload of podsOfPolicy(policy, mesh)) {
        if (workload.labels.app === "istiod") {
          yield* judge(policy, workload, mesh);
        }
      }
    }
  },
});

import { check, type Verdict } from "../check";
import { type Fields, fields, list } from "../fields";
import { Kind } from "../kinds";
import { type ObjectId, objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import {
  hasOtherPolicies,
  ingressPoliciesOf,
  ingressRules,
  mayBeIn,
  type NetworkPolicy,
  podsOfPolicy,
} from "../model/network-policies";
import { fitsSelector, type LabelSelector } from "../model/selector";
import type { Workload } from "../model/workloads";

/** Whether a peer of a rule may be a gateway's Pods. */
const mayBe = (peer: Fields, own: string, { namespace, labels }: Workload, mesh: Mesh): boolean =>
  mayBeIn(peer, own, namespace, mesh) &&
  (peer.podSelector === undefined ||
    fitsSelector(fields(peer.podSelector) as LabelSelector, labels));

const letsIn = (policy: NetworkPolicy, gateway: Workload, mesh: Mesh): boolean =>
  ingressRules(policy).some(
    ({ from }) =>
      list(from).length === 0 ||
      list(from).some((peer) => mayBe(peer, policy.id.namespace, gateway, mesh)),
  );

interface Way {
  readonly gateway: Workload;
  readonly route: ObjectId;
}

/** The gateways that send requests to a workload, as far as their Pods are declared. */
const waysTo = (workload: Workload, mesh: Mesh): Way[] =>
  mesh
    .servicesOf(workload)
    .flatMap(({ host }) => mesh.entrancesTo(host))
    .flatMap(({ pods, route }) => pods.map((gateway) => ({ gateway, route: route.id })));

function* judge(own: NetworkPolicy, workload: Workload, mesh: Mesh): Iterable<Verdict> {
  const all = ingressPoliciesOf(workload, mesh);
  // It is told of once, at the first policy.
  if (all[0] !== own) {
    return;
  }
  const shut = waysTo(workload, mesh).find(
    ({ gateway }) => !all.some((policy) => letsIn(policy, gateway, mesh)),
  );
  if (shut) {
    const { source } = shut.gateway;
    yield {
      path: ingressRules(own).length > 0 ? "spec.ingress" : "spec.podSelector",
      message: `${objectWords(shut.route)} sends requests from ${objectWords(source.id)} to ${objectWords(workload.source.id)}, and no NetworkPolicy lets them in`,
      related: [source.id, workload.source.id],
    };
  }
}

const objects = (peer: string): string => `apiVersion: v1
kind: Namespace
metadata: {name: street}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: door, namespace: street}
spec:
  template:
    metadata: {labels: {istio: door}, annotations: {inject.istio.io/templates: gateway}}
    spec: {containers: [{name: istio-proxy, image: docker.io/istio/proxyv2:1.31.1}]}
---
apiVersion: v1
kind: Service
metadata: {name: door, namespace: street}
spec: {ports: [{port: 80, name: http}], selector: {istio: door}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: door, namespace: street}
spec:
  selector: {istio: door}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [cafe.example.com]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cafe, namespace: cafe}
spec:
  hosts: [cafe.example.com]
  gateways: [street/door]
  http: [{route: [{destination: {host: counter, port: {number: 80}}}]}]
---
apiVersion: v1
kind: Service
metadata: {name: counter, namespace: cafe}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: counter}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: counter, namespace: cafe}
spec:
  template:
    metadata: {labels: {app: counter}}
    spec: {containers: [{name: counter, ports: [{containerPort: 8080}]}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: counter, namespace: cafe}
spec:
  podSelector: {}
  ingress:
  - from: [${peer}]
`;

/** NetworkPolicies that keep out the gateway that a route leads through. */
export const networkPolicyGateway = check({
  id: "network-policy-gateway",
  code: "MESH0379",
  aliases: [],
  level: "warning",
  kinds: [Kind.NetworkPolicy],
  summary: "A route leads from a gateway to Pods, and NetworkPolicies do not let the gateway in.",
  why: "The network drops the gateway's connections: who calls from outside waits, and gets 503.",
  fix: "Let the namespace of the gateway in, by its label kubernetes.io/metadata.name, or the gateway's Pods.",
  url: "https://kubernetes.io/docs/concepts/services-networking/network-policies/",
  fires: objects("{podSelector: {}}] # found").replace("found]", "found"),
  silent: objects("{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: street}}}"),
  *run(policy, mesh) {
    if (!mesh.fact(hasOtherPolicies)) {
      for (const workload of podsOfPolicy(policy, mesh)) {
        yield* judge(policy, workload, mesh);
      }
    }
  },
});

import { deployment, meshCases, namespace, service } from "../../../test/support/mesh-cases";
import { networkPolicyIstiod } from "./network-policy-istiod";
import { networkPolicyPort } from "./network-policy-port";

const policy = (spec: string, name = "n") => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${name}, namespace: a}
spec: {podSelector: {matchLabels: {app: w}}, ${spec}}
`;
const pods =
  namespace("a", "istio-injection: enabled") +
  service("a", "w", "{name: http, port: 80, targetPort: 8080}") +
  deployment("a", "w", "app: w");
const meshConfig = (mesh: string) => `---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data: {mesh: "${mesh}"}
`;
const at = "warning NetworkPolicy n spec.ingress[0].ports[0].port = 8080";

meshCases(networkPolicyPort, {
  "finds the Service's port": {
    yaml: pods + policy("ingress: [{ports: [{port: 80}]}]"),
    says: [at],
    related: [["Deployment w.a"]],
  },
  "finds it at each rule": {
    yaml: pods + policy("ingress: [{ports: [{port: 80}]}, {ports: [{port: 81}, {port: 80}]}]"),
    says: [at, "warning NetworkPolicy n spec.ingress[1].ports[1].port = 8080"],
  },
  "takes the port of the Pods, a range and a name": {
    yaml:
      pods + policy("ingress: [{ports: [{port: 8080}, {port: 80, endPort: 90}, {port: main}]}]"),
  },
  "takes a port that no Service has": { yaml: pods + policy("ingress: [{ports: [{port: 81}]}]") },
  "takes what is not for what comes in": {
    yaml: pods + policy("policyTypes: [Egress], ingress: [{ports: [{port: 80}]}]"),
  },
  "does not know of Pods that name no ports": {
    yaml:
      pods +
      `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: v, namespace: a}
spec: {template: {metadata: {labels: {app: w}}, spec: {containers: [{name: a}]}}}
` +
      policy("ingress: [{ports: [{port: 80}]}]"),
  },
  "takes it beside the port of the Pods": {
    yaml: pods + policy("ingress: [{ports: [{port: 80}, {port: 8080}]}]"),
  },
});

const out = (egress: string, name = "n") =>
  policy(`policyTypes: [Egress], egress: [${egress}]`, name);
const shut = ["warning NetworkPolicy n spec.egress"];
const inside = "{to: [{podSelector: {}}]}";
const to = (labels: string) => `{to: [{namespaceSelector: {matchLabels: {${labels}}}}]}`;

meshCases(networkPolicyIstiod, {
  "finds that only the own namespace is reached": { yaml: pods + out(inside), says: shut },
  "finds that nothing is": {
    yaml: pods + policy("policyTypes: [Egress]"),
    says: ["warning NetworkPolicy n spec.policyTypes"],
  },
  "finds another namespace": {
    yaml: pods + out(to("kubernetes.io/metadata.name: kube-system")),
    says: shut,
  },
  "finds labels that istiod's namespace has not": {
    yaml: pods + namespace("istio-system") + out(to("team: mesh")),
    says: shut,
  },
  "finds another port": {
    yaml: pods + out("{ports: [{port: 443}, {port: 15012, protocol: UDP}]}"),
    says: shut,
  },
  "finds two policies at the first": {
    yaml: pods + out(inside) + out(inside, "o"),
    says: shut,
  },
  "takes labels of a namespace that is not declared": { yaml: pods + out(to("team: mesh")) },
  "takes an expression over its name": {
    yaml:
      pods +
      out(
        "{to: [{namespaceSelector: {matchExpressions: [{key: kubernetes.io/metadata.name, operator: In, values: [istio-system]}]}}]}",
      ),
  },
  "takes addresses and everybody": {
    yaml: pods + out("{to: [{ipBlock: {cidr: 10.0.0.0/8}}]}"),
  },
  "takes a rule without peers": { yaml: pods + out("{ports: [{port: 15010, endPort: 15020}]}") },
  "takes the name of a port": { yaml: pods + out("{ports: [{port: xds}]}") },
  "takes another policy that lets them out": {
    yaml: pods + out(inside) + out(to("kubernetes.io/metadata.name: istio-system"), "o"),
  },
  "takes another policy that is not for what goes out for nothing": {
    yaml: pods + out(inside) + policy("ingress: [{}]", "o"),
    says: shut,
  },
  "takes a policy with rules of it and without types": {
    yaml: pods + policy(`egress: [${inside}]`),
    says: shut,
  },
  "takes Pods without a sidecar": {
    yaml:
      namespace("a", "istio.io/dataplane-mode: ambient") +
      deployment("a", "w", "app: w") +
      out(inside),
  },
  "takes the usual namespace where the mesh's own is another one": {
    yaml:
      pods +
      meshConfig("rootNamespace: istio-config") +
      out(to("kubernetes.io/metadata.name: istio-system")),
  },
  "finds that the namespace of a declared istiod is not reached": {
    yaml:
      pods +
      deployment("istio-system", "istiod", "app: istiod") +
      meshConfig("rootNamespace: istio-config") +
      out(to("kubernetes.io/metadata.name: istio-config")),
    says: shut,
  },
  "does not know what policies of another kind let out": {
    yaml:
      pods +
      out(inside) +
      "---\napiVersion: cilium.io/v2\nkind: CiliumClusterwideNetworkPolicy\nmetadata: {name: c}\nspec: {}\n",
  },
});

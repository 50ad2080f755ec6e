import { deployment, meshCases, namespace } from "../../../test/support/mesh-cases";
import { networkPolicyHbone } from "./network-policy-hbone";

const policy = (spec: string, name = "app") => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${name}, namespace: shop}
spec: {podSelector: {matchLabels: {app: app}}, ${spec}}
`;
const pods = (mode: string, more = "") =>
  namespace("shop", mode) + deployment("shop", "app", `app: app${more}`);
const ambient = pods("istio.io/dataplane-mode: ambient");
const found = ["warning NetworkPolicy app spec.ingress"];

meshCases(networkPolicyHbone, {
  "finds a port of the Pods alone": {
    yaml: ambient + policy("ingress: [{ports: [{port: 8080}]}]"),
    says: found,
  },
  "finds HBONE's number in UDP": {
    yaml: ambient + policy("ingress: [{ports: [{port: 8080}, {port: 15008, protocol: UDP}]}]"),
    says: found,
  },
  "takes HBONE in a range": {
    yaml: ambient + policy("ingress: [{ports: [{port: 8080, endPort: 16000}]}]"),
  },
  "takes all ports": { yaml: ambient + policy("ingress: [{ports: [{port: 8080}]}, {from: []}]") },
  "takes that none is let in at all": { yaml: ambient + policy("ingress: []") },
  "takes what another policy lets in": {
    yaml:
      ambient +
      policy("ingress: [{ports: [{port: 8080}]}]") +
      policy("ingress: [{ports: [{port: 15008}]}]", "mesh"),
  },
  "passes over another that is for what goes out": {
    yaml:
      ambient +
      policy("ingress: [{ports: [{port: 8080}]}]") +
      policy("policyTypes: [Egress], ingress: [{}]", "out"),
    says: found,
  },
  "leaves Pods with a sidecar alone": {
    yaml: pods("istio-injection: enabled") + policy("ingress: [{ports: [{port: 8080}]}]"),
  },
  "leaves Pods that stay out alone": {
    yaml:
      pods("istio.io/dataplane-mode: ambient", ", istio.io/dataplane-mode: none") +
      policy("ingress: [{ports: [{port: 8080}]}]"),
  },
});

import { meshCases } from "../../../test/support/mesh-cases";
import { meshConfigYaml } from "./mesh-config-yaml";
import { policyTrustDomain } from "./policy-trust-domain";

const config = (mesh: string) => `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |-
    ${mesh.split("\n").join("\n    ")}
`;
const broken = "trustDomain: mill\nextensionProviders: [";
const policy = `---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: mill, namespace: mill}
spec: {rules: [{from: [{source: {principals: [cluster.local/ns/mill/sa/miller, mill/ns/mill/sa/miller]}}]}]}
`;
const path = "AuthorizationPolicy mill spec.rules[0].from[0].source.principals";
const found = ["error ConfigMap istio data.mesh"];

meshCases(meshConfigYaml, {
  "finds what cannot be read": { yaml: config(broken) + policy, says: found },
  "finds a text": { yaml: config("trustDomain=mill"), says: found },
  "finds a list": { yaml: config("- trustDomain: mill"), says: found },
  "takes a field twice, as istiod does": { yaml: config("trustDomain: a\ntrustDomain: b") },
  "takes an empty one": { yaml: config("# nothing") },
});

meshCases(policyTrustDomain, {
  "reads a mesh config that can be read": {
    yaml: config("trustDomain: mill") + policy,
  },
  "judges with istiod's defaults where it cannot": {
    yaml: config(broken) + policy,
    says: [`info ${path}[1]`],
  },
});

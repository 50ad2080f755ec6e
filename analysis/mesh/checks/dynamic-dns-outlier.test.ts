import { istio, meshCases } from "../../../test/support/mesh-cases";
import { dynamicDnsOutlier } from "./dynamic-dns-outlier";

const entry = (more = "", host = "*.partners.example.com") =>
  istio(
    "ServiceEntry",
    "out",
    "partners",
    `{hosts: ["${host}"], ports: [{number: 80, name: http, protocol: HTTP}], location: MESH_EXTERNAL, resolution: DYNAMIC_DNS${more}}`,
  );
const rule = (host: string, more = "", namespace = "out") =>
  istio(
    "DestinationRule",
    namespace,
    "partners",
    `{host: "${host}", trafficPolicy: {outlierDetection: {consecutive5xxErrors: 3}}${more}}`,
  );
const config = `---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |
    defaultTrafficPolicy:
      outlierDetection: {consecutive5xxErrors: 3}
`;
const found = "error DestinationRule partners spec.trafficPolicy.outlierDetection";

meshCases(dynamicDnsOutlier, {
  "finds a rule of a wider wildcard": { yaml: entry() + rule("*.example.com"), says: [found] },
  "finds one of another namespace": {
    yaml: entry() + rule("*.partners.example.com", "", "shop"),
    says: [found],
  },
  "finds one of a port": {
    yaml:
      entry() +
      istio(
        "DestinationRule",
        "out",
        "partners",
        '{host: "*.partners.example.com", trafficPolicy: {portLevelSettings: [{port: {number: 80}, outlierDetection: {interval: 3s}}]}}',
      ),
    says: [
      "error DestinationRule partners spec.trafficPolicy.portLevelSettings[0].outlierDetection",
    ],
  },
  "takes a rule that nobody sees beside the host": {
    yaml: entry(', exportTo: ["."]') + rule("*.partners.example.com", ', exportTo: ["."]', "shop"),
  },
  "takes a rule of another host": { yaml: entry() + rule("*.example.org") },
  "takes a host of another resolution": {
    yaml: entry().replace("DYNAMIC_DNS", "NONE") + rule("*.partners.example.com"),
  },
  "finds the mesh config": {
    yaml: config + entry(),
    says: ["error ServiceEntry partners spec.resolution"],
  },
  "finds one for all ports but those that have a policy of their own": {
    yaml:
      entry() +
      rule("*.partners.example.com").replace(
        "trafficPolicy: {",
        "trafficPolicy: {portLevelSettings: [{port: {number: 443}, tls: {mode: SIMPLE}}], ",
      ),
    says: [found],
  },
  "takes a rule without a policy": {
    yaml:
      entry() +
      istio("DestinationRule", "out", "partners", '{host: "*.partners.example.com", subsets: []}'),
  },
  "takes ports that no name is looked up for": {
    yaml:
      config +
      entry().replace("name: http, protocol: HTTP", "name: tcp, protocol: TCP") +
      rule("*.partners.example.com"),
  },
  "finds the mesh config at the entry alone that it breaks": {
    yaml:
      config +
      entry() +
      entry().replace("namespace: out", "namespace: other").replace("DYNAMIC_DNS", "NONE") +
      entry().replace("name: partners", "name: others").replace("DYNAMIC_DNS", "NONE"),
    says: ["error ServiceEntry partners spec.resolution"],
  },
});

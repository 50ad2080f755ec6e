import { deployment, istio, meshCases } from "../../../test/support/mesh-cases";
import { gatewayClosed } from "./gateway-closed";

const gate = (tls = "") => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: gate, namespace: edge}
spec:
  template:
    metadata: {labels: {istio: gate}, annotations: {inject.istio.io/templates: gateway}}
    spec: {serviceAccountName: gate, containers: [{name: istio-proxy, image: auto}]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: ships, namespace: edge}
spec:
  selector: {istio: gate}
  servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: ["a.example.com"], tls: {${tls}}}]
`;
const api = (className: string) => `---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: front, namespace: edge}
spec: {gatewayClassName: ${className}, listeners: [{name: http, port: 80, protocol: HTTP}]}
`;
const policy = (name: string, spec: string, namespace = "edge") =>
  istio("AuthorizationPolicy", namespace, name, spec);
const from = (source: string) => `{rules: [{from: [{source: ${source}}]}]}`;
const found = (name: string, path = "spec.rules") => `warning AuthorizationPolicy ${name} ${path}`;
const open = policy("open", "{rules: [{to: [{operation: {methods: [GET]}}]}]}");

meshCases(gatewayClosed, {
  "finds a policy for the whole mesh that allows nothing": {
    yaml: gate() + policy("none", "{}", "istio-system"),
    says: [found("none", "spec")],
  },
  "finds identities alone, and tells the policy that names them": {
    yaml: gate() + policy("none", "{}") + policy("own", from("{namespaces: [shop]}")),
    says: [found("own")],
  },
  "finds a condition on an identity": {
    yaml: gate() + policy("own", "{rules: [{when: [{key: source.principal, values: ['*']}]}]}"),
    says: [found("own")],
  },
  "finds a gateway of the Gateway API": {
    yaml: api("istio") + policy("none", "{}"),
    says: [found("none", "spec")],
  },
  "takes a policy beside it that lets others in": { yaml: gate() + policy("none", "{}") + open },
  "takes addresses and tokens, which anybody may have": {
    yaml:
      gate() +
      policy("none", "{}") +
      policy("own", "{rules: [{from: [{source: {ipBlocks: [10.0.0.0/8]}}]}]}"),
  },
  "takes who is not named": {
    yaml: gate() + policy("own", from("{notNamespaces: [shop]}")),
  },
  "takes a denial, which is meant": {
    yaml: gate() + policy("own", "{action: DENY, rules: [{}]}"),
  },
  "takes a gateway whose clients show certificates": {
    yaml: gate("mode: ISTIO_MUTUAL") + policy("own", from("{namespaces: [shop]}")),
  },
  "takes a waypoint, which follows no policy of its namespace": {
    yaml: api("istio-waypoint") + policy("none", "{}"),
  },
  "takes a policy for other Pods": {
    yaml:
      gate() +
      deployment("edge", "other", "app: other") +
      policy("own", "{selector: {matchLabels: {app: other}}}"),
  },
  "takes listeners of the other API for clients with certificates": {
    yaml:
      api("istio").replace(
        "port: 80, protocol: HTTP",
        "port: 443, protocol: HTTPS, tls: {options: {gateway.istio.io/tls-terminate-mode: ISTIO_MUTUAL}}",
      ) + policy("own", from("{namespaces: [shop]}")),
  },
});

import { deployment, istio, meshCases, service } from "../../../test/support/mesh-cases";
import { policyPeerAddress } from "./policy-peer-address";

const outward = (more = "", metadata = "") => `---
apiVersion: v1
kind: Service
metadata: {name: g, namespace: a${metadata}}
spec: {type: LoadBalancer, selector: {app: g}, ports: [{port: 80, name: http}]${more}}
`;
const gateway = `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: g, namespace: a}
spec: {template: {metadata: {labels: {app: g}, annotations: {inject.istio.io/templates: gateway}}, spec: {}}}
`;
const policy = (source: string, app = "g") =>
  istio(
    "AuthorizationPolicy",
    "a",
    "p",
    `{selector: {matchLabels: {app: ${app}}}, rules: [{from: [{source: {${source}}}]}]}`,
  );
const outside = "ipBlocks: [198.51.100.0/24]";
const found = ["warning AuthorizationPolicy p spec.rules[0].from[0].source.ipBlocks[0]"];
const behind =
  gateway +
  istio(
    "Gateway",
    "a",
    "g",
    "{selector: {app: g}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ['*']}]}",
  ) +
  istio(
    "VirtualService",
    "a",
    "v",
    "{hosts: [w.example.com], gateways: [g], http: [{route: [{destination: {host: w}}]}]}",
  ) +
  service("a", "w") +
  deployment("a", "w", "app: w");

meshCases(policyPeerAddress, {
  "finds it at a gateway": {
    yaml: gateway + outward() + policy(outside),
    says: found,
    related: [["Service g.a"]],
  },
  "finds the condition source.ip": {
    yaml:
      gateway +
      outward() +
      istio(
        "AuthorizationPolicy",
        "a",
        "p",
        '{selector: {matchLabels: {app: g}}, rules: [{when: [{key: source.ip, notValues: ["10.0.0.1", "2001:db8::1"]}]}]}',
      ),
    says: ["warning AuthorizationPolicy p spec.rules[0].when[0].notValues[1]"],
  },
  "finds it behind a gateway": { yaml: behind + policy(outside, "w"), says: found },
  "takes a gateway that is told of addresses": {
    yaml: gateway + outward(", externalTrafficPolicy: Local") + policy(outside),
  },
  "takes a load balancer with settings of its own": {
    yaml:
      gateway +
      outward(
        "",
        ', annotations: {service.beta.kubernetes.io/aws-load-balancer-proxy-protocol: "*"}',
      ) +
      policy(outside),
  },
  "takes addresses of the cluster": {
    yaml: gateway + outward() + policy("ipBlocks: [10.0.0.0/8]"),
  },
  "takes addresses that are told": {
    yaml: gateway + outward() + policy("remoteIpBlocks: [198.51.100.7]"),
  },
  "takes a gateway whose Service is not declared": { yaml: gateway + policy(outside) },
  "takes a workload that others reach as well": {
    yaml:
      behind +
      outward(", externalTrafficPolicy: Local").replace("app: g}, ports", "app: w}, ports") +
      policy(outside, "w"),
  },
  "takes a workload that no gateway leads to": {
    yaml: service("a", "w") + deployment("a", "w", "app: w") + policy(outside, "w"),
  },
  "takes load balancers whose settings are written otherwise": {
    yaml:
      gateway +
      outward(
        "",
        ', annotations: {service.beta.kubernetes.io/do-loadbalancer-enable-proxy-protocol: "true"}',
      ) +
      policy(outside),
  },
  "takes the PROXY protocol at the gateway": {
    yaml:
      gateway.replace(
        "templates: gateway}",
        "templates: gateway, proxy.istio.io/config: '{gatewayTopology: {proxyProtocol: {}}}'}",
      ) +
      outward() +
      policy(outside),
  },
  "takes the PROXY protocol of the mesh": {
    yaml:
      gateway +
      outward() +
      "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\ndata: {mesh: 'defaultConfig: {gatewayTopology: {proxyProtocol: {}}}'}\n" +
      policy(outside),
  },
  "takes a filter for the PROXY protocol": {
    yaml:
      gateway +
      outward() +
      istio(
        "EnvoyFilter",
        "a",
        "f",
        "{workloadSelector: {labels: {app: g}}, configPatches: [{applyTo: LISTENER, patch: {operation: MERGE, value: {listener_filters: [{name: envoy.filters.listener.proxy_protocol}]}}}]}",
      ).replace("networking.istio.io/v1", "networking.istio.io/v1alpha3") +
      policy(outside),
  },
});

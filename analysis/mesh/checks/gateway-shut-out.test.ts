import { deployment, istio, meshCases, namespace, service } from "../../../test/support/mesh-cases";
import { gatewayShutOut } from "./gateway-shut-out";

const gateway = (name: string, place: string) => `---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: ${name}, namespace: ${place}}
spec: {gatewayClassName: istio, listeners: [{name: http, port: 80, protocol: HTTP}]}
`;
const route = (parent: string, place: string, backend: string) => `---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: way, namespace: shop}
spec:
  parentRefs: [{name: ${parent}, namespace: ${place}}]
  rules: [{backendRefs: [{name: ${backend}, port: 80}]}]
`;
const app = (labels: string) =>
  namespace("shop", labels) + service("shop", "web") + deployment("shop", "web", "app: web");
const sidecar = app("istio-injection: enabled");
const way = gateway("front", "edge") + route("front", "edge", "web");
const policy = (name: string, spec: string) => istio("AuthorizationPolicy", "shop", name, spec);
const from = (source: string, more = "") => `{rules: [{from: [{source: ${source}}]${more}}]}`;
const found = (name: string, path = "spec.rules") => `error AuthorizationPolicy ${name} ${path}`;

meshCases(gatewayShutOut, {
  "finds a policy for others": {
    yaml: sidecar + way + policy("own", from("{namespaces: [shop]}")),
    says: [found("own")],
  },
  "finds one that allows nothing, where no other allows": {
    yaml: sidecar + way + policy("none", "{}"),
    says: [found("none", "spec")],
  },
  "tells the policy that has rules, beside one that allows nothing": {
    yaml: sidecar + way + policy("none", "{}") + policy("own", from("{namespaces: [shop]}")),
    says: [found("own")],
  },
  "takes the gateway by its namespace": {
    yaml: sidecar + way + policy("own", from("{namespaces: [edge]}")),
  },
  "takes the gateway by its principal": {
    yaml: sidecar + way + policy("own", from('{principals: ["*/sa/front-istio"]}')),
  },
  "takes the gateway by a condition": {
    yaml:
      sidecar +
      way +
      policy(
        "own",
        "{rules: [{when: [{key: source.serviceAccount, values: [edge/front-istio]}]}]}",
      ),
  },
  "finds a condition that leaves the gateway out": {
    yaml:
      sidecar +
      way +
      policy("own", "{rules: [{when: [{key: source.namespace, notValues: [edge]}]}]}"),
    says: [found("own")],
  },
  "finds a condition for others": {
    yaml:
      sidecar + way + policy("own", "{rules: [{when: [{key: source.namespace, values: [shop]}]}]}"),
    says: [found("own")],
  },
  "takes the gateway as one of several values": {
    yaml: sidecar + way + policy("own", from("{namespaces: [shop, edge]}")),
  },
  "finds an account of the same name in the policy's namespace": {
    yaml: sidecar + way + policy("own", from("{serviceAccounts: [front-istio]}")),
    says: [found("own")],
  },
  "finds one of several rules that denies the gateway": {
    yaml:
      sidecar +
      way +
      policy(
        "deny",
        "{action: DENY, rules: [{from: [{source: {namespaces: [bad]}}]}, {from: [{source: {namespaces: [edge]}}]}]}",
      ),
    says: [found("deny")],
  },
  "takes one that denies some addresses": {
    yaml:
      sidecar +
      way +
      policy(
        "deny",
        `{action: DENY, ${from("{namespaces: [edge], ipBlocks: [10.0.0.1]}").slice(1)}`,
      ),
  },
  "does not know who has a token, or an address": {
    yaml: sidecar + way + policy("own", from('{requestPrincipals: ["a/b"]}')),
  },
  "finds a token of others": {
    yaml:
      sidecar + way + policy("own", from('{requestPrincipals: ["a/b"], notNamespaces: [edge]}')),
    says: [found("own")],
  },
  "takes the gateway by another policy": {
    yaml:
      sidecar +
      way +
      policy("own", from("{namespaces: [shop]}")) +
      policy("edge", from("{serviceAccounts: [edge/front-istio]}")),
  },
  "finds a policy that denies the gateway": {
    yaml:
      sidecar + way + policy("deny", `{action: DENY, ${from("{notNamespaces: [shop]}").slice(1)}`),
    says: [found("deny")],
  },
  "takes one that denies it some paths": {
    yaml:
      sidecar +
      way +
      policy(
        "deny",
        `{action: DENY, ${from("{notNamespaces: [shop]}", ", to: [{operation: {paths: [/admin]}}]").slice(1)}`,
      ),
  },
  "takes a policy that is only tried": {
    yaml:
      sidecar +
      way +
      policy("own", from("{namespaces: [shop]}")).replace(
        "namespace: shop}",
        'namespace: shop, annotations: {istio.io/dry-run: "true"}}',
      ),
  },
  "leaves alone what no route leads to": {
    yaml: sidecar + gateway("front", "edge") + policy("own", from("{namespaces: [shop]}")),
  },
  "says that a gateway is not declared": {
    yaml: sidecar + route("front", "edge", "web") + policy("own", from("{namespaces: [shop]}")),
    says: ["not declared: the Pods of gateway edge/front"],
  },
  "leaves a workload outside the mesh alone": {
    yaml: app("") + way + policy("own", from("{namespaces: [shop]}")),
  },
  "finds a policy at ztunnel, before which no waypoint is for gateways": {
    yaml:
      app("istio.io/dataplane-mode: ambient, istio.io/use-waypoint: w") +
      way +
      policy("own", from("{serviceAccounts: [shop/w]}")),
    says: [found("own")],
  },
  "takes one that ztunnel never gets": {
    yaml:
      app("istio.io/dataplane-mode: ambient") +
      way +
      policy("own", `{selector: {}, ${from("{namespaces: [shop]}").slice(1)}`),
  },
  "takes one at ztunnel where gateways go through the waypoint": {
    yaml:
      app(
        'istio.io/dataplane-mode: ambient, istio.io/use-waypoint: w, istio.io/ingress-use-waypoint: "true"',
      ) +
      way +
      policy("own", from("{serviceAccounts: [shop/w]}")),
  },
  "finds one at the waypoint that gateways go through": {
    yaml:
      app(
        'istio.io/dataplane-mode: ambient, istio.io/use-waypoint: w, istio.io/ingress-use-waypoint: "true"',
      ) +
      way +
      policy(
        "own",
        `{targetRefs: [{kind: Service, group: "", name: web}], ${from("{namespaces: [shop]}").slice(1)}`,
      ),
    says: [found("own")],
  },
  "takes one at a waypoint that gateways go past": {
    yaml:
      app("istio.io/dataplane-mode: ambient, istio.io/use-waypoint: w") +
      way +
      policy(
        "own",
        `{targetRefs: [{kind: Service, group: "", name: web}], ${from("{namespaces: [shop]}").slice(1)}`,
      ),
  },
  "follows a VirtualService to the one that it hands over to": {
    yaml: `${sidecar}${deployment("edge", "door", "istio: door")}${istio("Gateway", "edge", "public", '{selector: {istio: door}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]}')}${istio("VirtualService", "edge", "root", "{hosts: [a.example.com], gateways: [public], http: [{delegate: {name: leaf, namespace: shop}}]}")}${istio("VirtualService", "shop", "leaf", "{http: [{route: [{destination: {host: web}}]}]}")}${policy("own", from("{namespaces: [shop]}"))}`,
    says: [found("own")],
  },
  "leaves routes of the mesh alone": {
    yaml: `${sidecar}${istio("VirtualService", "shop", "web", "{hosts: [web], http: [{route: [{destination: {host: web}}]}]}")}${policy("own", from("{serviceAccounts: [shop/a]}"))}`,
  },
});

import { istio, meshCases, service } from "../../../test/support/mesh-cases";
import { subsetPolicyUnused } from "./subset-policy-unused";

const rule = (host = "web", policy = "connectionPool: {tcp: {maxConnections: 1}}") =>
  istio(
    "DestinationRule",
    "shop",
    "r",
    `{host: "${host}", subsets: [{name: bare, labels: {v: a}}, {name: own, labels: {v: b}, trafficPolicy: {${policy}}}]}`,
  );
const route = (more: string) =>
  istio(
    "VirtualService",
    "shop",
    "vs",
    `{hosts: [web], http: [{route: [{destination: {host: web}, weight: 1}, {destination: {host: web, ${more}}}]}]}`,
  );
const found = "warning DestinationRule r spec.subsets[1].name";

meshCases(subsetPolicyUnused, {
  "finds a subset without a route": {
    yaml: service("shop", "web") + rule(),
    says: [found],
    messages: [
      'no route that is declared leads to subset "own" of "web.shop.svc.cluster.local", so nothing goes by its trafficPolicy',
    ],
  },
  "finds one beside that which is routed to": {
    yaml: service("shop", "web") + rule() + route("subset: bare"),
    says: [found],
  },
  "takes a subset that gets no request yet": {
    yaml: service("shop", "web") + rule() + route("subset: own, port: {number: 80}"),
  },
  "takes one that says nothing": { yaml: service("shop", "web") + rule("web", "") },
  "leaves a host alone that is not declared, and a wildcard": {
    yaml: rule() + rule("*.shop.svc.cluster.local").replace("name: r", "name: s"),
  },
  "leaves a mesh alone whose gateways pass subsets through": {
    yaml:
      service("shop", "web") +
      rule() +
      istio(
        "Gateway",
        "edge",
        "east",
        '{selector: {istio: east}, servers: [{port: {number: 15443, name: tls, protocol: TLS}, tls: {mode: AUTO_PASSTHROUGH}, hosts: ["*.local"]}]}',
      ),
  },
});

import { deployment, istio, meshCases, service } from "../../../test/support/mesh-cases";
import { virtualServiceSubset } from "./virtual-service-subset";

const rule = (namespace: string, host: string, subset: string, more = "") =>
  istio(
    "DestinationRule",
    namespace,
    `${namespace}-${subset}`,
    `{host: ${host}, ${more}subsets: [{name: ${subset}, labels: {v: a}}]}`,
  );
const route = (namespace: string, host: string, more = "hosts: [a]") =>
  istio(
    "VirtualService",
    namespace,
    "vs",
    `{${more}, http: [{route: [{destination: {host: ${host}, subset: green}}]}]}`,
  );
const at = "VirtualService vs spec.http[0].route[0].destination.subset";
const gate =
  deployment("edge", "door", "istio: door") +
  istio(
    "Gateway",
    "edge",
    "door",
    "{selector: {istio: door}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [a.b]}]}",
  );
const web = "web.shop.svc.cluster.local";

meshCases(virtualServiceSubset, {
  "takes a subset of the own namespace": {
    yaml: rule("shop", "web", "green") + route("shop", "web"),
  },
  "takes one of the Service's namespace": { yaml: rule("shop", "web", "green") + route("ui", web) },
  "takes one of the root namespace": {
    yaml: rule("istio-system", web, "green") + route("ui", web),
  },
  "takes one of the Service's namespace at a gateway in the root namespace, whatever is for everybody there":
    {
      yaml:
        gate.replaceAll("namespace: edge", "namespace: istio-system") +
        istio("DestinationRule", "istio-system", "all", '{host: "*.local"}') +
        rule("shop", "web", "green") +
        route("shop", "web", "hosts: [a.b], gateways: [istio-system/door]"),
    },
  "finds one of the Service's namespace where the root namespace has a rule for its own Pods": {
    yaml:
      gate.replaceAll("namespace: edge", "namespace: istio-system") +
      istio("DestinationRule", "istio-system", "all", '{host: "*.local", exportTo: ["."]}') +
      rule("shop", "web", "green") +
      route("shop", "web", "hosts: [a.b], gateways: [istio-system/door]"),
    says: [`error ${at}`],
  },
  "takes one of a wildcard": {
    yaml: rule("shop", '"*.shop.svc.cluster.local"', "green") + route("ui", web),
  },
  "takes one of two rules": {
    yaml: rule("shop", "web", "blue") + rule("shop", "web", "green") + route("shop", "web"),
  },
  "offers the one that is called nearly so": {
    yaml: rule("shop", "web", "gren") + route("shop", "web"),
    says: [`error ${at} = "gren"`],
  },
  "offers none that is another": {
    yaml: rule("shop", "web", "blue") + route("shop", "web"),
    says: [`error ${at}`],
  },
  "says what one rule has, and what several have": {
    yaml:
      rule("shop", "web", "blue") +
      route("shop", "web") +
      rule("ui", "api", "blue") +
      rule("ui", "api", "red") +
      route("ui", "api"),
    says: [`error ${at}`, `error ${at}`],
    messages: [
      'subset "green" of "web" does not exist: DestinationRule shop-blue.shop has blue',
      'subset "green" of "api" does not exist: DestinationRule ui-blue.ui, DestinationRule ui-red.ui have blue, red',
    ],
  },
  "misses a rule where the Service is declared": {
    yaml: service("shop", "web") + route("shop", "web"),
    says: [`error ${at}`],
  },
  "leaves it alone where neither is declared": {
    yaml: route("shop", "web"),
    says: ['not declared: DestinationRule of "web"'],
  },
  "finds a rule that clients do not follow": {
    yaml: rule("ops", web, "green") + route("ui", web),
    says: [`error ${at}`],
  },
  "finds a rule that is not exported to them": {
    yaml: rule("shop", "web", "green", "exportTo: ['.'], ") + route("ui", web),
    says: [`error ${at}`],
  },
  "takes a rule of the gateway's namespace": {
    yaml: rule("edge", web, "green") + route("ui", web, "hosts: [a.b], gateways: [edge/door]"),
  },
  "asks the gateway's Pods, not the routes' namespace": {
    yaml:
      gate +
      rule("shop", "web", "green", "exportTo: ['.'], ") +
      route("shop", "web", "hosts: [a.b], gateways: [edge/door]"),
    says: [`error ${at}`],
  },
  "asks the mesh and the gateway": {
    yaml:
      gate +
      rule("edge", web, "green") +
      route("ui", web, "hosts: [a.b], gateways: [edge/door, mesh]"),
    says: [`error ${at}`],
  },
  "takes a rule that both follow": {
    yaml:
      gate +
      rule("shop", "web", "green") +
      service("shop", "web") +
      route("ui", web, "hosts: [a.b], gateways: [edge/door, mesh]"),
  },
  "sees the nearer rule hide the other": {
    yaml: rule("shop", "web", "green") + rule("ui", web, "blue") + route("ui", web),
    says: [`error ${at}`],
  },
  "names the rule that clients do not follow": {
    yaml:
      rule("other", web, "blue").replace(
        "subsets: [",
        "subsets: [{name: green, labels: {v: b}}, ",
      ) +
      rule("more", web, "blue") +
      route("ui", web),
    says: [`error ${at}`],
    messages: [
      'subset "green" of "web.shop.svc.cluster.local" is that of DestinationRule other-blue.other, which clients in ui do not follow: they take the rules of their own namespace, or else of the Service\'s, or else of istio-system',
    ],
    related: [["DestinationRule other-blue.other"]],
  },
  "asks none but the gateways that the matches of a route name": {
    yaml:
      gate +
      rule("ui", web, "green") +
      route("ui", web, "hosts: [a.b], gateways: [mesh, edge/door]").replace(
        "{route:",
        "{match: [{gateways: [mesh]}], route:",
      ),
  },
  "asks all gateways where one match of a route names none": {
    yaml:
      gate +
      rule("ui", web, "green") +
      route("ui", web, "hosts: [a.b], gateways: [mesh, edge/door]").replace(
        "{route:",
        "{match: [{gateways: [mesh]}, {port: 80}], route:",
      ),
    says: [`error ${at}`],
  },
  "asks a gateway that a match names with dots": {
    yaml:
      gate +
      rule("ui", web, "green") +
      route("ui", web, "hosts: [a.b], gateways: [mesh, edge/door]").replace(
        "{route:",
        "{match: [{gateways: [door.edge]}], route:",
      ),
    says: [`error ${at}`],
  },
  "says that no rule is for a Service": {
    yaml: service("shop", "web") + route("shop", "web"),
    says: [`error ${at}`],
    messages: ['subset "green" of "web" does not exist: no DestinationRule is for this host'],
    related: [[]],
  },
  "says that a rule has none": {
    yaml: istio("DestinationRule", "shop", "bare", "{host: web}") + route("shop", "web"),
    says: [`error ${at}`],
    messages: ['subset "green" of "web" does not exist: DestinationRule bare.shop has none'],
  },
});

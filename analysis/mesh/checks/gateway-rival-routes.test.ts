import { istio, meshCases } from "../../../test/support/mesh-cases";
import { gatewayRivalRoutes } from "./gateway-rival-routes";

const rules = (name: string, http: string, more = "hosts: [a.b], gateways: [edge/door]") =>
  istio("VirtualService", "shop", name, `{${more}, http: [${http}]}`);
const to = (host: string, match = "{uri: {prefix: /a}}") =>
  `{${match && `match: [${match}], `}route: [{destination: {host: ${host}}}]}`;
const found = (name: string, path = "spec.http[0].match[0]") =>
  `warning VirtualService ${name} ${path}`;

meshCases(gatewayRivalRoutes, {
  "finds the same match with other destinations": {
    yaml: rules("one", to("x")) + rules("two", to("y")),
    says: [found("one"), found("two")],
    messages: ["two", "one"].map(
      (name) =>
        `VirtualService ${name}.shop has a rule for the same requests of "a.b" at edge/door; the older of both is followed`,
    ),
    related: [["VirtualService two.shop"], ["VirtualService one.shop"]],
  },
  "leaves rules for all requests to another check": {
    yaml: rules("one", to("x", "")) + rules("two", to("y", "{uri: {prefix: /}}")),
  },
  "finds one of several matches": {
    yaml: rules("one", to("x", "{uri: {prefix: /b}}, {uri: {prefix: /a}}")) + rules("two", to("y")),
    says: [found("one", "spec.http[0].match[1]"), found("two")],
  },
  "finds a match that names the gateway": {
    yaml:
      rules("one", to("x")) + rules("two", to("y", "{uri: {prefix: /a}, gateways: [edge/door]}")),
    says: [found("one"), found("two")],
  },
  "takes a match that names another gateway": {
    yaml:
      rules("one", to("x")) +
      rules(
        "two",
        to("y", "{uri: {prefix: /a}, gateways: [mesh]}"),
        "hosts: [a.b], gateways: [mesh, edge/door]",
      ),
  },
  "takes the same rule twice": { yaml: rules("one", to("x")) + rules("two", to("x")) },
  "takes other matches": {
    yaml: rules("one", to("x")) + rules("two", to("y", "{uri: {prefix: /a}, port: 80}")),
  },
  "takes other hosts and gateways": {
    yaml:
      rules("one", to("x")) +
      rules("two", to("y"), "hosts: [c.d], gateways: [edge/door]") +
      rules("three", to("y"), "hosts: [a.b], gateways: [edge/gate]"),
  },
  "leaves the mesh to another check": {
    yaml: rules("one", to("x"), "hosts: [a.b]") + rules("two", to("y"), "hosts: [a.b]"),
  },
  "leaves rules that are handed over alone": {
    yaml:
      rules("one", to("x"), "gateways: [edge/door]") +
      rules("two", to("y"), "gateways: [edge/door]"),
  },
});

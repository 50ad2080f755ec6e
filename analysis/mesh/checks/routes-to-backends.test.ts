import { gatewayApiObject, istio, meshCases, service } from "../../../test/support/mesh-cases";
import { plainRouteToTls } from "./plain-route-to-tls";
import { rewriteSlash } from "./rewrite-slash";

const secure = service("a", "w", "{port: 443, name: https}", "{port: 80, name: http}");
const route = (port = 443, parent = "{name: g}") =>
  gatewayApiObject(
    "HTTPRoute",
    "a",
    "r",
    `{parentRefs: [${parent}], rules: [{backendRefs: [{name: w, port: ${port}}]}]}`,
  );
const policy = (name: string, place = "a") =>
  gatewayApiObject(
    "BackendTLSPolicy",
    place,
    "b",
    `{targetRefs: [{group: "", kind: Service, name: ${name}}], validation: {hostname: w.example.com, wellKnownCACertificates: System}}`,
  );
const rule = (tls: string, host = "w") =>
  istio("DestinationRule", "a", "d", `{host: "${host}", trafficPolicy: {${tls}}}`);
const plain = ["warning HTTPRoute r spec.rules[0].backendRefs[0].port"];

meshCases(plainRouteToTls, {
  "finds a port for HTTPS": { yaml: secure + route(), says: plain, related: [["Service w.a"]] },
  "finds one by appProtocol": {
    yaml: service("a", "w", "{port: 443, name: web, appProtocol: https}") + route(),
    says: plain,
  },
  "finds it beside policies of others": {
    yaml:
      secure +
      route() +
      policy("v") +
      policy("w", "b") +
      rule("tls: {mode: DISABLE}") +
      rule("portLevelSettings: [{port: {number: 80}, tls: {mode: SIMPLE}}]").replace(
        "name: d",
        "name: e",
      ),
    says: plain,
  },
  "takes a BackendTLSPolicy": { yaml: secure + route() + policy("w") },
  "takes a DestinationRule, of a wildcard too": {
    yaml: secure + route() + rule("tls: {mode: SIMPLE}", "*.a.svc.cluster.local"),
  },
  "takes another port": { yaml: secure + route(80) },
  "takes a route in the mesh": {
    yaml: secure + route(443, '{group: "", kind: Service, name: w}'),
  },
  "does not know of a Service that nobody declares": { yaml: route() },
  "takes a Gateway of somebody else's": {
    yaml:
      secure +
      route() +
      gatewayApiObject(
        "Gateway",
        "a",
        "g",
        "{gatewayClassName: other, listeners: [{name: http, port: 80, protocol: HTTP}]}",
      ),
  },
  "finds a class of one's own for Istio": {
    yaml:
      secure +
      route() +
      gatewayApiObject(
        "Gateway",
        "a",
        "g",
        "{gatewayClassName: other, listeners: [{name: http, port: 80, protocol: HTTP}]}",
      ) +
      "---\napiVersion: gateway.networking.k8s.io/v1\nkind: GatewayClass\nmetadata: {name: other}\nspec: {controllerName: istio.io/gateway-controller}\n",
    says: plain,
  },
});

const rewritten = (match: string, uri: string) =>
  istio(
    "VirtualService",
    "a",
    "v",
    `{hosts: [w], http: [{match: [${match}], rewrite: {uri: "${uri}"}, route: [{destination: {host: w}}]}]}`,
  );
const prefix = (value: string) => `{uri: {prefix: ${value}}}`;
const joined = ["warning VirtualService v spec.http[0].rewrite.uri"];

meshCases(rewriteSlash, {
  "finds two slashes": {
    yaml: rewritten(prefix("/a"), "/"),
    says: joined,
    messages: ['"/" in place of "/a" makes "//x" of "/a/x"'],
  },
  "finds parts without one": {
    yaml: rewritten(`{uri: {exact: /b}}, ${prefix("/a/")}`, "/v1"),
    says: joined,
    messages: ['"/v1" in place of "/a/" makes "/v1x" of "/a/x"'],
  },
  "takes both with a slash, or none": {
    yaml:
      rewritten(prefix("/a/"), "/") + rewritten(prefix("/a"), "/v1").replace("name: v", "name: x"),
  },
  "takes both ways to match together": {
    yaml: rewritten(`${prefix("/a/")}, ${prefix("/a")}`, "/"),
  },
  "takes whole paths, patterns and rules without a match": {
    yaml:
      rewritten("{uri: {exact: /a}}, {uri: {regex: /a.*}}", "/") +
      istio(
        "VirtualService",
        "a",
        "x",
        "{hosts: [w], http: [{rewrite: {uri: /}, route: [{destination: {host: w}}]}]}",
      ),
  },
  "takes the root": { yaml: rewritten(prefix("/"), "/v1/") },
  "takes what a rule above has with a slash": {
    yaml: istio(
      "VirtualService",
      "a",
      "v",
      `{hosts: [w], http: [{match: [${prefix("/a/")}], rewrite: {uri: /}, route: [{destination: {host: w}}]}, {match: [${prefix("/a")}], rewrite: {uri: /}, route: [{destination: {host: w}}]}]}`,
    ),
  },
});

import { gatewayApiObject, httpListener, meshCases } from "../../../test/support/mesh-cases";
import { routeRedirectLoop } from "./route-redirect-loop";

const secure = "{name: https, port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: c}]}}";
const gateway = (listeners = `${httpListener()}, ${secure}`) =>
  gatewayApiObject("Gateway", "a", "g", `{gatewayClassName: istio, listeners: [${listeners}]}`);
const route = (
  redirect: string,
  { match = "", parent = "", hostnames = "hostnames: [a.example.com], ", name = "r" } = {},
) =>
  gatewayApiObject(
    "HTTPRoute",
    "a",
    name,
    `{parentRefs: [{name: g${parent}}], ${hostnames}rules: [{${match}filters: [{type: RequestRedirect, requestRedirect: ${redirect}}]}]}`,
  );
const found = ["error HTTPRoute r spec.rules[0].filters[0].requestRedirect"];
const all = { hostnames: "" };
const prefix = (value: string) => ({
  match: `matches: [{path: {type: PathPrefix, value: ${value}}}], `,
});

meshCases(routeRedirectLoop, {
  "finds https at a listener for HTTPS": {
    yaml: gateway() + route("{scheme: https}"),
    says: found,
    related: [["Gateway g.a"]],
  },
  "finds its own host and port": {
    yaml: gateway() + route("{hostname: a.example.com, scheme: https, port: 443}"),
    says: found,
  },
  "finds a prefix that stays": {
    yaml:
      gateway() +
      route(
        "{scheme: https, path: {type: ReplacePrefixMatch, replacePrefixMatch: /x}}",
        prefix("/x"),
      ),
    says: found,
  },
  "finds a path that all are led to": {
    yaml:
      gateway() + route("{path: {type: ReplaceFullPath, replaceFullPath: /home}, statusCode: 302}"),
    says: found,
  },
  "finds a route for all hostnames that is alone": {
    yaml: gateway() + route("{scheme: https}", all),
    says: found,
  },
  "takes one beside routes for hostnames": {
    yaml:
      gateway() + route("{scheme: https}", all) + route("{hostname: b.example.com}", { name: "s" }),
  },
  "takes the listener for plain HTTP": {
    yaml: gateway() + route("{scheme: https}", { parent: ", sectionName: http" }),
  },
  "takes a Gateway without HTTPS": { yaml: gateway(httpListener()) + route("{scheme: https}") },
  "takes another host, port and scheme": {
    yaml:
      gateway() +
      route("{hostname: b.example.com, scheme: https}") +
      route("{port: 8443, scheme: https}", { name: "s" }) +
      route("{scheme: http}", { name: "t", parent: ", sectionName: https" }),
  },
  "takes a port of HTTPS that is not the scheme's own": {
    yaml: gateway(secure.replace("443", "8443")) + route("{scheme: https}"),
  },
  "takes another path": {
    yaml:
      gateway() +
      route(
        "{scheme: https, path: {type: ReplacePrefixMatch, replacePrefixMatch: /new}}",
        prefix("/old"),
      ),
  },
  "takes a match by more than the path": {
    yaml:
      gateway() +
      route("{scheme: https}", {
        match: "matches: [{headers: [{name: x-forwarded-proto, value: http}]}], ",
      }),
  },
  "does not know of a Gateway that is not declared": { yaml: route("{scheme: https}") },
  "finds the very path that it is for": {
    yaml:
      gateway() +
      route("{path: {type: ReplaceFullPath, replaceFullPath: /x}}", {
        match: "matches: [{path: {type: Exact, value: /x}}], ",
      }),
    says: found,
  },
  "takes a path that another rule is for": {
    yaml:
      gateway() +
      route("{path: {type: ReplaceFullPath, replaceFullPath: /home/}}") +
      gatewayApiObject(
        "HTTPRoute",
        "a",
        "s",
        "{parentRefs: [{name: g}], hostnames: [a.example.com], rules: [{matches: [{path: {type: PathPrefix, value: /home}}], backendRefs: [{name: w, port: 80}]}]}",
      ),
  },
  "takes a listener for HTTPS of other hosts": {
    yaml:
      gateway(
        `${httpListener()}, ${secure.replace("port: 443", "hostname: b.example.com, port: 443")}`,
      ) + route("{scheme: https}"),
  },
});

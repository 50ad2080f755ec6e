import {
  gatewayApiObject,
  httpListener,
  istio,
  meshCases,
  namespace,
  service,
} from "../../../test/support/mesh-cases";
import { openRule } from "./open-rule";
import { routeTaken } from "./route-taken";
import { tlsVersions } from "./tls-versions";
import { waypointNamespaceAlone } from "./waypoint-namespace-alone";

const label = 'metadata.labels["istio.io/use-waypoint-namespace"]';
const place = "istio.io/use-waypoint-namespace: b";

meshCases(waypointNamespaceAlone, {
  "finds it at a Service, whatever its namespace uses": {
    yaml:
      namespace("a", "istio.io/use-waypoint: y") +
      service("a", "w").replace("namespace: a}", `namespace: a, labels: {${place}}}`),
    says: [`warning Service w ${label}`],
    messages: [
      '"b" is where a waypoint lies, and no istio.io/use-waypoint beside it says which; that of the namespace, a/y, is used',
    ],
  },
  "takes both labels, and none": {
    yaml: namespace("a", `istio.io/use-waypoint: y, ${place}`) + namespace("b"),
  },
});

const policy = (rules: string, action = "ALLOW") =>
  istio("AuthorizationPolicy", "a", "p", `{action: ${action}, rules: [${rules}]}`);
const closed = "{from: [{source: {namespaces: [a]}}]}";

meshCases(openRule, {
  "finds it wherever it stands, whatever the action": {
    yaml: policy(`{}, ${closed}`) + policy(`${closed}, {}`, "DENY").replace("name: p", "name: q"),
    says: [
      "warning AuthorizationPolicy p spec.rules[0]",
      "warning AuthorizationPolicy q spec.rules[1]",
    ],
  },
  "takes rules with conditions, and one for everybody alone": {
    yaml:
      policy(
        `${closed}, {to: [{operation: {methods: [GET]}}]}, {when: [{key: source.ip, values: [10.0.0.1]}]}`,
      ) + policy("{}").replace("name: p", "name: q"),
  },
});

const server = (versions: string) =>
  istio(
    "Gateway",
    "a",
    "g",
    `{selector: {istio: g}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: ["*"], tls: {mode: SIMPLE, credentialName: c${versions}}}]}`,
  );

meshCases(tlsVersions, {
  "takes the same version, one bound alone and TLS_AUTO": {
    yaml:
      server(", minProtocolVersion: TLSV1_2, maxProtocolVersion: TLSV1_2") +
      server(", minProtocolVersion: TLSV1_3").replace("name: g,", "name: h,") +
      server(", minProtocolVersion: TLSV1_3, maxProtocolVersion: TLS_AUTO").replace(
        "name: g,",
        "name: i,",
      ) +
      server(", maxProtocolVersion: TLSV1_0").replace("name: g,", "name: j,"),
  },
});

const gateway = gatewayApiObject(
  "Gateway",
  "a",
  "g",
  `{gatewayClassName: istio, listeners: [${httpListener()}, {name: other, port: 8080, protocol: HTTP}]}`,
);
const route = (
  name: string,
  {
    hostnames = "hostnames: [a.example.com], ",
    rule = "matches: [{path: {value: /x}}]",
    parent = "",
  } = {},
) =>
  gatewayApiObject(
    "HTTPRoute",
    "a",
    name,
    `{parentRefs: [{name: g${parent}}], ${hostnames}rules: [{${rule}, backendRefs: [{name: w, port: 80}]}]}`,
  );
const at = (name: string, path = "spec.rules[0].matches[0]") => `warning HTTPRoute ${name} ${path}`;
const matched = (match: string) => ({ rule: `matches: [${match}]` });

meshCases(routeTaken, {
  "finds the same path, once for each match": {
    yaml: gateway + route("r") + route("s"),
    says: [at("r"), at("s")],
    related: [["HTTPRoute s.a"], ["HTTPRoute r.a"]],
  },
  "finds what is the same by its defaults": {
    yaml:
      gateway +
      route("r", { rule: "name: all" }) +
      route("s", matched("{path: {type: PathPrefix, value: /}}")),
    says: [at("r", "spec.rules[0].matches[0]"), at("s")],
  },
  "finds headers in another order and case": {
    yaml:
      gateway +
      route("r", matched("{headers: [{name: X-A, value: a}, {name: x-b, value: b}]}")) +
      route("s", matched("{headers: [{name: x-b, value: b}, {name: x-a, value: a}]}")),
    says: [at("r"), at("s")],
  },
  "finds one of several hostnames": {
    yaml:
      gateway +
      route("r", { hostnames: "hostnames: [b.example.com, a.example.com], " }) +
      route("s"),
    says: [at("r"), at("s")],
  },
  "takes another path, method, query and header": {
    yaml:
      gateway +
      route("r") +
      route("s", matched("{path: {type: Exact, value: /x}}, {path: {value: /x}, method: GET}")) +
      route("t", matched("{path: {value: /x}, queryParams: [{name: a, value: b}]}")) +
      route("v", matched("{path: {value: /x}, queryParams: [{name: A, value: b}]}")) +
      route("u", matched("{path: {value: /x}, headers: [{name: a, value: b}]}")),
  },
  "takes other hostnames and listeners": {
    yaml:
      gateway +
      route("r", { parent: ", sectionName: http" }) +
      route("s", { parent: ", sectionName: other" }) +
      route("t", { hostnames: "hostnames: [b.example.com], " }) +
      route("u", { hostnames: "" }),
  },
  "does not know of a Gateway that nobody declares": { yaml: route("r") + route("s") },
});

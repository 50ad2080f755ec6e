import {
  deployment,
  gatewayApiObject,
  istio,
  meshCases,
  namespace,
  service,
} from "../../../test/support/mesh-cases";
import { keysBehindStrict } from "./keys-behind-strict";
import { tokenHeaderPrefix } from "./token-header-prefix";
import { tokenNotAskedFor } from "./token-not-asked-for";
import { tokenTakenAtGateway } from "./token-taken-at-gateway";

const issuer = "issuer: https://id.example.com";
const keys = "jwksUri: https://id.example.com/keys";
const authentication = (
  where: string,
  rule = `${issuer}, ${keys}`,
  { place = "a", name = "r" } = {},
) => istio("RequestAuthentication", place, name, `{${where}jwtRules: [{${rule}}]}`);
const ofPods = "selector: {matchLabels: {app: w}}, ";
const pods = deployment("a", "w", "app: w");
const policy = (spec: string, name = "p") =>
  istio("AuthorizationPolicy", "a", name, `{selector: {matchLabels: {app: w}}, ${spec}}`);
const asking = policy("rules: [{from: [{source: {requestPrincipals: ['*']}}]}]");
const open = ["warning RequestAuthentication r spec.jwtRules"];

meshCases(tokenNotAskedFor, {
  "finds that nobody asks for a token": { yaml: pods + authentication(ofPods), says: open },
  "finds it beside policies of other things": {
    yaml: pods + authentication(ofPods) + policy("rules: [{from: [{source: {namespaces: [a]}}]}]"),
    says: open,
  },
  "finds it at a Service": {
    yaml: authentication('targetRefs: [{kind: Service, group: "", name: w}], '),
    says: open,
    messages: [
      "no AuthorizationPolicy of Service w.a asks for a token: requests without one are let in",
    ],
  },
  "takes a policy by principals": { yaml: pods + authentication(ofPods) + asking },
  "takes a policy by claims": {
    yaml:
      pods +
      authentication(ofPods) +
      policy("rules: [{when: [{key: 'request.auth.claims[groups]', values: [x]}]}]"),
  },
  "takes a policy of somebody else": {
    yaml:
      pods + authentication(ofPods) + policy("action: CUSTOM, provider: {name: x}, rules: [{}]"),
  },
  "takes that the token is sent on": {
    yaml:
      pods +
      authentication(ofPods, `${issuer}, ${keys}, forwardOriginalToken: true`) +
      authentication(ofPods, `${issuer}, ${keys}, outputPayloadToHeader: x`, { name: "s" }) +
      authentication(ofPods, `${issuer}, ${keys}, outputClaimToHeaders: [{header: x, claim: y}]`, {
        name: "t",
      }),
  },
  "takes routes by claims": {
    yaml:
      pods +
      authentication(ofPods) +
      istio(
        "VirtualService",
        "a",
        "v",
        "{hosts: [w.example.com], gateways: [g], http: [{match: [{headers: {'@request.auth.claims.x': {exact: y}}}], route: [{destination: {host: w}}]}]}",
      ),
  },
  "takes one for a whole namespace": { yaml: pods + authentication("") },
  "takes one that ztunnel does not read": {
    yaml: namespace("a", "istio.io/dataplane-mode: ambient") + pods + authentication(ofPods),
  },
  "takes one of which one workload has a policy": {
    yaml:
      pods +
      deployment("a", "x", "app: w, tier: x") +
      authentication(ofPods) +
      istio(
        "AuthorizationPolicy",
        "a",
        "p",
        "{selector: {matchLabels: {tier: x}}, rules: [{from: [{source: {requestPrincipals: ['*']}}]}]}",
      ),
  },
  "takes filters that read tokens": {
    yaml:
      pods +
      authentication(ofPods) +
      istio(
        "EnvoyFilter",
        "a",
        "f",
        "{configPatches: [{applyTo: HTTP_FILTER, patch: {operation: INSERT_BEFORE, value: {name: x, typed_config: {metadata: envoy.filters.http.jwt_authn}}}}]}",
      ).replace("networking.istio.io/v1", "networking.istio.io/v1alpha3"),
  },
  "takes a policy of the Service's waypoint": {
    yaml:
      namespace("a", "istio.io/use-waypoint: g") +
      service("a", "w") +
      authentication('targetRefs: [{kind: Service, group: "", name: w}], ') +
      istio(
        "AuthorizationPolicy",
        "a",
        "p",
        "{targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: g}], rules: [{from: [{source: {requestPrincipals: ['*']}}]}]}",
      ),
  },
});

const gatewayPods = `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: g, namespace: e}
spec: {template: {metadata: {labels: {istio: g}, annotations: {inject.istio.io/templates: gateway}}, spec: {}}}
`;
const entry = (gateway = "e/g") =>
  gatewayPods +
  istio(
    "Gateway",
    "e",
    "g",
    "{selector: {istio: g}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ['*']}]}",
  ) +
  istio(
    "VirtualService",
    "a",
    "v",
    `{hosts: [w.example.com], gateways: [${gateway}], http: [{route: [{destination: {host: w}}]}]}`,
  ) +
  service("a", "w") +
  pods;
const atGateway = (rule = `${issuer}, ${keys}`) =>
  authentication("selector: {matchLabels: {istio: g}}, ", rule, { place: "e", name: "g" });
const forwards = ["error RequestAuthentication g spec.jwtRules[0] = true"];

meshCases(tokenTakenAtGateway, {
  "finds a token that a policy behind the gateway asks for": {
    yaml: entry() + atGateway() + authentication(ofPods) + asking,
    says: forwards,
    related: [["AuthorizationPolicy p.a", "Deployment w.a"]],
  },
  "finds it behind a Gateway of the other API": {
    yaml:
      gatewayApiObject(
        "Gateway",
        "e",
        "g",
        "{gatewayClassName: istio, listeners: [{name: x, port: 80, protocol: HTTP}]}",
      ) +
      gatewayApiObject(
        "HTTPRoute",
        "a",
        "h",
        "{parentRefs: [{name: g, namespace: e}], rules: [{backendRefs: [{name: w, port: 80}]}]}",
      ) +
      service("a", "w") +
      pods +
      authentication(
        "targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: g}], ",
        undefined,
        { place: "e", name: "g" },
      ) +
      authentication(ofPods) +
      asking,
    says: forwards,
  },
  "takes a token that is sent on": {
    yaml:
      entry() +
      atGateway(`${issuer}, ${keys}, forwardOriginalToken: true`) +
      authentication(ofPods) +
      asking,
  },
  "takes a token in a cookie, which stays": {
    yaml:
      entry() + atGateway(`${issuer}, ${keys}, fromCookies: [c]`) + authentication(ofPods) + asking,
  },
  "takes a workload that reads tokens of another issuer": {
    yaml:
      entry() +
      atGateway() +
      authentication(ofPods, `issuer: https://other.example.com, ${keys}`) +
      asking,
  },
  "takes a workload that asks for none": { yaml: entry() + atGateway() + authentication(ofPods) },
  "takes a workload behind another gateway": {
    yaml: entry("e/other") + atGateway() + authentication(ofPods) + asking,
  },
  "takes a policy that lets the gateway in without a token": {
    yaml:
      entry() +
      atGateway() +
      authentication(ofPods) +
      asking +
      policy("rules: [{from: [{source: {principals: [cluster.local/ns/e/sa/g]}}]}]", "q"),
  },
  "finds a denial beside a policy that lets the gateway in": {
    yaml:
      entry() +
      atGateway() +
      authentication(ofPods) +
      policy("action: DENY, rules: [{from: [{source: {notRequestPrincipals: ['*']}}]}]") +
      policy("rules: [{from: [{source: {principals: [cluster.local/ns/e/sa/g]}}]}]", "q"),
    says: forwards,
  },
  "takes a token that is read elsewhere at the gateway": {
    yaml:
      entry() +
      atGateway(`${issuer}, ${keys}, fromHeaders: [{name: x-edge}]`) +
      authentication(ofPods) +
      asking,
  },
});

const strict = (mode = "STRICT") =>
  istio("PeerAuthentication", "a", "p", `{mtls: {mode: ${mode}}}`);
const server =
  namespace("a", "istio-injection: enabled") +
  service("a", "w", "{port: 8080, name: http}", "{port: 81, targetPort: 9090, name: open}") +
  pods;
const fetched = (uri: string) => authentication("", `${issuer}, jwksUri: "${uri}"`, { place: "b" });
const refused = ["error RequestAuthentication r spec.jwtRules[0].jwksUri"];
const istiod = (value: string) => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: istiod, namespace: istio-system}
spec: {template: {metadata: {labels: {app: istiod}}, spec: {containers: [{name: d, env: [{name: PILOT_JWT_ENABLE_REMOTE_JWKS, value: "${value}"}]}]}}}
`;

meshCases(keysBehindStrict, {
  "finds a full name and a name with its namespace": {
    yaml:
      server +
      strict() +
      fetched("http://w.a.svc.cluster.local:8080/keys") +
      fetched("http://w.a:8080").replace("name: r", "name: s"),
    says: [...refused, "error RequestAuthentication s spec.jwtRules[0].jwksUri"],
  },
  "finds it where proxies are told not to fetch": {
    yaml: server + strict() + istiod("false") + fetched("http://w.a.svc:8080"),
    says: refused,
  },
  "takes that proxies fetch": {
    yaml: server + strict() + istiod("true") + fetched("http://w.a.svc:8080"),
  },
  "takes another port of the Service": {
    yaml:
      server +
      istio(
        "PeerAuthentication",
        "a",
        "p",
        "{selector: {matchLabels: {app: w}}, mtls: {mode: STRICT}, portLevelMtls: {9090: {mode: DISABLE}}}",
      ) +
      fetched("http://w.a:81/keys"),
  },
  "takes PERMISSIVE": { yaml: server + strict("PERMISSIVE") + fetched("http://w.a:8080") },
  "takes Pods outside the mesh": {
    yaml: server.replace("istio-injection: enabled", "") + strict() + fetched("http://w.a:8080"),
  },
  "takes hosts outside": {
    yaml:
      server +
      strict() +
      fetched("https://w.a.example.com") +
      fetched("http://w:8080").replace("name: r", "name: s"),
  },
  "takes keys that are written out": {
    yaml: server + strict() + authentication("", `${issuer}, jwks: '{"keys":[]}'`, { place: "b" }),
  },
  "takes a port past the sidecar": {
    yaml:
      server.replace(
        "metadata: {labels: {app: w}}",
        'metadata: {labels: {app: w}, annotations: {traffic.sidecar.istio.io/excludeInboundPorts: "8080"}}',
      ) +
      strict() +
      fetched("http://w.a:8080"),
  },
  "finds it where proxies are told to leave it to istiod": {
    yaml: server + strict() + istiod("istiod") + fetched("http://w.a:8080"),
    says: refused,
  },
});

const headers = (...all: string[]) =>
  authentication("", `${issuer}, ${keys}, fromHeaders: [${all.join(", ")}]`);

meshCases(tokenHeaderPrefix, {
  "finds the header in whatever case": {
    yaml: headers("{name: x-token}", "{name: authorization}", '{name: AUTHORIZATION, prefix: ""}'),
    says: [
      'warning RequestAuthentication r spec.jwtRules[0].fromHeaders[1].name = "Bearer "',
      'warning RequestAuthentication r spec.jwtRules[0].fromHeaders[2].name = "Bearer "',
    ],
  },
  "takes any prefix, and other headers without one": {
    yaml: headers('{name: Authorization, prefix: "Token "}', "{name: x-authorization}"),
  },
  "takes a token alone beside one with its scheme": {
    yaml: headers('{name: Authorization, prefix: "Bearer "}', "{name: Authorization}"),
  },
});

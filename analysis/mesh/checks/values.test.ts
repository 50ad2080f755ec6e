import { gatewayApiObject, istio, meshCases } from "../../../test/support/mesh-cases";
import { authorizationPolicyMethod } from "./authorization-policy-method";
import { matchValue } from "./match-value";
import { policyValue } from "./policy-value";

const route = (match: string) =>
  istio(
    "VirtualService",
    "shop",
    "v",
    `{hosts: [web], http: [{match: [${match}], route: [{destination: {host: web}}]}]}`,
  );
const apiRoute = (match: string) =>
  gatewayApiObject("HTTPRoute", "shop", "r", `{rules: [{matches: [${match}]}]}`);
const at = "warning VirtualService v spec.http[0].match[0]";

meshCases(matchValue, {
  "offers the prefix that is meant": {
    yaml: route("{uri: {prefix: /api/*}}"),
    says: [`${at}.uri.prefix = "/api/"`],
    messages: ['"/api/*" has a "*", which stands for itself here'],
  },
  "finds a pattern for a part of who calls": {
    yaml: route('{headers: {User-Agent: {regex: "iPhone|iPad"}}}'),
    says: [`${at}.headers["User-Agent"].regex`],
    messages: [
      '"iPhone|iPad" fits a part of the header, and has to fit the whole of it; write ".*(iPhone|iPad).*"',
    ],
  },
  "takes patterns for the whole, and those of other headers": {
    yaml: route(
      '{headers: {user-agent: {regex: ".*iPhone.*"}}}, {headers: {user-agent: {regex: "[^ ]+/1"}}}, {headers: {x-kind: {regex: "a|b"}}}',
    ),
  },
  "offers nothing for a star within": {
    yaml: route("{uri: {prefix: /api/*/items}}"),
    says: [`${at}.uri.prefix`],
  },
  "offers nothing for a whole path": {
    yaml: route("{uri: {exact: /api/*}}"),
    says: [`${at}.uri.exact`],
  },
  "offers nothing for everything": {
    yaml: route('{uri: {prefix: "*"}}'),
    says: [`${at}.uri.prefix`],
  },
  "finds a host with a scheme": {
    yaml: route("{authority: {exact: 'https://web'}}"),
    says: [`${at}.authority.exact`],
  },
  "finds a host with a star": {
    yaml: route("{authority: {prefix: 'web.*'}}"),
    says: [`${at}.authority.prefix`],
  },
  "takes patterns of hosts and headers": {
    yaml: route("{authority: {regex: '.*/?'}, headers: {a: {regex: '*'}}, method: {regex: get}}"),
  },
  "finds a header for any value, also for those without it": {
    yaml: route("{headers: {a.b: {prefix: '*'}}, withoutHeaders: {c: {exact: '*'}}}"),
    says: [`${at}.headers["a.b"].prefix`, `${at}.withoutHeaders["c"].exact`],
  },
  "takes stars within values of headers": {
    yaml: route("{headers: {accept: {exact: '*/*'}}, method: {prefix: get}}"),
  },
  "finds a method in small letters": {
    yaml: route("{method: {exact: get}}"),
    says: [`${at}.method.exact`],
  },
  "reads HTTPRoutes": {
    yaml: apiRoute("{path: {value: /api/*}, headers: [{name: a, value: '*'}]}"),
    says: [
      'warning HTTPRoute r spec.rules[0].matches[0].path.value = "/api/"',
      "warning HTTPRoute r spec.rules[0].matches[0].headers[0].value",
    ],
  },
  "takes patterns of HTTPRoutes": {
    yaml: apiRoute(
      "{path: {type: RegularExpression, value: /.*}, headers: [{type: RegularExpression, name: a, value: '.*'}]}",
    ),
  },
});

const policy = (rule: string) => istio("AuthorizationPolicy", "shop", "p", `{rules: [${rule}]}`);
const operation = (spec: string) => policy(`{to: [{operation: ${spec}}]}`);
const source = (spec: string) => policy(`{from: [{source: ${spec}}]}`);
const condition = (key: string, values: string) =>
  policy(`{when: [{key: '${key}', values: [${values}]}]}`);
const from = "warning AuthorizationPolicy p spec.rules[0].from[0].source";
const to = "warning AuthorizationPolicy p spec.rules[0].to[0].operation";
const when = "warning AuthorizationPolicy p spec.rules[0].when[0].values[0]";

meshCases(policyValue, {
  "takes one star at an end": {
    yaml: source("{principals: ['*', '*/sa/a', 'cluster.local/ns/a/*'], requestPrincipals: ['*']}"),
  },
  "finds a star within": {
    yaml: source("{notPrincipals: ['cluster.local/ns/*/sa/a']}"),
    says: [`${from}.notPrincipals[0]`],
    messages: [
      '"cluster.local/ns/*/sa/a" takes one "*", at the beginning or the end; any other stands for itself',
    ],
  },
  "finds two stars": {
    yaml: source("{notRequestPrincipals: ['*/a/*']}"),
    says: [`${from}.notRequestPrincipals[0]`],
  },
  "finds an issuer alone": {
    yaml: source("{requestPrincipals: [issuer]}"),
    says: [`${from}.requestPrincipals[0]`],
  },
  "takes namespaces, in which stars stand for any text": {
    yaml: source("{namespaces: ['team-*-prod']}"),
  },
  "takes paths with open segments": { yaml: operation("{paths: ['/a/{*}/b', '/{**}', '*']}") },
  "finds paths that no request has": {
    yaml: operation("{paths: [a], notPaths: ['/a?b', '/a/*/b']}"),
    says: [`${to}.paths[0]`, `${to}.notPaths[0]`, `${to}.notPaths[1]`],
  },
  "finds hosts that no request has": {
    yaml: operation("{hosts: ['http://a', 'a.*.b'], notHosts: [a/b]}"),
    says: [`${to}.hosts[0]`, `${to}.hosts[1]`, `${to}.notHosts[0]`],
  },
  "takes hosts with one star": { yaml: operation("{hosts: ['*.a', 'a.*', '*', a]}") },
  "reads conditions on principals": {
    yaml: condition("source.principal", "'a/*/b'"),
    says: [when],
  },
  "reads conditions on tokens": { yaml: condition("request.auth.principal", "a"), says: [when] },
  "tells stars in claims only as worth knowing, which may have some": {
    yaml: condition("request.auth.claims[permissions]", "'orders:*:read'"),
    says: [when.replace("warning", "info")],
  },
  "reads conditions on audiences": {
    yaml: condition("request.auth.audiences", "a*b"),
    says: [when],
  },
  "reads conditions on server names": { yaml: condition("connection.sni", "a.*.b"), says: [when] },
  "reads conditions on headers": {
    yaml: condition("request.headers[a]", "a*b"),
    says: [when],
  },
  "takes types of media": { yaml: condition("request.headers[accept]", "'text/html, */*'") },
  "takes conditions on namespaces": { yaml: condition("source.namespace", "a*b") },
});

meshCases(authorizationPolicyMethod, {
  "offers capitals": {
    yaml: operation("{methods: [get, 'ge*']}"),
    says: [`${to}.methods[0] = "GET"`, `${to}.methods[1] = "GE*"`],
  },
  "tells a method of others only as worth knowing": {
    yaml: operation("{notMethods: [MKCOL]}"),
    says: ["info AuthorizationPolicy p spec.rules[0].to[0].operation.notMethods[0]"],
  },
  "takes beginnings and ends": { yaml: operation("{methods: ['GE*', '*ST', '*', PUT]}") },
});

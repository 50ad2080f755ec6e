import {
  edgeGateway,
  gatewayApiObject,
  httpListener,
  istio,
  meshCases,
} from "../../../test/support/mesh-cases";
import { redirectToClosedPort } from "./redirect-to-closed-port";

const open = ", allowedRoutes: {namespaces: {from: All}}";
const edge = edgeGateway(httpListener(open));
const route = (redirect = "scheme: https", more = "hostnames: [a.b.c], ") =>
  gatewayApiObject(
    "HTTPRoute",
    "shop",
    "web",
    `{parentRefs: [{name: edge, namespace: edge}], ${more}rules: [{filters: [{type: RequestRedirect, requestRedirect: {${redirect}}}]}]}`,
  );
const https = (hostname: string) =>
  edgeGateway(
    `{name: https, port: 443, protocol: HTTPS, ${hostname}tls: {certificateRefs: [{name: c}]}}`,
    "",
    "other",
  );
const found = "warning HTTPRoute web spec.rules[0].filters[0].requestRedirect.scheme";

meshCases(redirectToClosedPort, {
  "finds a host that nobody takes": {
    yaml: edge + route(),
    says: [found],
    messages: ['no Gateway that is declared takes "a.b.c" by HTTPS'],
  },
  "finds one that another listener is not for": {
    yaml: edge + https("hostname: x.b.c, ") + route(),
    says: [found],
  },
  "takes a listener for it, in whatever Gateway": {
    yaml: edge + https("hostname: a.b.c, ") + route(),
  },
  "takes a wildcard, and a listener for all": {
    yaml:
      edge +
      https('hostname: "*.b.c", ') +
      route() +
      route("scheme: https", "").replace("name: web,", "name: w,"),
  },
  "takes a Gateway of the other API": {
    yaml:
      edge +
      istio(
        "Gateway",
        "edge",
        "g",
        "{selector: {a: b}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [./a.b.c], tls: {mode: SIMPLE, credentialName: c}}]}",
      ) +
      route(),
  },
  "takes a redirect elsewhere": {
    yaml:
      edge +
      route("scheme: https, hostname: x.y") +
      route("scheme: https, port: 8443").replace("name: web,", "name: w,") +
      route("path: {type: ReplaceFullPath, replaceFullPath: /a}").replace("name: web,", "name: v,"),
  },
  "leaves Gateways alone that are others' or not declared": {
    yaml: route() + edge.replace("name: edge,", "name: e,").replace("Name: istio", "Name: nginx"),
  },
});

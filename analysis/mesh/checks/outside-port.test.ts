import { gatewayApiObject, istio, meshCases, namespace } from "../../../test/support/mesh-cases";
import { plainAtTlsPort, tlsToPlainPort } from "./outside-port";

const host = "api.example.net";
const entry = (ports: string, more = "resolution: DNS") =>
  istio("ServiceEntry", "a", "e", `{hosts: [${host}], ports: [${ports}], ${more}}`);
const plain = entry("{number: 80, name: http, protocol: HTTP}");
const secure = entry("{number: 443, name: http, protocol: HTTP}");
const rule = (trafficPolicy: string, name = host) =>
  istio("DestinationRule", "a", "r", `{host: "${name}", trafficPolicy: ${trafficPolicy}}`);
const simple = "{tls: {mode: SIMPLE}}";
const route = istio(
  "VirtualService",
  "a",
  "v",
  `{hosts: [${host}], http: [{route: [{destination: {host: ${host}, port: {number: 443}}}]}]}`,
);
const started = ["warning DestinationRule r spec.trafficPolicy.tls.mode"];

meshCases(tlsToPlainPort, {
  "finds TLS to port 80": {
    yaml: plain + rule(simple),
    says: started,
    related: [["ServiceEntry e.a"]],
  },
  "finds it in settings for the port": {
    yaml:
      plain +
      rule("{portLevelSettings: [{port: {number: 80}, tls: {mode: MUTUAL, credentialName: c}}]}"),
    says: ["warning DestinationRule r spec.trafficPolicy.portLevelSettings[0].tls.mode"],
  },
  "takes settings for the port that turn it off": {
    yaml:
      plain +
      rule(
        "{tls: {mode: SIMPLE}, portLevelSettings: [{port: {number: 80}, tls: {mode: DISABLE}}]}",
      ),
  },
  "takes settings for another port": {
    yaml: plain + rule("{portLevelSettings: [{port: {number: 443}, tls: {mode: SIMPLE}}]}"),
  },
  "takes a targetPort": {
    yaml: entry("{number: 80, name: http, protocol: HTTP, targetPort: 8443}") + rule(simple),
  },
  "takes a route that leads elsewhere": { yaml: plain + route + rule(simple) },
  "takes ports of endpoints": {
    yaml:
      entry(
        "{number: 80, name: http, protocol: HTTP}",
        "resolution: STATIC, endpoints: [{address: 192.0.2.1, ports: {http: 443}}]",
      ) + rule(simple),
  },
  "takes mutual TLS of the mesh": { yaml: plain + rule("{tls: {mode: ISTIO_MUTUAL}}") },
  "takes a port that is not HTTP": {
    yaml: entry("{number: 80, name: tcp, protocol: TCP}") + rule(simple),
  },
  "takes TLS for a subset": {
    yaml:
      plain +
      istio(
        "DestinationRule",
        "a",
        "r",
        `{host: ${host}, subsets: [{name: s, labels: {a: b}, trafficPolicy: ${simple}}]}`,
      ),
  },
});

const said = ["warning ServiceEntry e spec.ports[0].protocol"];

meshCases(plainAtTlsPort, {
  "finds HTTP at port 443": { yaml: secure, says: said },
  "finds it where a rule turns TLS off": {
    yaml: secure + rule("{tls: {mode: DISABLE}}"),
    says: said,
  },
  "finds it where a rule is for another host": {
    yaml: secure + rule(simple, "api.example.org"),
    says: said,
  },
  "finds it where a rule starts TLS to another port": {
    yaml: secure + rule("{portLevelSettings: [{port: {number: 80}, tls: {mode: SIMPLE}}]}"),
    says: said,
  },
  "takes a rule of a wildcard that starts TLS": { yaml: secure + rule(simple, "*.example.net") },
  "takes a rule in another namespace": {
    yaml: namespace("b") + secure + rule(simple).replace("namespace: a", "namespace: b"),
  },
  "takes HTTPS": { yaml: entry("{number: 443, name: https, protocol: HTTPS}") },
  "takes a targetPort": {
    yaml: entry("{number: 443, name: http, protocol: HTTP, targetPort: 8080}"),
  },
  "takes a host that routes are for": { yaml: secure + route },
  "takes Pods": {
    yaml: entry(
      "{number: 443, name: http, protocol: HTTP}",
      "resolution: STATIC, workloadSelector: {labels: {app: a}}",
    ),
  },
  "takes a BackendTLSPolicy of the ServiceEntry": {
    yaml:
      secure +
      gatewayApiObject(
        "BackendTLSPolicy",
        "a",
        "b",
        "{targetRefs: [{group: networking.istio.io, kind: ServiceEntry, name: e}], validation: {hostname: api.example.net, wellKnownCACertificates: System}}",
      ),
  },
});

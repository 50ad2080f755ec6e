import { gatewayApiObject, istio, meshCases } from "../../../test/support/mesh-cases";
import { originalPort } from "./original-port";
import { tlsTwice } from "./tls-twice";

const entry = (ports: string, more = "resolution: DNS") =>
  istio(
    "ServiceEntry",
    "shop",
    "e",
    `{hosts: [a.example.com], location: MESH_EXTERNAL, ${more}, ports: [${ports}]}`,
  );
const meshConfig = (text: string) => `---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data: {mesh: "${text}"}
`;
const http = "{number: 80, name: http, protocol: HTTP}";
const https = "{number: 443, name: https, protocol: HTTPS}";
const rule = (spec: string) =>
  istio("DestinationRule", "shop", "d", `{host: a.example.com, ${spec}}`);
const simple = rule("trafficPolicy: {tls: {mode: SIMPLE}}");
const ofPort = (port: number) =>
  rule(
    `trafficPolicy: {portLevelSettings: [{port: {number: ${port}}, tls: {mode: MUTUAL, clientCertificate: a, privateKey: b}}]}`,
  );
const route = (destination: string, more = "") =>
  istio(
    "VirtualService",
    "shop",
    "v",
    `{hosts: [a.example.com], http: [{${more}route: [{destination: {host: a.example.com, ${destination}}}]}]}`,
  );
const twice = "warning DestinationRule d spec.trafficPolicy";

meshCases(tlsTwice, {
  "finds it for one port": {
    yaml: entry(`${http}, ${https}`) + ofPort(443),
    says: [`${twice}.portLevelSettings[0].tls.mode`],
    messages: [
      'clients speak TLS to port 443 of "a.example.com" themselves, as its protocol HTTPS says, and mode MUTUAL puts TLS around it once more',
    ],
  },
  "takes another port": { yaml: entry(`${http}, ${https}`) + ofPort(80) },
  "takes a rule for ports of both kinds": { yaml: entry(`${http}, ${https}`) + simple },
  "takes a port to which plain requests are routed": {
    yaml:
      entry(`${http}, ${https}`) +
      ofPort(443) +
      route("port: {number: 443}", "match: [{port: 80}], "),
  },
  "takes a subset to which they are routed": {
    yaml:
      entry(https) +
      rule("trafficPolicy: {tls: {mode: SIMPLE}}, subsets: [{name: out}]") +
      route("subset: out, port: {number: 443}"),
  },
  "finds it beside a route to another port": {
    yaml: entry(`${http}, ${https}`) + ofPort(443) + route("port: {number: 80}"),
    says: [`${twice}.portLevelSettings[0].tls.mode`],
  },
  "takes a host that a route of the Gateway API goes to": {
    yaml:
      entry(https) +
      simple +
      gatewayApiObject(
        "HTTPRoute",
        "shop",
        "r",
        "{parentRefs: [{name: w}], rules: [{backendRefs: [{group: networking.istio.io, kind: Hostname, name: a.example.com, port: 443}]}]}",
      ),
  },
  "takes a host to which proxies send spans": {
    yaml:
      meshConfig(
        "extensionProviders: [{name: spans, opentelemetry: {service: shop/a.example.com, port: 443}}]",
      ) +
      entry(https) +
      simple,
  },
  "takes TLS of the mesh's own": {
    yaml: entry(https) + rule("trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}"),
  },
  "leaves a host alone that is not declared": { yaml: simple },
});

const kept = entry(`${http}, ${https}`, "resolution: NONE");
const port443 = "port: {number: 443}";
const changed = "warning VirtualService v spec.http[0].route[0].destination.port.number";

meshCases(originalPort, {
  "finds a port that is changed": {
    yaml: kept + route(port443, "match: [{port: 80}], "),
    says: [changed],
    messages: [
      'connections to port 80 stay at port 80: "a.example.com" has resolution NONE, by which the proxy calls the address and port that the client called',
    ],
  },
  "finds it where no resolution is written": {
    yaml: entry(`${http}, ${https}`, "exportTo: ['*']") + route(port443, "match: [{port: 80}], "),
    says: [changed],
  },
  "takes the port itself": { yaml: kept + route(port443, "match: [{port: 443}], ") },
  "takes matches of which one names no port": {
    yaml: kept + route(port443, "match: [{port: 80}, {uri: {exact: /}}], "),
  },
  "takes a route for all ports": { yaml: kept + route(port443) },
  "takes another port of the server": {
    yaml:
      entry(
        `${http}, {number: 443, name: https, protocol: HTTPS, targetPort: 8443}`,
        "resolution: NONE",
      ) + route(port443, "match: [{port: 80}], "),
  },
  "takes a host of which another ServiceEntry knows the address": {
    yaml:
      kept +
      entry(`${http}, ${https}`).replace("name: e", "name: f") +
      route(port443, "match: [{port: 80}], "),
  },
  "leaves gateways alone": {
    yaml:
      kept +
      route(port443, "match: [{port: 80}], ").replace(
        "hosts: [a.example.com], http",
        "hosts: [a.example.com], gateways: [g], http",
      ),
  },
});

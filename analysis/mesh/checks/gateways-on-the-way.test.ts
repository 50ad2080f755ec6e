import { gatewayApiObject, istio, meshCases, service } from "../../../test/support/mesh-cases";
import { eastWestPassthrough } from "./east-west-passthrough";
import { egressLeg } from "./egress-leg";

const pods = `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: x, namespace: x}
spec: {template: {metadata: {labels: {app: x}, annotations: {inject.istio.io/templates: gateway}}, spec: {}}}
`;
const gateway = istio(
  "Gateway",
  "x",
  "g",
  "{selector: {app: x}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ['*']}]}",
);
const way = pods + service("x", "x") + gateway;
const out = "route: [{destination: {host: x.x.svc.cluster.local}}]";
const on = "route: [{destination: {host: o.example.com}}]";
const routes = (http: string, gateways = "mesh, g", hosts = "o.example.com", name = "v") =>
  istio(
    "VirtualService",
    "x",
    name,
    `{hosts: ["${hosts}"], gateways: [${gateways}], http: [${http}]}`,
  );
const lost = ["error VirtualService v spec.http[0].route[0].destination.host"];
const inMesh = `{match: [{gateways: [mesh]}], ${out}}`;

meshCases(egressLeg, {
  "finds that the gateway is left out": { yaml: way + routes(inMesh), says: lost },
  "finds that no gateway is named": {
    yaml: way + routes(`{${out}}`, "mesh"),
    says: lost,
    related: [["Deployment x.x"]],
  },
  "finds rules for another host": {
    yaml: way + routes(inMesh) + routes(`{${on}}`, "g", "p.example.com", "w"),
    says: lost,
  },
  "finds rules at another gateway": {
    yaml: way + routes(inMesh, "mesh") + routes(`{${on}}`, "y/other", "o.example.com", "w"),
    says: lost,
  },
  "takes a rule for the gateway": {
    yaml: way + routes(`${inMesh}, {match: [{gateways: [x/g]}], ${on}}`),
  },
  "takes a rule of another VirtualService": {
    yaml: way + routes(inMesh, "mesh") + routes(`{${on}}`, "g", "*.example.com", "w"),
  },
  "takes a rule for everybody": { yaml: way + routes(`{match: [{uri: {prefix: /a}}], ${out}}`) },
  "takes routes that are not of the mesh": { yaml: way + routes(`{${out}}`, "y/other") },
  "takes the gateway's own name": {
    yaml: way + routes(`{${out}}`, "mesh", "x.x.svc.cluster.local"),
  },
  "takes what is no gateway": {
    yaml: way.replace("inject.istio.io/templates: gateway", "") + routes(inMesh),
  },
  "takes another host that the gateway is given": {
    yaml: way + routes(`{rewrite: {authority: p.example.com}, ${out}}`, "mesh"),
  },
  "leaves a gateway of the other API to its own routes": {
    yaml:
      way +
      routes(`{${out}}`, "mesh") +
      gatewayApiObject(
        "Gateway",
        "x",
        "h",
        "{gatewayClassName: istio, addresses: [{value: x.x.svc.cluster.local, type: Hostname}], listeners: [{name: http, port: 80, protocol: HTTP}]}",
      ),
  },
});

const server = (mode: string, hosts: string) =>
  istio(
    "Gateway",
    "x",
    "g",
    `{selector: {app: x}, servers: [{port: {number: 15443, name: tls, protocol: TLS}, hosts: [${hosts}], tls: {mode: ${mode}}}]}`,
  );
const mode = 'error Gateway g spec.servers[0].tls.mode = "AUTO_PASSTHROUGH"';

meshCases(eastWestPassthrough, {
  "finds each way to name all Services": {
    yaml: server("PASSTHROUGH", "a.example.com, '*.svc.cluster.local'"),
    says: [mode],
  },
  "finds one with namespaces before it": {
    yaml: server("PASSTHROUGH", "'*/*.cluster.local'"),
    says: [mode],
  },
  "takes AUTO_PASSTHROUGH": { yaml: server("AUTO_PASSTHROUGH", "'*.local'") },
  "takes all hosts there are, and those of one namespace": {
    yaml: server("PASSTHROUGH", "'*', '*.a.svc.cluster.local'"),
  },
  "takes routes of a VirtualService": {
    yaml:
      server("PASSTHROUGH", "'*.local'") +
      istio(
        "VirtualService",
        "x",
        "v",
        "{hosts: [a.b.svc.cluster.local], gateways: [g], tls: [{match: [{sniHosts: [a.b.svc.cluster.local]}], route: [{destination: {host: a.b.svc.cluster.local}}]}]}",
      ),
  },
});

import { gatewayApiObject, istio, meshCases } from "../../../test/support/mesh-cases";
import { certificateHost } from "./certificate-host";

const certificate = (names: string, name = "c", more = "") => `---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: ${name}, namespace: a}
spec: {secretName: ${name}, dnsNames: [${names}]${more}}
`;
const pods = (namespace = "a") => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: g, namespace: ${namespace}}
spec: {template: {metadata: {labels: {app: g}, annotations: {inject.istio.io/templates: gateway}}, spec: {}}}
`;
const gateway = (hosts: string, tls = "mode: SIMPLE, credentialName: c") =>
  istio(
    "Gateway",
    "a",
    "g",
    `{selector: {app: g}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [${hosts}], tls: {${tls}}}]}`,
  );
const listener = (hostname: string) =>
  gatewayApiObject(
    "Gateway",
    "a",
    "g",
    `{gatewayClassName: istio, listeners: [{name: x, port: 443, protocol: HTTPS${hostname}, tls: {certificateRefs: [{name: c}]}}]}`,
  );
const at = (i: number) => `warning Gateway g spec.servers[0].hosts[${i}]`;

meshCases(certificateHost, {
  "finds each host": {
    yaml:
      pods() +
      certificate("a.example.com") +
      gateway("b.example.com, a.example.com, '*/c.example.com'"),
    says: [at(0), at(2)],
    messages: [
      '"b.example.com": the certificate of Certificate c.a is for a.example.com only',
      '"c.example.com": the certificate of Certificate c.a is for a.example.com only',
    ],
  },
  "finds that a wildcard is for one part": {
    yaml: pods() + certificate("'*.example.com'") + gateway("a.b.example.com"),
    says: [at(0)],
  },
  "finds that a wildcard is not for the domain": {
    yaml: pods() + certificate("'*.example.com'") + gateway("example.com"),
    says: [at(0)],
  },
  "finds a wildcard of another domain": {
    yaml: pods() + certificate("a.example.com") + gateway("'*.example.org'"),
    says: [at(0)],
  },
  "finds a listener's hostname": {
    yaml: certificate("a.example.com") + listener(", hostname: b.example.com"),
    says: ["warning Gateway g spec.listeners[0].hostname"],
    related: [["Certificate c.a"]],
  },
  "takes one of several certificates": {
    yaml:
      pods() +
      certificate("a.example.com") +
      certificate("b.example.com", "d") +
      gateway("b.example.com", "mode: SIMPLE, credentialNames: [c, d]"),
  },
  "takes a server for more than its certificate": {
    yaml: pods() + certificate("a.example.com") + gateway("'*.example.com', '*'"),
  },
  "takes a listener for all hostnames": { yaml: certificate("a.example.com") + listener("") },
  "takes its wildcard": {
    yaml: certificate("'*.example.com'") + listener(", hostname: '*.example.com'"),
  },
  "does not know of a certificate without names": {
    yaml: pods() + certificate("", "c", ", commonName: a.example.com") + gateway("b.example.com"),
  },
  "does not know of Pods in several namespaces": {
    yaml: pods() + pods("b") + certificate("a.example.com") + gateway("b.example.com"),
  },
  "does not know of a Secret that nobody declares": { yaml: pods() + gateway("b.example.com") },
});

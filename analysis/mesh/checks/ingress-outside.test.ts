import { deployment, istio, meshCases, namespace, service } from "../../../test/support/mesh-cases";
import { ingressOutside } from "./ingress-outside";
import { scrapeStrict } from "./scrape-strict";

const strict = (more = "mtls: {mode: STRICT}") =>
  istio("PeerAuthentication", "a", "p", `{${more}}`);
const server =
  namespace("a", "istio-injection: enabled") +
  service("a", "w", "{port: 80, name: http, targetPort: 8080}").replace(
    "namespace: a}",
    "namespace: a, labels: {app: w}}",
  ) +
  deployment("a", "w", "app: w");
const past = (yaml: string) =>
  yaml.replace(
    "metadata: {labels: {app: w}}",
    'metadata: {labels: {app: w}, annotations: {traffic.sidecar.istio.io/excludeInboundPorts: "8080"}}',
  );
const controller = (labels = "", name = "traefik") =>
  namespace("c", labels) + deployment("c", name, `app: ${name}`);
const ingress = (port = "number: 80", spec = "ingressClassName: other, ") => `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: i, namespace: a}
spec: {${spec}rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: w, port: {${port}}}}}]}}]}
`;
const found = ["error Ingress i spec.rules[0].http.paths[0].backend.service.name"];

meshCases(ingressOutside, {
  "finds a port by its number and by its name": {
    yaml:
      server +
      strict() +
      controller() +
      ingress() +
      ingress("name: http").replace("name: i", "name: j"),
    says: [...found, found[0]?.replace("Ingress i", "Ingress j") ?? ""],
    related: [
      ["Deployment traefik.c", "Deployment w.a", "PeerAuthentication p.a"],
      ["Deployment traefik.c", "Deployment w.a", "PeerAuthentication p.a"],
    ],
  },
  "takes a controller in the mesh": {
    yaml: server + strict() + controller("istio-injection: enabled") + ingress(),
  },
  "takes controllers of which one is in the mesh": {
    yaml:
      server +
      strict() +
      controller() +
      namespace("d", "istio-injection: enabled") +
      deployment("d", "contour", "app: contour") +
      ingress(),
  },
  "does not know of a controller that nobody declares": { yaml: server + strict() + ingress() },
  "takes a controller of whose namespace nothing is known": {
    yaml: server + strict() + deployment("c", "traefik", "app: traefik") + ingress(),
  },
  "takes PERMISSIVE ports": {
    yaml:
      server +
      strict(
        "selector: {matchLabels: {app: w}}, mtls: {mode: STRICT}, portLevelMtls: {8080: {mode: PERMISSIVE}}",
      ) +
      controller() +
      ingress(),
  },
  "takes Istio's own": {
    yaml: server + strict() + controller() + ingress("number: 80", "ingressClassName: istio, "),
  },
  "takes another port": { yaml: server + strict() + controller() + ingress("number: 81") },
  "takes a class of another controller than the one there is": {
    yaml: server + strict() + controller() + ingress("number: 80", "ingressClassName: nginx, "),
  },
  "knows a controller by what its class is for": {
    yaml:
      server +
      strict() +
      controller("", "ingress-nginx-controller") +
      "---\napiVersion: networking.k8s.io/v1\nkind: IngressClass\nmetadata: {name: public}\nspec: {controller: k8s.io/ingress-nginx}\n" +
      ingress("number: 80", "ingressClassName: public, "),
    says: found,
  },
  "takes a port past the sidecar": {
    yaml: past(server) + strict() + controller() + ingress(),
  },
});

const prometheus = (labels = "") =>
  namespace("m", labels) + deployment("m", "prometheus", "app: p");
const monitor = (endpoint: string, spec = "namespaceSelector: {matchNames: [a]}, ") => `---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: s, namespace: m}
spec: {${spec}selector: {matchLabels: {app: w}}, endpoints: [${endpoint}]}
`;
const refused = ["warning ServiceMonitor s spec.endpoints[0]"];
const any = "namespaceSelector: {any: true}, ";

meshCases(scrapeStrict, {
  "finds a port by its name": {
    yaml: server + strict() + prometheus() + monitor("{port: http}"),
    says: refused,
    related: [["Deployment w.a", "PeerAuthentication p.a"]],
  },
  "finds a port of the Pods, in all namespaces": {
    yaml: server + strict() + prometheus() + monitor("{targetPort: 8080}", any),
    says: refused,
  },
  "takes a Prometheus in the mesh": {
    yaml: server + strict() + prometheus("istio-injection: enabled") + monitor("{port: http}"),
  },
  "does not know of a Prometheus that nobody declares": {
    yaml: server + strict() + monitor("{port: http}"),
  },
  "takes mutual TLS": {
    yaml: server + strict() + prometheus() + monitor("{port: http, scheme: https}"),
  },
  "takes PERMISSIVE": {
    yaml: server + strict("mtls: {mode: PERMISSIVE}") + prometheus() + monitor("{port: http}"),
  },
  "takes the proxy's metrics": {
    yaml:
      server.replace("targetPort: 8080", "targetPort: 15020") +
      strict() +
      prometheus() +
      monitor("{port: http}"),
  },
  "takes its own namespace alone where it says no other": {
    yaml: server + strict() + prometheus() + monitor("{port: http}", ""),
  },
  "takes other Services": {
    yaml:
      server.replace("labels: {app: w}}\nspec: {selector", "labels: {app: x}}\nspec: {selector") +
      strict() +
      prometheus() +
      monitor("{port: http}"),
  },
  "takes a Prometheus whose Pods are labelled into the mesh": {
    yaml:
      server +
      strict() +
      namespace("m") +
      "---\napiVersion: monitoring.coreos.com/v1\nkind: Prometheus\nmetadata: {name: p, namespace: m}\nspec: {podMetadata: {labels: {sidecar.istio.io/inject: 'true'}}}\n" +
      monitor("{port: http}"),
  },
  "takes an address that is put in place of the port's": {
    yaml:
      server +
      strict() +
      prometheus() +
      monitor("{port: http, relabelings: [{targetLabel: __address__, replacement: '$1:15020'}]}"),
  },
  "takes a port past the sidecar": {
    yaml: past(server) + strict() + prometheus() + monitor("{port: http}"),
  },
  "takes a scheme in capitals": {
    yaml: server + strict() + prometheus() + monitor("{port: http, scheme: HTTPS}"),
  },
});

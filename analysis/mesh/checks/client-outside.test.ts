import { istio, meshCases, namespace, service } from "../../../test/support/mesh-cases";
import { clientOutside } from "./client-outside";

const pod = (place: string, name: string, spec: string, labels = "") => `---
apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: ${place}, labels: {app: ${name}${labels}}}
spec: ${spec}
`;
const server = pod("bank", "ledger", "{containers: [{name: a, ports: [{containerPort: 8080}]}]}");
const strict = istio("PeerAuthentication", "bank", "default", "{mtls: {mode: STRICT}}");
const bank =
  namespace("bank", "istio-injection: enabled") +
  service("bank", "ledger", "{port: 80, targetPort: 8080, name: http}") +
  server;
const calling = (value: string) =>
  `{containers: [{name: a, env: [{name: URL, value: "${value}"}]}]}`;
const client = (value: string) => namespace("old") + pod("old", "x", calling(value));
const found = "error Pod x metadata.labels";

meshCases(clientOutside, {
  "finds the address of a Service": {
    yaml: bank + strict + client("http://ledger.bank:80/v1"),
    says: [found],
  },
  "finds its full name": {
    yaml: bank + strict + client("ledger.bank.svc.cluster.local:80"),
    says: [found],
  },
  "leaves a longer name alone": { yaml: bank + strict + client("http://myledger.bank/v1") },
  "leaves a name of another namespace alone": {
    yaml: bank + strict + client("http://ledger.bankers/"),
  },
  "reads short names in their own namespace": {
    yaml:
      bank +
      strict +
      pod(
        "bank",
        "x",
        calling("http://ledger/v1"),
        ', sidecar.istio.io/inject: "false", istio.io/dataplane-mode: none',
      ),
    says: [found],
  },
  "leaves a plain word alone": {
    yaml: bank + strict + pod("bank", "x", calling("ledger"), ', sidecar.istio.io/inject: "false"'),
  },
  "takes plain text where it is taken": { yaml: bank + client("http://ledger.bank/") },
  "takes a client whose namespace nobody declares": {
    yaml: bank + strict + pod("old", "x", calling("http://ledger.bank/")),
  },
  "takes a client in the mesh": {
    yaml:
      bank +
      strict +
      namespace("old", "istio.io/dataplane-mode: ambient") +
      pod("old", "x", calling("http://ledger.bank/")),
  },
  "warns of whoever is there to call others": {
    yaml:
      bank +
      strict +
      namespace("old") +
      pod("old", "x", "{containers: [{name: a, image: curlimages/curl}]}"),
    says: ["warning Pod x metadata.labels"],
  },
  "leaves such a one alone where nothing is strict": {
    yaml: bank + namespace("old") + pod("old", "sleep", "{containers: [{name: a}]}"),
  },
  "finds STRICT of the whole mesh": {
    yaml:
      bank +
      istio("PeerAuthentication", "istio-system", "default", "{mtls: {mode: STRICT}}") +
      client("http://ledger.bank/"),
    says: [found],
  },
  "takes what a workload says for itself": {
    yaml:
      bank +
      strict +
      istio(
        "PeerAuthentication",
        "bank",
        "ledger",
        "{selector: {matchLabels: {app: ledger}}, mtls: {mode: PERMISSIVE}}",
      ) +
      client("http://ledger.bank/"),
  },
  "goes by the namespace where a workload leaves it open": {
    yaml:
      bank +
      strict +
      istio(
        "PeerAuthentication",
        "bank",
        "ledger",
        "{selector: {matchLabels: {app: ledger}}, mtls: {mode: UNSET}}",
      ) +
      client("http://ledger.bank/"),
    says: [found],
  },
  "names both sides, and whoever made it strict": {
    yaml: bank + strict + client("http://ledger.bank/"),
    says: [found],
    messages: [
      'Pod x.old is outside the mesh and calls "http://ledger.bank/"; Pod ledger.bank takes mutual TLS alone, as PeerAuthentication default.bank says: enrol namespace old, or make the port PERMISSIVE',
    ],
    related: [["Pod ledger.bank", "PeerAuthentication default.bank"]],
  },
  "takes a server outside the mesh": {
    yaml: bank.replace("istio-injection: enabled", "") + strict + client("http://ledger.bank/"),
  },
  "takes a gateway, which plain text may come to": {
    yaml:
      bank.replace(
        "name: ledger, namespace: bank, labels: {app: ledger}",
        "name: ledger, namespace: bank, labels: {app: ledger}, annotations: {inject.istio.io/templates: gateway}",
      ) +
      strict +
      client("http://ledger.bank/"),
  },
  "takes a Service with a port for plain text beside the strict one": {
    yaml:
      bank.replace("name: http}", "name: http}, {port: 90, targetPort: 9090, name: http-plain}") +
      istio(
        "PeerAuthentication",
        "bank",
        "ledger",
        "{selector: {matchLabels: {app: ledger}}, mtls: {mode: STRICT}, portLevelMtls: {9090: {mode: PERMISSIVE}}}",
      ) +
      client("http://ledger.bank/"),
  },
  "tells of a call that is named, and not of others that may be made": {
    yaml:
      bank +
      strict +
      namespace("old") +
      pod(
        "old",
        "x",
        '{containers: [{name: a, image: curlimages/curl, args: ["http://ledger.bank/"]}]}',
      ),
    says: [found],
  },
});

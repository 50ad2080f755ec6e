import { deployment, istio, meshCases, namespace, service } from "../../../test/support/mesh-cases";
import { Scope } from "../scope";
import { identityWithoutMutualTls } from "./identity-without-mutual-tls";

const inside = namespace("shop", "istio-injection: enabled");
const pods = service("shop", "web") + deployment("shop", "web", "app: web");
const policy = (spec = "", place = "shop") =>
  istio(
    "AuthorizationPolicy",
    place,
    "p",
    `{${spec}rules: [{from: [{source: {namespaces: [shop]}}]}]}`,
  );
const chosen = "selector: {matchLabels: {app: web}}, ";
const peer = (name: string, spec: string, place = "shop") =>
  istio("PeerAuthentication", place, name, spec);
const rule = (host: string, mode: string, place = "shop", name = "r") =>
  istio("DestinationRule", place, name, `{host: ${host}, trafficPolicy: {tls: {${mode}}}}`);
const off = `---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data: {mesh: "enableAutoMtls: false"}
`;
const found = "error AuthorizationPolicy p spec.rules[0].from[0].source.namespaces";
const asOff =
  "is called in plain text, as enableAutoMtls is off and no DestinationRule says ISTIO_MUTUAL, so that nobody who calls has an identity";

meshCases(identityWithoutMutualTls, {
  "takes what sidecars choose themselves": { yaml: inside + pods + policy() },
  "finds clients that are told to speak plain text": {
    yaml: inside + pods + rule("web", "mode: DISABLE") + policy(),
    says: [found],
    messages: [
      "Deployment web.shop is called without mutual TLS, by DestinationRule r.shop, so that nobody who calls has an identity",
    ],
  },
  "finds clients that are told to speak other TLS": {
    yaml: inside + pods + rule("web", "mode: SIMPLE") + policy(),
    says: [found],
  },
  "reads settings without a mode as plain text": {
    yaml: inside + pods + rule("web", "sni: web") + policy(),
    says: [found],
  },
  "finds a rule for the whole mesh": {
    yaml: inside + pods + rule("'*.local'", "mode: DISABLE", "istio-system") + policy(),
    says: [found],
  },
  "takes plain text of the own namespace alone, where others follow their own rule": {
    yaml:
      inside +
      pods +
      rule("web", "mode: DISABLE") +
      namespace("bank", "istio-injection: enabled") +
      rule("web.shop.svc.cluster.local", "mode: ISTIO_MUTUAL", "bank") +
      policy(),
  },
  "takes plain text of the own namespace alone, where others do not see the rule": {
    yaml:
      inside +
      pods +
      rule("web", "mode: DISABLE").replace("{host", "{exportTo: ['.'], host") +
      policy(),
  },
  "takes the nearer rule": {
    yaml:
      inside +
      pods +
      rule("'*.shop.svc.cluster.local'", "mode: DISABLE") +
      rule("web", "mode: ISTIO_MUTUAL", "shop", "near") +
      policy(),
  },
  "takes a rule for another host": {
    yaml: inside + pods + service("shop", "b") + rule("b", "mode: DISABLE") + policy(),
  },
  "takes Pods that one of their Services is mutual for": {
    yaml:
      inside +
      pods +
      service("shop", "web").replace("name: web", "name: also") +
      rule("web", "mode: DISABLE") +
      policy(),
  },
  "finds plain text where nothing is chosen by sidecars": {
    yaml: off + inside + pods + policy(),
    says: [found],
    messages: [`Deployment web.shop ${asOff}`],
  },
  "takes a rule where nothing is chosen by sidecars": {
    yaml: off + inside + pods + rule("web", "mode: ISTIO_MUTUAL") + policy(),
  },
  "goes by the namespace where no Pods are declared": {
    yaml: inside + peer("d", "{mtls: {mode: DISABLE}}") + policy(chosen),
    says: [found],
    messages: [
      "what runs in namespace shop has mutual TLS turned off by PeerAuthentication d.shop, so that nobody who calls has an identity",
    ],
  },
  "goes by the mesh where the namespace says nothing": {
    yaml: peer("d", "{mtls: {mode: DISABLE}}", "istio-system") + policy(),
    says: [found],
  },
  "goes by what is for the labels where no Pods are declared": {
    yaml: peer("d", `{${chosen}mtls: {mode: DISABLE}}`) + policy(chosen),
    says: [found],
  },
  "takes another mode for the labels": {
    yaml:
      peer("d", "{mtls: {mode: DISABLE}}") +
      peer("e", `{${chosen}mtls: {mode: PERMISSIVE}}`) +
      policy(chosen),
  },
  "takes no mode for the labels as that of the namespace": {
    yaml:
      peer("d", "{mtls: {mode: DISABLE}}") +
      peer("e", `{${chosen}mtls: {mode: UNSET}}`) +
      policy(chosen),
    says: [found],
  },
  "reads rules for the namespace where no Services are declared": {
    yaml: rule("'*.shop.svc.cluster.local'", "mode: DISABLE") + policy(),
    says: [found],
  },
  "reads rules for the Services of the labels where no Pods are declared": {
    yaml: service("shop", "web") + rule("web", "mode: DISABLE") + policy(chosen),
    says: [found],
  },
  "leaves a namespace of ztunnel alone": {
    yaml:
      namespace("shop", "istio.io/dataplane-mode: ambient") +
      peer("d", "{mtls: {mode: DISABLE}}") +
      policy(),
  },
  "leaves a policy for the whole mesh alone where no Pods are declared": {
    yaml: peer("d", "{mtls: {mode: DISABLE}}", "istio-system") + policy("", "istio-system"),
    scope: Scope.Cluster,
  },
  "leaves what is attached by name alone": {
    yaml:
      peer("d", "{mtls: {mode: DISABLE}}") +
      policy("targetRefs: [{group: '', kind: Service, name: web}], "),
  },
  "leaves gateways alone, whose clients are outside": {
    yaml:
      off +
      inside +
      deployment("shop", "edge", "istio: ingressgateway, sidecar.istio.io/inject: 'true'").replace(
        "template: {metadata: {",
        "template: {metadata: {annotations: {inject.istio.io/templates: gateway}, ",
      ) +
      policy(),
  },
});

const edge = `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: edge, namespace: shop}
spec:
  template:
    metadata: {labels: {istio: edge}, annotations: {inject.istio.io/templates: gateway}}
    spec: {containers: [{name: istio-proxy, image: auto}]}
`;
const server = (name: string, protocol: string, tls = "") =>
  istio(
    "Gateway",
    "shop",
    name,
    `{selector: {istio: edge}, servers: [{port: {number: 443, name: x, protocol: ${protocol}}, hosts: ["*"]${tls && `, tls: {${tls}}`}}]}`,
  );
const atEdge = policy("selector: {matchLabels: {istio: edge}}, ");
const anonymous = [found.replace("error", "warning")];

meshCases(identityWithoutMutualTls, {
  "finds a gateway that passes TLS on": {
    yaml: edge + server("a", "TLS", "mode: PASSTHROUGH") + atEdge,
    says: anonymous,
    messages: [
      "Deployment edge.shop has no server that reads certificates of clients (MUTUAL, ISTIO_MUTUAL), so that nobody who calls has an identity",
    ],
    related: [["Deployment edge.shop"]],
  },
  "finds a gateway for plain text and for TLS of its own": {
    yaml:
      edge + server("a", "HTTP") + server("b", "HTTPS", "mode: SIMPLE, credentialName: c") + atEdge,
    says: anonymous,
  },
  "takes one at which some clients are known": {
    yaml:
      edge +
      server("a", "TLS", "mode: PASSTHROUGH") +
      server("b", "HTTPS", "mode: ISTIO_MUTUAL") +
      atEdge,
  },
  "takes one whose clients may show certificates": {
    yaml: edge + server("a", "HTTPS", "mode: OPTIONAL_MUTUAL, credentialName: c") + atEdge,
  },
  "takes one of which no server is known": { yaml: edge + atEdge },
  "takes one beside other workloads of the policy": {
    yaml: inside + pods + edge + server("a", "HTTP") + policy(),
  },
  "takes a server name, which a gateway sees": {
    yaml:
      edge +
      server("a", "TLS", "mode: PASSTHROUGH") +
      istio(
        "AuthorizationPolicy",
        "shop",
        "p",
        "{selector: {matchLabels: {istio: edge}}, rules: [{when: [{key: connection.sni, values: [a]}]}]}",
      ),
  },
});

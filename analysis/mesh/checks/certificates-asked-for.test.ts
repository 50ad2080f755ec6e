import { gatewayApiObject, istio, meshCases } from "../../../test/support/mesh-cases";
import { Scope } from "../scope";
import { backendCa } from "./backend-ca";
import { challengeListener } from "./challenge-listener";
import { imagePullSecret } from "./image-pull-secret";
import { issuedListener } from "./issued-listener";
import { issuerMissing } from "./issuer-missing";

const gateway = (listeners: string, annotations = "") =>
  gatewayApiObject(
    "Gateway",
    "a",
    "g",
    `{gatewayClassName: istio, listeners: [${listeners}]}`,
  ).replace("namespace: a}", `namespace: a, annotations: {${annotations}}}`);
const https = (more = "", tls = "certificateRefs: [{name: c}]") =>
  `{name: https, port: 443, protocol: HTTPS, tls: {${tls}}${more}}`;
const issued = "cert-manager.io/issuer: x";
const secret = `---
apiVersion: v1
kind: Secret
metadata: {name: c, namespace: a}
`;

meshCases(issuedListener, {
  "finds a listener without a hostname": {
    yaml: gateway(https(), issued),
    says: ["error Gateway g spec.listeners[0]"],
  },
  "finds one for an issuer of the whole cluster": {
    yaml: gateway(https(), "cert-manager.io/cluster-issuer: x"),
    says: ["error Gateway g spec.listeners[0]"],
  },
  "takes a hostname": { yaml: gateway(https(", hostname: a.example.com"), issued) },
  "takes a Gateway that is not annotated": { yaml: gateway(https()) },
  "takes a Secret that is declared": { yaml: secret + gateway(https(), issued) },
  "takes a Secret of another namespace, which is never made": {
    yaml: gateway(https("", "certificateRefs: [{name: c, namespace: b}]"), issued),
  },
  "takes a listener that passes TLS on": {
    yaml: gateway("{name: tls, port: 443, protocol: TLS, tls: {mode: Passthrough}}", issued),
  },
  "takes a Secret that another listener is issued": {
    yaml: gateway(
      `${https(", hostname: a.example.com")}, ${https().replace("https", "other").replace("443", "8443")}`,
      issued,
    ),
  },
  "does not know of the Secret of one beside listeners that are issued": {
    yaml: gateway(
      `${https(", hostname: a.example.com")}, ${https("", "certificateRefs: [{name: d}]").replace("https", "other").replace("443", "8443")}`,
      issued,
    ),
    says: ["not declared: Secret d.a"],
  },
});

const issuer = (ref: string, kind = "ClusterIssuer") => `---
apiVersion: cert-manager.io/v1
kind: ${kind}
metadata: {name: i${kind === "Issuer" ? ", namespace: a" : ""}}
spec: {acme: {solvers: [{dns01: {}}, {http01: {gatewayHTTPRoute: {parentRefs: [${ref}]}}}]}}
`;
const plain = "{name: http, port: 80, protocol: HTTP}";
const at = "spec.acme.solvers[1].http01.gatewayHTTPRoute.parentRefs[0].name";

meshCases(challengeListener, {
  "finds a Gateway with HTTPS alone": {
    yaml: gateway(https()) + issuer("{name: g, namespace: a}"),
    says: [`error ClusterIssuer i ${at}`],
    related: [["Gateway g.a"]],
  },
  "finds another port": {
    yaml: gateway(plain.replace("80", "8080")) + issuer("{name: g}", "Issuer"),
    says: [`error Issuer i ${at}`],
  },
  "finds a section that is not the one": {
    yaml: gateway(`${plain}, ${https()}`) + issuer("{name: g, sectionName: https}", "Issuer"),
    says: [`error Issuer i ${at}`],
  },
  "takes plain HTTP at port 80": {
    yaml: gateway(`${plain}, ${https()}`) + issuer("{name: g, sectionName: http}", "Issuer"),
  },
  "does not know of a Gateway that nobody declares": { yaml: issuer("{name: g}", "Issuer") },
});

const configMap = (name: string, key = "ca.crt") => `---
apiVersion: v1
kind: ConfigMap
metadata: {name: ${name}, namespace: a}
data: {${key}: x}
`;
const backend = (ref: string) =>
  gatewayApiObject(
    "BackendTLSPolicy",
    "a",
    "b",
    `{targetRefs: [{group: "", kind: Service, name: w}], validation: {hostname: w.example.com, caCertificateRefs: [${ref}]}}`,
  );
const ca = (name: string, kind = "ConfigMap") => `{group: "", kind: ${kind}, name: ${name}}`;

meshCases(backendCa, {
  "finds one that is not there": {
    yaml: configMap("other") + backend(ca("mine")),
    says: ["error BackendTLSPolicy b spec.validation.caCertificateRefs[0].name"],
  },
  "takes one that is": { yaml: configMap("mine") + backend(ca("mine")) },
  "takes those of every namespace": {
    yaml: configMap("other") + backend(ca("kube-root-ca.crt")),
  },
  "takes other kinds": { yaml: configMap("other") + backend(ca("mine", "Secret")) },
  "does not know of a namespace without ConfigMaps": {
    yaml: backend(ca("mine")),
    says: ["not declared: ConfigMap mine.a"],
  },
  "does not know what trust-manager makes": {
    yaml:
      configMap("other") +
      backend(ca("mine")) +
      "---\napiVersion: trust.cert-manager.io/v1alpha1\nkind: Bundle\nmetadata: {name: mine}\n",
    says: ["not declared: ConfigMap mine.a"],
  },
  "does not know of authorities beside ConfigMaps of other things": {
    yaml: configMap("settings", "port") + backend(ca("mine")),
    says: ["not declared: ConfigMap mine.a"],
  },
  "offers what is clearly meant among them": {
    yaml: configMap("authority", "port") + backend(ca("authorty")),
    says: ["error BackendTLSPolicy b spec.validation.caCertificateRefs[0].name"],
  },
});

const certificate = (ref: string) => `---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: c, namespace: a}
spec: {secretName: c, dnsNames: [a.example.com], issuerRef: {${ref}}}
`;
const issuerOf = (name: string, kind = "ClusterIssuer", place = "a") => `---
apiVersion: cert-manager.io/v1
kind: ${kind}
metadata: {name: ${name}${kind === "Issuer" ? `, namespace: ${place}` : ""}}
spec: {selfSigned: {}}
`;
const unissued = "error Certificate c spec.issuerRef.name";

meshCases(issuerMissing, {
  "offers the one that is meant": {
    yaml: issuerOf("acme") + certificate("kind: ClusterIssuer, name: amce"),
    says: [`${unissued} = "acme"`],
  },
  "names the one there is": {
    yaml: issuerOf("acme") + certificate("kind: ClusterIssuer, name: own"),
    scope: Scope.Cluster,
    says: [unissued],
    messages: ['there is no ClusterIssuer own; there is "acme"'],
  },
  "finds an Issuer where a ClusterIssuer is meant": {
    yaml: issuerOf("own", "Issuer") + issuerOf("acme") + certificate("name: acme"),
    says: [`${unissued} = "ClusterIssuer"`],
    messages: [
      "there is no Issuer acme in namespace a, which is meant where no kind is written; there is a ClusterIssuer acme: write its kind",
    ],
  },
  "finds it where there are no Issuers": {
    yaml: issuerOf("acme") + certificate("name: acme"),
    says: [`${unissued} = "ClusterIssuer"`],
  },
  "takes the word of who writes the kind": {
    yaml: issuerOf("own", "Issuer") + issuerOf("acme") + certificate("kind: Issuer, name: acme"),
    says: [unissued],
    messages: ['there is no Issuer acme.a; there is "own"'],
  },
  "takes one that is there": {
    yaml: issuerOf("own", "Issuer") + certificate("kind: Issuer, name: own"),
  },
  "does not know of issuers that nobody declares": {
    yaml: issuerOf("acme") + issuerOf("others", "Issuer", "b") + certificate("name: own"),
    says: ["not declared: Issuer own.a"],
  },
  "finds that an Issuer is for its own namespace": {
    yaml: issuerOf("acme") + issuerOf("own", "Issuer", "b") + certificate("name: own"),
    says: ["warning Certificate c spec.issuerRef.name"],
  },
  "takes issuers of others": {
    yaml:
      issuerOf("acme") + certificate("group: awspca.cert-manager.io, kind: ClusterIssuer, name: x"),
  },
  "does not know of other issuers of the cluster than those of a set": {
    yaml: issuerOf("mesh-ca") + certificate("kind: ClusterIssuer, name: acme"),
    says: ["not declared: ClusterIssuer acme"],
  },
  "finds one that is called like another": {
    yaml: issuerOf("acme-staging") + certificate("kind: ClusterIssuer, name: acme-production"),
    says: [unissued],
  },
});

const plugin = (name: string) =>
  istio("WasmPlugin", "a", "p", `{url: "oci://registry.example.com/p:1"${name}}`).replace(
    "networking.istio.io/v1",
    "extensions.istio.io/v1alpha1",
  );

meshCases(imagePullSecret, {
  "offers the Secret that is meant": {
    yaml:
      secret.replace("name: c", "name: registry-login") +
      plugin(", imagePullSecret: registry-logn"),
    says: ['error WasmPlugin p spec.imagePullSecret = "registry-login"'],
  },
  "takes one that is there, or none": {
    yaml: secret + plugin(", imagePullSecret: c") + plugin("").replace("name: p", "name: q"),
  },
  "does not know of a namespace without Secrets": {
    yaml: plugin(", imagePullSecret: c"),
    says: ["not declared: Secret c.a"],
  },
  "does not know of logins beside Secrets of other things": {
    yaml: secret + plugin(", imagePullSecret: registry-login"),
    says: ["not declared: Secret registry-login.a"],
  },
  "finds none among logins, and in a whole cluster": {
    yaml:
      secret.replace("name: c", "name: d").concat("type: kubernetes.io/dockerconfigjson\n") +
      plugin(", imagePullSecret: registry-login"),
    says: ["error WasmPlugin p spec.imagePullSecret"],
  },
});

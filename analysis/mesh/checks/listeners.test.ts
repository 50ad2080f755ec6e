import {
  edgeGateway,
  gatewayApiObject,
  httpListener,
  meshCases,
  service,
} from "../../../test/support/mesh-cases";
import { Scope } from "../scope";
import { apiGatewayHost } from "./api-gateway-host";
import { apiGatewayServicePort } from "./api-gateway-service-port";
import { gatewayClass } from "./gateway-class";
import { grantNamespace } from "./grant-namespace";
import { listenerCertificate } from "./listener-certificate";
import { listenerConflict } from "./listener-conflict";
import { listenerMixedPort } from "./listener-mixed-port";
import { listenerSetParent } from "./listener-set-parent";
import { targetRef } from "./target-ref";

const grant = (kind: string, to: string) =>
  gatewayApiObject(
    "ReferenceGrant",
    "data",
    "shop",
    `{from: [{group: gateway.networking.k8s.io, kind: ${kind}, namespace: shop}], to: [{group: "", kind: Service${to}}]}`,
  );

const tls = (secret: string) =>
  `{name: https, port: 443, protocol: HTTPS, hostname: a.example.com, tls: {certificateRefs: [${secret}]}}`;
const certificate = (place: string, name: string) => `---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: ${name}, namespace: ${place}}
spec: {secretName: ${name}}
`;
const ref = "Gateway edge spec.listeners[0].tls.certificateRefs[0]";

meshCases(listenerCertificate, {
  "takes a Secret of its namespace": {
    yaml: certificate("edge", "a") + edgeGateway(tls("{name: a}")),
  },
  "offers the Secret that was meant": {
    yaml: certificate("edge", "web-tls") + edgeGateway(tls("{name: web-tsl}")),
    says: [`error ${ref}.name = "web-tls"`],
  },
  "does not know of Secrets where none is declared": {
    yaml: edgeGateway(tls("{name: a}")),
    says: ["not declared: Secret a.edge"],
  },
  "finds a Secret without a certificate": {
    yaml: `${edgeGateway(tls("{name: a}"))}---
apiVersion: v1
kind: Secret
metadata: {name: a, namespace: edge}
stringData: {token: a}
`,
    says: [`error ${ref}.name`],
  },
  "passes over kinds of others": {
    yaml: edgeGateway(tls("{kind: Vault, group: example.com, name: a}")),
  },
});

meshCases(listenerConflict, {
  "leaves to the API server what it refuses": {
    yaml: edgeGateway(`${httpListener()}, {name: b, port: 80, protocol: HTTP}`),
  },
  "finds two protocols for one name": {
    yaml: edgeGateway(
      `${httpListener(", hostname: a.b")}, {name: b, port: 80, protocol: HTTPS, hostname: a.b, tls: {certificateRefs: [{name: a}]}}`,
    ),
    says: ["error Gateway edge spec.listeners[1]"],
  },
  "takes two names with two protocols": {
    yaml: edgeGateway(
      `${httpListener(", hostname: a.b")}, {name: b, port: 80, protocol: TLS, hostname: c.d, tls: {mode: Passthrough}}`,
    ),
  },
  "finds TCP beside UDP": {
    yaml: edgeGateway("{name: a, port: 53, protocol: TCP}, {name: b, port: 53, protocol: UDP}"),
    says: ["error Gateway edge spec.listeners[1]"],
  },
  "leaves protocols of others alone beside known ones": {
    yaml: edgeGateway(`${httpListener()}, {name: b, port: 80, protocol: example.com/mesh}`),
  },
  "takes two protocols of others": {
    yaml: edgeGateway(
      "{name: a, port: 80, protocol: example.com/one}, {name: b, port: 80, protocol: example.com/two}",
    ),
  },
  "finds one protocol of others twice": {
    yaml:
      edgeGateway(
        "{name: a, port: 80, protocol: example.com/one}",
        ", allowedListeners: {namespaces: {from: Same}}",
      ) +
      gatewayApiObject(
        "ListenerSet",
        "edge",
        "more",
        "{parentRef: {name: edge}, listeners: [{name: b, port: 80, protocol: example.com/one}]}",
      ),
    says: ["error ListenerSet more spec.listeners[0]"],
    messages: ["listener a of Gateway edge.edge is at port 80 already, with example.com/one"],
    related: [["Gateway edge.edge"]],
  },
  "names no object beside its own": {
    yaml: edgeGateway("{name: a, port: 53, protocol: TCP}, {name: b, port: 53, protocol: UDP}"),
    says: ["error Gateway edge spec.listeners[1]"],
    messages: ["listener a of Gateway edge.edge is at port 53 already, with TCP"],
    related: [[]],
  },
});

const set = (place: string) =>
  gatewayApiObject(
    "ListenerSet",
    place,
    "more",
    "{parentRef: {name: edge, namespace: edge}, listeners: [{name: a, port: 81, protocol: HTTP}]}",
  );
const parent = "ListenerSet more spec.parentRef.name";

meshCases(listenerSetParent, {
  "takes a set of its namespace": {
    yaml:
      edgeGateway(httpListener(), ", allowedListeners: {namespaces: {from: Same}}") + set("edge"),
  },
  "finds a set of another": {
    yaml:
      edgeGateway(httpListener(), ", allowedListeners: {namespaces: {from: Same}}") + set("shop"),
    says: [`error ${parent}`],
  },
  "finds a Gateway that is not there": {
    yaml: edgeGateway(httpListener(), "", "egde") + set("shop"),
    says: [`error ${parent}`],
  },
  "does not know of Gateways elsewhere": {
    yaml: set("shop"),
    says: ["not declared: Gateway edge.edge"],
  },
  "offers a Gateway of the namespace alone": {
    yaml:
      edgeGateway(httpListener(), "", "egde") +
      edgeGateway(httpListener(), "", "edgy").replace("namespace: edge", "namespace: lab") +
      set("shop"),
    says: [`error ${parent}`],
    messages: ['there is no Gateway edge in namespace edge; did you mean "egde"?'],
  },
  "does not offer one of another namespace": {
    yaml:
      edgeGateway(httpListener(), "", "outer") +
      edgeGateway(httpListener(), "", "egde").replace("namespace: edge", "namespace: lab") +
      set("shop"),
    says: [`error ${parent}`],
    messages: ["there is no Gateway edge in namespace edge"],
  },
  "does not know the labels of a namespace that nobody declares": {
    yaml:
      edgeGateway(
        httpListener(),
        ", allowedListeners: {namespaces: {from: Selector, selector: {matchLabels: {a: b}}}}",
      ) + set("shop"),
    says: ["not declared: labels of Namespace shop"],
  },
});

const ofClass = (name: string) =>
  gatewayApiObject(
    "Gateway",
    "edge",
    "edge",
    `{gatewayClassName: ${name}, listeners: [${httpListener()}]}`,
  );

meshCases(gatewayClass, {
  "does not know of classes of others": {
    yaml: ofClass("cilium"),
    says: ["not declared: GatewayClass cilium"],
  },
  "knows them all in a whole cluster": {
    yaml: ofClass("cilium"),
    scope: Scope.Cluster,
    says: ["error Gateway edge spec.gatewayClassName"],
  },
});

meshCases(grantNamespace, {
  "does not know of namespaces of others": {
    yaml: grant("HTTPRoute", ""),
    says: ["not declared: Namespace shop"],
  },
  "takes a namespace in which something is": {
    yaml: grant("HTTPRoute", "") + service("shop", "web"),
  },
});

meshCases(apiGatewayHost, {
  "takes listeners without a hostname": {
    yaml: edgeGateway(httpListener()) + edgeGateway(httpListener(), "", "other"),
  },
});

const policy = (place: string, target: string) => `---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: only, namespace: ${place}}
spec: {targetRefs: [${target}]}
`;
const tlsPolicy = (target: string) =>
  gatewayApiObject(
    "BackendTLSPolicy",
    "shop",
    "only",
    `{targetRefs: [${target}], validation: {wellKnownCACertificates: System, hostname: a.b}}`,
  );

meshCases(targetRef, {
  "finds a class that is named outside of the root namespace": {
    yaml: policy(
      "shop",
      "{kind: GatewayClass, group: gateway.networking.k8s.io, name: istio-waypoint}",
    ),
    says: ["error AuthorizationPolicy only spec.targetRefs[0]"],
  },
  "finds a class that does not exist": {
    yaml: policy(
      "istio-system",
      "{kind: GatewayClass, group: gateway.networking.k8s.io, name: waypoint}",
    ),
    says: ["error AuthorizationPolicy only spec.targetRefs[0].name"],
  },
  "does not know of Gateways elsewhere": {
    yaml: policy("shop", "{kind: Gateway, group: gateway.networking.k8s.io, name: waypoint}"),
    says: ["not declared: Gateway waypoint.shop"],
  },
  "finds a port that the Service lacks": {
    yaml:
      service("shop", "web") +
      tlsPolicy('{kind: Service, group: "", name: web, sectionName: https}'),
    says: ["warning BackendTLSPolicy only spec.targetRefs[0].sectionName"],
  },
});

const at443 = (protocol: string, host: string, more = "") =>
  `{name: ${host}, port: 443, protocol: ${protocol}, hostname: ${host}.example.com${more}}`;
const ended = at443("HTTPS", "b", ", tls: {certificateRefs: [{name: c}]}");
const passed = at443("TLS", "c", ", tls: {mode: Passthrough}");

meshCases(listenerMixedPort, {
  "finds HTTP beside HTTPS": {
    yaml: edgeGateway(`${ended}, ${at443("HTTP", "a")}`),
    says: ["warning Gateway edge spec.listeners[1].port"],
    messages: ['listener "a" is plain HTTP at port 443, where listener "b" is HTTPS'],
  },
  "finds HTTP beside TLS": {
    yaml: edgeGateway(`${at443("HTTP", "a")}, ${passed}`),
    says: ["warning Gateway edge spec.listeners[0].port"],
  },
  "takes HTTPS beside TLS, and HTTP beside HTTP": {
    yaml:
      edgeGateway(`${ended}, ${passed}`) +
      edgeGateway(`${at443("HTTP", "a")}, ${at443("HTTP", "d")}`, "", "other"),
  },
  "takes another port": {
    yaml: edgeGateway(`${at443("HTTP", "a").replace("443", "80")}, ${ended}`),
  },
  "leaves the same host to another check": {
    yaml: edgeGateway(`${at443("HTTP", "b").replace("name: b,", "name: a,")}, ${ended}`),
  },
  "leaves classes of others alone": {
    yaml: edgeGateway(`${at443("HTTP", "a")}, ${ended}`).replace("Name: istio", "Name: nginx"),
  },
});

const onService = (port: number, type = "Hostname") =>
  service("edge", "doors", "{port: 80, targetPort: 8080, name: http}", "{port: 81, name: b}") +
  edgeGateway(
    `{name: a, port: ${port}, protocol: HTTP}`,
    `, addresses: [{type: ${type}, value: doors.edge.svc.cluster.local}]`,
  );

meshCases(apiGatewayServicePort, {
  "finds a port of the Pods": {
    yaml: onService(8080),
    says: ["error Gateway edge spec.listeners[0].port = 80"],
    messages: [
      '"doors.edge.svc.cluster.local" has no port 8080 for listener "a"; it has 80 (http), 81 (b): 8080 is where its Pods listen',
    ],
    related: [["Service doors.edge"]],
  },
  "finds a port of neither": {
    yaml: onService(8888),
    says: ["error Gateway edge spec.listeners[0].port"],
  },
  "takes a port of the Service": { yaml: onService(81) },
  "leaves other addresses alone": { yaml: onService(8888, "NamedAddress") },
  "leaves a Service alone that is not declared": {
    yaml: edgeGateway(
      httpListener(),
      ", addresses: [{type: Hostname, value: doors.edge.svc.cluster.local}]",
    ),
  },
  "leaves classes of others alone": { yaml: onService(8888).replace("Name: istio", "Name: nginx") },
});

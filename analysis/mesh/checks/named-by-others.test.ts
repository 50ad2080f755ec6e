import {
  deployment,
  gatewayApiObject,
  istio,
  meshCases,
  namespace,
  service,
} from "../../../test/support/mesh-cases";
import { backendCa } from "./backend-ca";
import { canaryGateway } from "./canary-gateway";
import { mutualClientTls } from "./client-tls-mode";
import { discoverySelectors } from "./discovery-selectors";
import { requestPolicyWithoutWaypoint } from "./request-policy-without-waypoint";
import { routeOwnGateway } from "./route-own-gateway";
import { serviceSelector } from "./service-selector";
import { tokenKeysService } from "./token-keys-service";
import { virtualServiceHost } from "./virtual-service-host";

const object = (apiVersion: string, kind: string, place: string, name: string, spec: string) => `---
apiVersion: ${apiVersion}
kind: ${kind}
metadata: {name: ${name}, namespace: ${place}}
spec: ${spec}
`;
const gate = istio(
  "Gateway",
  "edge",
  "gate",
  '{selector: {istio: exit}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*.a.b"]}]}',
);
const canary = (gateway: string) =>
  object(
    "flagger.app/v1beta1",
    "Canary",
    "rail",
    "seats",
    `{targetRef: {kind: Deployment, name: seats}, service: {port: 80, hosts: [seats.a.b], gateways: ["${gateway}"]}}`,
  );

meshCases(canaryGateway, {
  "finds the only Gateway for its hosts in another namespace": {
    yaml: gate + canary("istio-system/gate"),
    says: ["warning Canary seats spec.service.gateways[0]"],
  },
  "does not know a Gateway of another name": {
    yaml: gate + canary("istio-system/public"),
    says: ["not declared: Gateway public.istio-system"],
  },
  "takes the mesh": { yaml: gate + canary("mesh") },
});

const pods = deployment("edge", "exit", "istio: exit, app: exit");
const rule = (match: string, host: string) =>
  `{match: [{${match}}], route: [{destination: {host: ${host}}}]}`;
const exit = "exit.edge.svc.cluster.local";
const routes = (...rules: string[]) =>
  pods +
  service("edge", "exit") +
  gate +
  istio(
    "VirtualService",
    "edge",
    "v",
    `{hosts: [x.a.b], gateways: [mesh, gate], http: [${rules.join(", ")}]}`,
  );

meshCases(routeOwnGateway, {
  "finds a rule for the gateway that leads to it": {
    yaml: routes(rule("gateways: [gate]", exit)),
    says: ["error VirtualService v spec.http[0].route[0].destination.host"],
    messages: [
      `"${exit}" is gateway edge/gate itself, which sends what it takes to itself again: the rule is for that gateway; name those that are to follow it, such as mesh`,
    ],
  },
  "takes a rule that is behind the gateway's own": {
    yaml: routes(rule("gateways: [gate]", "x.a.b"), rule("port: 80", exit)),
  },
  "takes a rule of the mesh": {
    yaml: routes(rule("gateways: [mesh]", exit), rule("gateways: [gate]", "x.a.b")),
  },
  "leaves requests alone that get another host": {
    yaml: routes(
      `{match: [{port: 80}], rewrite: {authority: y.a.b}, route: [{destination: {host: ${exit}}}]}`,
    ),
  },
});

const keys = (uri: string, more = "") =>
  istio(
    "RequestAuthentication",
    "zoo",
    "r",
    `{jwtRules: [{issuer: https://a.b, jwksUri: "${uri}"${more}}]}`,
  );
const keycloak = service("identity", "keycloak");
const uriAt = "error RequestAuthentication r spec.jwtRules[0].jwksUri";

meshCases(tokenKeysService, {
  "finds a port that the Service does not have": {
    yaml: keycloak + keys("http://keycloak.identity.svc.cluster.local:8080/keys"),
    says: [uriAt],
    messages: [
      '"keycloak.identity.svc.cluster.local" has no port 8080, which "http://keycloak.identity.svc.cluster.local:8080/keys" asks for; it has 80 (http)',
    ],
  },
  "reads the short name with the namespace": {
    yaml: keycloak + keys("http://keycloack.identity/keys"),
    says: [uriAt],
  },
  "takes an address outside": { yaml: keycloak + keys("https://identity.example.com/keys") },
  "does not know Services of others": {
    yaml: keycloak + keys("http://dex.auth.svc/keys"),
    says: ["not declared: Service dex.auth"],
  },
  "takes keys that are written": {
    yaml: keycloak + keys("http://dex.identity.svc/keys", ', jwks: "{}"'),
  },
});

const policy = istio(
  "AuthorizationPolicy",
  "zoo",
  "p",
  '{targetRefs: [{group: "", kind: Service, name: cages}], rules: [{}]}',
);
const waypoint = (takes: string) =>
  gatewayApiObject(
    "Gateway",
    "zoo",
    "w",
    "{gatewayClassName: istio-waypoint, listeners: [{name: mesh, port: 15008, protocol: HBONE}]}",
  ).replace("name: w,", `name: w, labels: {istio.io/waypoint-for: ${takes}},`);
const zoo =
  namespace("zoo", "istio.io/dataplane-mode: ambient, istio.io/use-waypoint: w") +
  service("zoo", "cages");

meshCases(requestPolicyWithoutWaypoint, {
  "finds a waypoint that is for Pods": {
    yaml: zoo + waypoint("workload") + policy,
    says: ["error AuthorizationPolicy p spec.targetRefs[0].name"],
    messages: [
      "Service cages.zoo uses waypoint w.zoo, which takes no connections to Services (istio.io/waypoint-for: workload): nothing enforces the policy",
    ],
  },
  "takes a waypoint for both": { yaml: zoo + waypoint("all") + policy },
});

const authority = (data: string) => `---
apiVersion: v1
kind: ConfigMap
metadata: {name: ca, namespace: zoo}
data: {${data}}
`;
const backendTls = gatewayApiObject(
  "BackendTLSPolicy",
  "zoo",
  "b",
  '{targetRefs: [{group: "", kind: Service, name: cages}], validation: {hostname: a.b, caCertificateRefs: [{group: "", kind: ConfigMap, name: ca}]}}',
);

meshCases(backendCa, {
  "finds a ConfigMap with another key": {
    yaml: authority("ca.pem: x") + backendTls,
    says: ["error BackendTLSPolicy b spec.validation.caCertificateRefs[0].name"],
    messages: ["ConfigMap ca.zoo has no ca.crt, which is what is read; it has ca.pem"],
  },
  "takes one beside other keys": { yaml: authority("ca.pem: x, ca.crt: x") + backendTls },
});

const cache =
  namespace("data", "istio-injection: enabled") +
  service("data", "cache", "{port: 6379, name: redis}");
const passing = deployment("data", "cache", "app: cache", { port: 6379 }).replace(
  "metadata: {labels: {app: cache}}",
  'metadata: {labels: {app: cache}, annotations: {traffic.sidecar.istio.io/excludeInboundPorts: "6379"}}',
);
const told = (mode: string) =>
  istio("DestinationRule", "data", "d", `{host: cache, trafficPolicy: {tls: {mode: ${mode}}}}`);

meshCases(mutualClientTls, {
  "finds a port past the sidecar": {
    yaml: cache + passing + told("ISTIO_MUTUAL"),
    says: ["error DestinationRule d spec.trafficPolicy.tls.mode"],
  },
  "takes plain text to it": { yaml: cache + passing + told("DISABLE") },
  "takes istiod in whatever namespace for whole domains": {
    yaml:
      namespace("control") +
      service("control", "istiod", "{port: 15012, name: grpc}") +
      deployment("control", "istiod", "app: istiod", { port: 15012 }) +
      istio(
        "DestinationRule",
        "istio-system",
        "d",
        '{host: "*.local", trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}}',
      ),
  },
});

const config = `---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data: {mesh: "discoverySelectors: [{matchLabels: {seen: 'yes'}}]"}
`;

meshCases(discoverySelectors, {
  "finds an enrolled namespace by its Services": {
    yaml: config + namespace("a", "istio-injection: enabled") + service("a", "s"),
    says: ["warning Namespace a metadata.labels"],
  },
  "leaves a namespace alone that is not of the mesh": {
    yaml: config + namespace("a") + service("a", "s"),
  },
});

const stateful = deployment("data", "pg", "app: pg").replace(
  "kind: Deployment",
  "kind: StatefulSet",
);
const ofPod = (label: string) =>
  service("data", "pg-0").replace("selector: {app: pg-0}", `selector: {app: pg, ${label}}`);

meshCases(serviceSelector, {
  "takes the name of a Pod of a StatefulSet": {
    yaml: stateful + ofPod("statefulset.kubernetes.io/pod-name: pg-0"),
  },
  "takes that name alone": {
    yaml:
      stateful +
      service("data", "pg-0").replace("{app: pg-0}", "{statefulset.kubernetes.io/pod-name: pg-0}"),
  },
  "finds other labels": {
    yaml: stateful + ofPod("role: primary"),
    says: ["error Service pg-0 spec.selector"],
  },
});

const database = object("postgresql.cnpg.io/v1", "Cluster", "data", "pg", "{instances: 3}");
const toDatabase = (host: string) =>
  service("data", "web") +
  istio(
    "VirtualService",
    "data",
    "v",
    `{hosts: [pg.a], tcp: [{route: [{destination: {host: ${host}}}]}]}`,
  );

meshCases(virtualServiceHost, {
  "takes Services that an operator makes": {
    yaml: database + toDatabase("pg-rw"),
    says: ["not declared: Service pg-rw.data"],
  },
  "finds others beside them": {
    yaml: database + toDatabase("pgrw"),
    says: ["error VirtualService v spec.tcp[0].route[0].destination.host"],
  },
});

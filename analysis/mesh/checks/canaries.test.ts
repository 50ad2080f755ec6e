import { deployment, gatewayApiObject, istio, meshCases } from "../../../test/support/mesh-cases";
import { canaryAutoscaler } from "./canary-autoscaler";
import { canaryHosts } from "./canary-hosts";
import { canaryLabels } from "./canary-labels";
import { canaryOwnedRoutes } from "./canary-owned-routes";
import { canaryTarget } from "./canary-target";
import { serviceTargetPort } from "./service-target-port";
import { virtualServiceDelegate } from "./virtual-service-delegate";
import { virtualServiceHost } from "./virtual-service-host";
import { virtualServicePortMissing } from "./virtual-service-port-missing";

const canary = (spec: string) => `---
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: {name: roll, namespace: bakery}
spec: ${spec}
`;
const target = "targetRef: {apiVersion: apps/v1, kind: Deployment, name: bread}";
const bread = canary(`{${target}, service: {port: 8080}}`);
const route = (host: string, port = 8080) =>
  istio(
    "VirtualService",
    "bakery",
    "public",
    `{hosts: [a.b], gateways: [edge], http: [{route: [{destination: {host: ${host}, port: {number: ${port}}}}]}]}`,
  );
const handedTo = (name: string) =>
  istio(
    "VirtualService",
    "bakery",
    "public",
    `{hosts: [a.b], gateways: [edge], http: [{delegate: {name: ${name}}}]}`,
  );
const destination = "VirtualService public spec.http[0].route[0].destination";

meshCases(virtualServiceHost, {
  "takes the Services that Flagger makes": {
    yaml: ["bread", "bread-primary", "bread-canary"]
      .map((host) => route(host).replace("public", host))
      .join("")
      .concat(bread),
  },
  "takes them by the name that the Canary gives": {
    yaml: canary(`{${target}, service: {name: loaf, port: 8080}}`) + route("loaf-primary"),
  },
  "misses one of another name": {
    yaml: canary(`{${target}, service: {name: loaf, port: 8080}}`) + route("bread-primary"),
    says: [`error ${destination}.host = "loaf-primary"`],
  },
  "offers what Flagger makes": {
    yaml: bread + route("bread-cannary"),
    says: [`error ${destination}.host = "bread-canary"`],
  },
});

meshCases(virtualServicePortMissing, {
  "takes the port of the Canary": { yaml: bread + route("bread-primary") },
});

meshCases(virtualServiceDelegate, {
  "takes the routes that Flagger makes": { yaml: bread + handedTo("bread") },
  "misses routes of another name": {
    yaml: bread + handedTo("loaf"),
    says: ["error VirtualService public spec.http[0].delegate.name"],
  },
});

const owned = (name: string, namespace = "bakery") =>
  istio(
    "VirtualService",
    namespace,
    name,
    "{hosts: [a.b], http: [{route: [{destination: {host: c.d}}]}]}",
  );
const apiRoute = gatewayApiObject("HTTPRoute", "bakery", "bread", "{rules: [{}]}");
const by = (provider: string) => bread.replace("spec: {", `spec: {provider: "${provider}", `);

meshCases(canaryOwnedRoutes, {
  "finds a VirtualService by the name of the target": {
    yaml: bread + owned("bread"),
    says: ["warning VirtualService bread metadata.name"],
    messages: [
      "Flagger makes VirtualService bread.bakery for Canary roll.bakery, and writes it over",
    ],
    related: [["Canary roll.bakery"]],
  },
  "finds one by the name of the Service": {
    yaml: canary(`{provider: istio, ${target}, service: {name: rye, port: 8080}}`) + owned("rye"),
    says: ["warning VirtualService rye metadata.name"],
  },
  "finds an HTTPRoute": {
    yaml: by("gatewayapi:v1") + apiRoute,
    says: ["warning HTTPRoute bread metadata.name"],
  },
  "takes routes of another kind than the provider's": {
    yaml:
      by("gatewayapi:v1") +
      owned("bread") +
      by("kubernetes").replace("roll", "r") +
      bread.replace("roll", "s") +
      apiRoute,
    says: ["warning VirtualService bread metadata.name"],
  },
  "takes another name and another namespace": {
    yaml: bread + owned("roll") + owned("bread", "shop"),
  },
  "takes what Flagger has made itself": {
    yaml:
      bread +
      owned("bread").replace(
        "name: bread,",
        "name: bread, ownerReferences: [{apiVersion: flagger.app/v1beta1, kind: Canary, name: roll, uid: x}],",
      ),
  },
});

const loaf = deployment("bakery", "bread", "app: bread");

meshCases(canaryTarget, {
  "takes what is there": { yaml: bread + loaf },
  "finds another name": {
    yaml: bread + loaf.replace("name: bread", "name: breads"),
    says: ['error Canary roll spec.targetRef.name = "breads"'],
    messages: ['there is no Deployment bread in namespace bakery; did you mean "breads"?'],
  },
  "does not know workloads of which none is declared": {
    yaml: bread,
    says: ["not declared: Deployment bread.bakery"],
  },
  "looks among those of its kind": {
    yaml: bread.replace("kind: Deployment", "kind: DaemonSet") + loaf,
    says: ["not declared: DaemonSet bread.bakery"],
  },
  "leaves other kinds alone": { yaml: bread.replace("kind: Deployment", "kind: Service") + loaf },
});

const served = (service: string) => canary(`{${target}, service: {${service}}}`) + loaf;

meshCases(serviceTargetPort, {
  "finds the port of a Canary, where it names no target": {
    yaml: served("port: 80"),
    says: ['warning Canary roll spec.service.port = "main"'],
    messages: ["port 80 leads to 80, and Deployment bread.bakery has 8080 (main)"],
  },
  "finds a target by a name that no container has": {
    yaml: served("port: 80, targetPort: mian"),
    says: ['error Canary roll spec.service.port = "main"'],
  },
  "takes a target of a Canary": {
    yaml:
      served("port: 80, targetPort: main") +
      served("port: 80, targetPort: 8080, name: b").replace("roll", "r"),
  },
  "takes a Canary of what is not declared": { yaml: bread },
});

const door = (hosts: string) =>
  istio(
    "Gateway",
    "bakery",
    "edge",
    `{selector: {istio: door}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [${hosts}]}]}`,
  );
const entered = (more: string, provider = "istio") =>
  canary(`{provider: ${provider}, ${target}, service: {port: 80, ${more}}}`);
const shut = "warning Canary roll spec.service.gateways[0]";

meshCases(canaryHosts, {
  "finds no hosts": {
    yaml: entered("gateways: [edge]") + door('"*.a.b"'),
    says: [shut],
    messages: ['Gateway bakery/edge takes "*.a.b", and the Canary is for "bread"'],
    related: [["Gateway edge.bakery"]],
  },
  "finds none where the gateway takes all": {
    yaml: entered("gateways: [edge]") + door('"*"'),
    says: [shut],
  },
  "finds other hosts": {
    yaml: entered("gateways: [bakery/edge], hosts: [c.d]") + door('"*.a.b"'),
    says: [shut],
  },
  "takes a host of the gateway": {
    yaml: entered("gateways: [mesh, edge], hosts: [x.a.b]") + door('"./*.a.b"'),
  },
  "takes what is handed over": {
    yaml: entered("gateways: [edge], delegation: true") + door('"*.a.b"'),
  },
  "takes the mesh alone, and a gateway that is not declared": {
    yaml: entered("gateways: [mesh, other]"),
  },
  "leaves other providers alone": {
    yaml: entered("gateways: [edge]", "nginx") + door('"*.a.b"'),
  },
});

const scaler = (kind: string, name: string) => `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: h, namespace: bakery}
spec: {scaleTargetRef: {kind: ${kind}, name: ${name}}}
`;

meshCases(canaryAutoscaler, {
  "finds one that is not named": {
    yaml: bread + scaler("Deployment", "bread"),
    says: ["warning Canary roll spec.targetRef.name"],
    messages: [
      "HorizontalPodAutoscaler h.bakery scales Deployment bread, and is not named as autoscalerRef",
    ],
    related: [["HorizontalPodAutoscaler h.bakery"]],
  },
  "finds one where another is named": {
    yaml:
      canary(`{${target}, autoscalerRef: {name: other}, service: {port: 80}}`) +
      scaler("Deployment", "bread"),
    says: ["warning Canary roll spec.targetRef.name"],
  },
  "takes one that is named": {
    yaml:
      canary(`{${target}, autoscalerRef: {name: h}, service: {port: 80}}`) +
      scaler("Deployment", "bread"),
  },
  "takes those of others": {
    yaml:
      bread +
      scaler("Deployment", "rye") +
      scaler("StatefulSet", "bread").replace("name: h", "name: i"),
  },
});

const selecting = (labels: string) =>
  deployment("bakery", "bread", "app: bread", { more: `selector: {matchLabels: {${labels}}}, ` });

meshCases(canaryLabels, {
  "finds labels of which Flagger knows none": {
    yaml: bread + selecting("service: bread, tier: a"),
    says: ["warning Canary roll spec.targetRef.name"],
    messages: [
      "Deployment bread.bakery selects its Pods by service=bread,tier=a, and Flagger looks for one of app, name, app.kubernetes.io/name",
    ],
    related: [["Deployment bread.bakery"]],
  },
  "takes each that it knows": {
    yaml: ["app", "name", "app.kubernetes.io/name"]
      .map((label, i) =>
        [
          bread.replace("roll", `roll-${i}`).replace("name: bread", `name: bread-${i}`),
          selecting(`${label}: x, tier: a`).replace("name: bread,", `name: bread-${i},`),
        ].join(""),
      )
      .join(""),
  },
  "leaves a workload alone that says nothing, or is not declared": {
    yaml: bread + canary(`{targetRef: {kind: Deployment, name: rye}}`).replace("roll", "r") + loaf,
  },
});

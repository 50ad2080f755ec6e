import { deployment, istio, meshCases, namespace, service } from "../../../test/support/mesh-cases";
import { Scope } from "../scope";
import { annotationMisplaced } from "./annotation-misplaced";
import { annotationValue } from "./annotation-value";
import { imageAuto } from "./image-auto";
import { servicePortName } from "./service-port-name";
import { serviceSelector } from "./service-selector";
import { serviceTargetPort } from "./service-target-port";
import { sharedPodsPort, sharedPodsProtocol } from "./shared-pods";
import { workloadTwoModes } from "./workload-two-modes";
import { workloadUncovered } from "./workload-uncovered";

const web = (...ports: string[]) => service("shop", "web", ...ports);
const pods = deployment("shop", "web", "app: web");

meshCases(servicePortName, {
  "reads a name up to its hyphen": {
    yaml: web("{port: 1, name: HTTP-web}", "{port: 2, name: grpc-web-x}"),
  },
  "reads appProtocol first": {
    yaml: web("{port: 1, name: http, appProtocol: amqp}"),
    says: ["info Service web spec.ports[0].appProtocol"],
  },
  "reads an appProtocol up to its hyphen": { yaml: web("{port: 1, appProtocol: https-web}") },
  "knows ports that are known": { yaml: web("{port: 3306}", "{port: 25, name: post}") },
  "offers the protocol that is meant": {
    yaml: web("{port: 1, name: htpp}"),
    says: ['info Service web spec.ports[0].name = "http"'],
  },
  "finds a port without a name": {
    yaml: web("{port: 8080}"),
    says: ["info Service web spec.ports[0]"],
  },
  "leaves what istiod makes alone": {
    yaml: web("{port: 8080}").replace("shop}", "shop, labels: {gateway.istio.io/managed: x}}"),
  },
  "leaves the system's own alone": { yaml: web("{port: 8080}").replace("shop", "kube-system") },
  "finds it in a namespace that is only called like the system's": {
    yaml: web("{port: 8080}").replace("shop", "kube-prometheus"),
    says: ["info Service web spec.ports[0]"],
  },
});

meshCases(serviceTargetPort, {
  "finds a name that no container has": {
    yaml: web("{port: 80, targetPort: mian}") + pods,
    says: ['error Service web spec.ports[0] = "main"'],
  },
  "finds a number": {
    yaml: web("{port: 80, targetPort: 8081}") + pods,
    says: ['warning Service web spec.ports[0] = "main"'],
  },
  "takes a port at which the sidecar listens": {
    yaml:
      web("{port: 80, targetPort: 9080}") +
      pods +
      istio(
        "Sidecar",
        "shop",
        "s",
        "{workloadSelector: {labels: {app: web}}, ingress: [{port: {number: 9080, protocol: HTTP, name: http}, defaultEndpoint: 127.0.0.1:8080}]}",
      ),
  },
  "finds a port beside that at which the sidecar listens": {
    yaml:
      web("{port: 80, targetPort: 9081}") +
      pods +
      istio(
        "Sidecar",
        "shop",
        "s",
        "{workloadSelector: {labels: {app: web}}, ingress: [{port: {number: 9080, protocol: HTTP, name: http}, defaultEndpoint: 127.0.0.1:8080}]}",
      ),
    says: ['warning Service web spec.ports[0] = "main"'],
  },
  "finds the port itself, where it names no target": {
    yaml: web("{port: 80}") + pods,
    says: ['warning Service web spec.ports[0] = "main"'],
  },
  "only mentions a number beside others that are right": {
    yaml: web("{port: 80, targetPort: main}", "{port: 90, targetPort: 9090}") + pods,
    says: ['info Service web spec.ports[1] = "main"'],
  },
  "takes a port that one of several workloads has": {
    yaml:
      web("{port: 80, targetPort: 9000}") +
      pods +
      deployment("shop", "v2", "app: web", { port: 9000 }),
  },
  "offers nothing between several workloads": {
    yaml:
      web("{port: 80, targetPort: 1}") +
      pods +
      deployment("shop", "v2", "app: web", { port: 9000 }),
    says: ["warning Service web spec.ports[0]"],
  },
  "leaves gateways alone, which open ports as they are told": {
    yaml:
      web("{port: 80, targetPort: 80}") +
      deployment("shop", "web", "app: web, istio: ingressgateway"),
  },
  "leaves a Service without Pods alone": { yaml: web("{port: 80}") },
});

meshCases(serviceSelector, {
  "finds a label that the template lacks": {
    yaml: service("shop", "web").replace("{app: web}", "{app: web, tier: front}") + pods,
    says: ["error Service web spec.selector"],
  },
  "finds a slip, and offers what is meant": {
    yaml: service("shop", "web").replace("{app: web}", "{app: wbe}") + pods,
    says: ['error Service web spec.selector = "web"'],
  },
  "only mentions what is like no Pod": {
    yaml: service("shop", "web").replace("{app: web}", "{name: other}") + pods,
    says: ["info Service web spec.selector"],
  },
  "says that a namespace without workloads is not all there is": {
    yaml: web(),
    says: ["not declared: Pods with app=web in shop"],
  },
  "finds it in a whole cluster": {
    yaml: web(),
    scope: Scope.Cluster,
    says: ["info Service web spec.selector"],
  },
  "leaves a Service without a selector alone": {
    yaml: web().replace("selector: {app: web}, ", "") + pods,
  },
});

const inside = namespace("shop", "istio-injection: enabled");

meshCases(sharedPodsPort, {
  "takes two ports of one Service": {
    yaml: inside + pods + web("{port: 80, targetPort: main}", "{port: 81, targetPort: main}"),
  },
  "leaves the Pods of a gateway alone, whose listeners its Gateways name": {
    yaml:
      inside +
      deployment("shop", "web", "app: web, istio: ingressgateway") +
      web("{port: 80, targetPort: main}") +
      service("shop", "x", "{port: 443, targetPort: main}").replace("{app: x}", "{app: web}"),
  },
  "takes two Services with one port": {
    yaml:
      inside +
      pods +
      web("{port: 80, targetPort: main}") +
      service("shop", "x", "{port: 80, targetPort: main}").replace("{app: x}", "{app: web}"),
  },
});

const labelled = (labels: string) => deployment("shop", "web", `app: web, ${labels}`);
const both = 'sidecar.istio.io/inject: "true"';

meshCases(workloadTwoModes, {
  "finds both labels": {
    yaml: labelled(`${both}, istio.io/dataplane-mode: ambient`),
    says: ['error Deployment web spec.template.metadata.labels["istio.io/dataplane-mode"]'],
  },
  "warns of a sidecar in an ambient namespace": {
    yaml: namespace("shop", "istio.io/dataplane-mode: ambient") + labelled(both),
    says: ["warning Deployment web spec.template.metadata.labels"],
  },
  "leaves gateways alone": {
    yaml:
      namespace("shop", "istio.io/dataplane-mode: ambient") + labelled(`${both}, istio: gateway`),
  },
  "takes a sidecar that says so": {
    yaml:
      namespace("shop", "istio.io/dataplane-mode: ambient") +
      labelled(`${both}, istio.io/dataplane-mode: none`),
  },
});

const annotated = (annotation: string) =>
  pods.replace("labels: {app: web}", `labels: {app: web}, annotations: {${annotation}}`);
const refused = (name: string) => [
  `warning Deployment web spec.template.metadata.annotations["${name}"]`,
];
const ranges = "traffic.sidecar.istio.io/includeOutboundIPRanges";
const mode = "sidecar.istio.io/interceptionMode";
const config = "proxy.istio.io/config";

meshCases(annotationValue, {
  "takes all addresses": { yaml: annotated(`${ranges}: "*"`) },
  "takes ranges": { yaml: annotated(`${ranges}: "10.0.0.0/8, 192.168.0.0/16"`) },
  "finds an address": { yaml: annotated(`${ranges}: 10.0.0.1`), says: refused(ranges) },
  "finds a mode": { yaml: annotated(`${mode}: tproxy`), says: refused(mode) },
  "finds a flag": {
    yaml: annotated('prometheus.istio.io/merge-metrics: "no"'),
    says: refused("prometheus.istio.io/merge-metrics"),
  },
  "finds an amount": {
    yaml: annotated("sidecar.istio.io/proxyMemory: lots"),
    says: refused("sidecar.istio.io/proxyMemory"),
  },
  "finds settings that are a list": { yaml: annotated(`${config}: "[a]"`), says: refused(config) },
  "finds settings that are not YAML": { yaml: annotated(`${config}: "{a"`), says: refused(config) },
  "takes settings that are none": { yaml: annotated(`${config}: ""`) },
});

meshCases(annotationMisplaced, {
  "finds one of a Service on Pods": {
    yaml: annotated('networking.istio.io/exportTo: "."'),
    says: refused("networking.istio.io/exportTo"),
  },
  "takes one that is for everything": {
    yaml: annotated("galley.istio.io/analyze-suppress: IST0107"),
  },
  "takes what istiod writes": { yaml: annotated("sidecar.istio.io/status: x, istio.io/rev: y") },
});

const webhook = (selector: string) => `---
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: injector}
webhooks: [{name: namespace.sidecar-injector.istio.io, ${selector}}]
`;
const auto = deployment("shop", "web", "app: web").replace(
  "{name: app, ",
  "{name: istio-proxy, image: auto, ",
);
const image = "warning Deployment web spec.template.spec.containers[0].image";

meshCases(imageAuto, {
  "takes Pods that an injector takes": {
    yaml:
      namespace("shop", "team: a") +
      webhook("namespaceSelector: {matchExpressions: [{key: team, operator: In, values: [a]}]}") +
      auto,
  },
  "finds Pods that no injector takes": {
    yaml:
      namespace("shop", "istio-injection: enabled") +
      webhook("namespaceSelector: {matchExpressions: [{key: team, operator: Exists}]}") +
      auto,
    says: [image],
  },
  "reads what a namespace must not have": {
    yaml:
      namespace("shop", "team: a") +
      webhook(
        "namespaceSelector: {matchExpressions: [{key: team, operator: NotIn, values: [b]}, {key: x, operator: DoesNotExist}]}, objectSelector: {matchLabels: {app: other}}",
      ) +
      auto,
    says: [image],
  },
  "leaves webhooks of others alone": {
    yaml:
      namespace("shop", "istio-injection: enabled") +
      webhook("namespaceSelector: {matchLabels: {x: y}}").replace(
        "injector.istio.io",
        "example.com",
      ) +
      auto,
  },
  "finds Pods that ask for it in a namespace that is closed to injectors": {
    yaml:
      namespace("shop", "istio-injection: disabled") +
      auto.replace("labels: {", 'labels: {sidecar.istio.io/inject: "true", '),
    says: [image],
  },
  "takes Pods that ask for it in one that says nothing": {
    yaml:
      namespace("shop") + auto.replace("labels: {", 'labels: {sidecar.istio.io/inject: "true", '),
  },
  "says that a namespace is not declared": {
    yaml: auto,
    says: ["not declared: Namespace shop"],
  },
});

const uncovered = "info Deployment web metadata.name";
const other = istio("AuthorizationPolicy", "elsewhere", "p", "{}");

meshCases(workloadUncovered, {
  "finds one": { yaml: inside + pods + other, says: [uncovered] },
  "leaves a set without policies alone": { yaml: inside + pods },
  "leaves what is outside the mesh alone": { yaml: namespace("shop") + pods + other },
  "takes a policy of the mesh": {
    yaml: inside + pods + istio("AuthorizationPolicy", "istio-system", "p", "{}"),
  },
  "takes a policy that is attached to its Service": {
    yaml:
      inside +
      pods +
      web() +
      istio(
        "AuthorizationPolicy",
        "shop",
        "p",
        '{targetRefs: [{kind: Service, group: "", name: web}]}',
      ),
  },
});

const rivals = (labels: string) =>
  `${namespace("shop", labels)}${service("shop", "web", "{port: 53, name: tcp}")}${service(
    "shop",
    "web",
    "{port: 53, name: udp, protocol: UDP}",
  ).replace(
    "name: web, namespace",
    "name: web-udp, namespace",
  )}${deployment("shop", "web", "app: web")}`;

meshCases(sharedPodsProtocol, {
  "finds two protocols of one port of a sidecar": {
    yaml: rivals("istio-injection: enabled"),
    says: ["warning Deployment web metadata.name"],
  },
  "takes them where ztunnel goes by the Service": {
    yaml: rivals("istio.io/dataplane-mode: ambient"),
  },
});

import { deployment, istio, meshCases, service } from "../../../test/support/mesh-cases";
import { destinationRuleConflict } from "./destination-rule-conflict";
import { destinationRuleHost } from "./destination-rule-host";
import { destinationRuleSubset } from "./destination-rule-subset";
import { subsetWithoutLabels } from "./subset-without-labels";

const rule = (spec: string, name = "r", namespace = "shop") =>
  istio("DestinationRule", namespace, name, `{host: web, ${spec}}`);
const subset = (labels: string) => rule(`subsets: [{name: s, labels: {${labels}}}]`);
const pods = service("shop", "web") + deployment("shop", "web", "app: web, version: blue");
const routed = istio(
  "VirtualService",
  "shop",
  "vs",
  "{hosts: [web], http: [{route: [{destination: {host: web, subset: s}}]}]}",
);
const label = "DestinationRule r spec.subsets[0].labels.version";
const node = (zone: string) => `---
apiVersion: v1
kind: Node
metadata: {name: n, labels: {topology.kubernetes.io/zone: ${zone}}}
`;

meshCases(destinationRuleSubset, {
  "takes the label of a template": { yaml: pods + subset("version: blue") },
  "warns of a label that no template has": {
    yaml: pods + subset("version: green"),
    says: [`warning ${label}`],
  },
  "refuses it where requests are routed to it": {
    yaml: pods + subset("version: green") + routed,
    says: [`error ${label}`],
  },
  "does so no more where its weight is 0": {
    yaml:
      pods +
      subset("version: green") +
      istio(
        "VirtualService",
        "shop",
        "vs",
        "{hosts: [web], http: [{route: [{destination: {host: web, subset: s}, weight: 0}, {destination: {host: web}, weight: 1}]}]}",
      ),
    says: [`warning ${label}`],
  },
  "offers the value that is written nearly so": {
    yaml: pods + subset("version: bleu"),
    says: [`warning ${label} = "blue"`],
  },
  "names the label that is wrong": {
    yaml: pods + subset("app: web, version: green"),
    says: [`warning ${label}`],
  },
  "counts Pods of the Service alone": {
    yaml:
      pods + deployment("shop", "other", "app: other, version: green") + subset("version: green"),
    says: [`warning ${label}`],
  },
  "counts Pods of its namespace alone": {
    yaml: pods + deployment("other", "web", "app: web, version: green") + subset("version: green"),
    says: [`warning ${label}`],
  },
  "has no Pods at all": {
    yaml:
      service("shop", "web") + deployment("shop", "other", "app: other") + subset("version: blue"),
    says: ["warning DestinationRule r spec.subsets[0]"],
  },
  "leaves Pods alone that are not declared": {
    yaml: service("shop", "web") + subset("version: blue"),
    says: ["not declared: Pods of web.shop.svc.cluster.local"],
  },
  "leaves a Service without a selector alone": {
    yaml: pods.replace("selector: {app: web}, ", "") + subset("version: blue"),
    says: ["not declared: Pods of web.shop.svc.cluster.local"],
  },
  "leaves a host alone that is not declared": { yaml: subset("version: blue") },
  "takes labels of the topology without Nodes": {
    yaml: pods + subset("version: blue, topology.kubernetes.io/zone: a"),
  },
  "takes those of a Node": { yaml: pods + node("a") + subset("topology.kubernetes.io/zone: a") },
  "finds one that no Node has": {
    yaml: pods + node("a") + subset("topology.kubernetes.io/zone: b"),
    says: ['warning DestinationRule r spec.subsets[0].labels["topology.kubernetes.io/zone"]'],
  },
  "takes labels of a ServiceEntry's endpoints": {
    yaml:
      istio(
        "ServiceEntry",
        "shop",
        "e",
        "{hosts: [web.shop.svc.cluster.local], ports: [{number: 80, name: http, protocol: HTTP}], resolution: STATIC, endpoints: [{address: 192.0.2.1, labels: {version: blue}}]}",
      ) + subset("version: blue"),
  },
  "finds one that no endpoint has": {
    yaml:
      istio(
        "ServiceEntry",
        "shop",
        "e",
        "{hosts: [web.shop.svc.cluster.local], ports: [{number: 80, name: http, protocol: HTTP}], resolution: STATIC, endpoints: [{address: 192.0.2.1, labels: {version: blue}}]}",
      ) + subset("version: green"),
    says: [`warning ${label}`],
  },
  "leaves machines alone that an entry would choose": {
    yaml:
      istio(
        "ServiceEntry",
        "shop",
        "outer",
        "{hosts: [a.example.com], ports: [{number: 80, name: http, protocol: HTTP}], resolution: STATIC, workloadSelector: {labels: {app: outer}}}",
      ) + subset("version: blue").replace("host: web", "host: a.example.com"),
    says: ["not declared: Pods of a.example.com"],
  },
  "leaves another name alone, whatever it selects": {
    yaml:
      pods.replace("spec: {selector", "spec: {type: ExternalName, externalName: a.b, selector") +
      subset("version: green"),
    says: ["not declared: Pods of web.shop.svc.cluster.local"],
  },
  "names the label that no Pod has, where Pods differ": {
    yaml:
      pods +
      deployment("shop", "red", "app: web, version: red") +
      subset("version: blue, tier: front"),
    says: ["warning DestinationRule r spec.subsets[0].labels.tier"],
    messages: [
      'subset "s" chooses no Pod of Service web by version=blue,tier=front: its Pods have no label "tier"',
    ],
  },
  "says that there are no Pods": {
    yaml:
      service("shop", "web") + deployment("shop", "other", "app: other") + subset("version: blue"),
    says: ["warning DestinationRule r spec.subsets[0]"],
    messages: ['subset "s" chooses no Pod of Service web by version=blue: it has no Pods at all'],
  },
  "does not look for other labels at Nodes": { yaml: pods + node("a") + subset("version: blue") },
  "takes a subset of all": {
    yaml:
      service("shop", "web") +
      deployment("shop", "other", "app: other") +
      rule("subsets: [{name: s}]"),
  },
});

meshCases(subsetWithoutLabels, {
  "tells of one that is alone": {
    yaml: rule("subsets: [{name: all}]"),
    says: ["info DestinationRule r spec.subsets[0].name"],
  },
  "tells of one that has a policy": {
    yaml: rule(
      "subsets: [{name: a, labels: {v: a}}, {name: all, trafficPolicy: {tls: {mode: DISABLE}}}]",
    ),
    says: ["info DestinationRule r spec.subsets[1].name"],
  },
  "warns of one beside others": {
    yaml: rule("subsets: [{name: a, labels: {v: a}}, {name: b, labels: {}}]"),
    says: ["warning DestinationRule r spec.subsets[1].name"],
  },
});

const host = (name: string) => `DestinationRule ${name} spec.host`;
const some = "trafficPolicy: {loadBalancer: {simple: RANDOM}}";
const other = "trafficPolicy: {loadBalancer: {simple: ROUND_ROBIN}}";
const v1 = "subsets: [{name: v1, labels: {v: a}}]";
const v2 = "subsets: [{name: v2, labels: {v: b}}]";

meshCases(destinationRuleConflict, {
  "joins different subsets": { yaml: rule(v1, "a") + rule(v2, "b") },
  "joins the same policy": { yaml: rule(`${v1}, ${some}`, "a") + rule(`${v2}, ${some}`, "b") },
  "finds the same subset": {
    yaml: rule(v1, "a") + rule(v1, "b"),
    says: [`warning ${host("a")}`, `warning ${host("b")}`],
  },
  "finds different policies": {
    yaml: rule(`${v1}, ${some}`, "a") + rule(`${v2}, ${other}`, "b"),
    says: [`warning ${host("a")}`, `warning ${host("b")}`],
  },
  "finds different exports": {
    yaml: rule(`${v1}, exportTo: ['.']`, "a") + rule(v2, "b"),
    says: [`warning ${host("a")}`, `warning ${host("b")}`],
  },
  "takes two ways to write the same export": {
    yaml: rule(`${v1}, exportTo: ['.']`, "a") + rule(`${v2}, exportTo: [shop]`, "b"),
  },
  "tells of a rule without subsets that is joined": {
    yaml: rule(v1, "a") + rule(some, "b"),
    says: [`info ${host("a")}`, `info ${host("b")}`],
  },
  "leaves rules of other namespaces alone": {
    yaml:
      rule(v1, "a") +
      istio("DestinationRule", "ui", "b", `{host: web.shop.svc.cluster.local, ${v1}}`),
  },
  "leaves rules for chosen clients alone": {
    yaml: rule(v1, "a") + rule(`${v1}, workloadSelector: {matchLabels: {app: x}}`, "b"),
  },
});

const forHost = (name: string) => istio("DestinationRule", "shop", "r", `{host: ${name}}`);

meshCases(destinationRuleHost, {
  "knows a Service": { yaml: service("shop", "web") + forHost("web") },
  "warns of a host outside": {
    yaml: service("shop", "web") + forHost("api.example.com"),
    says: [`warning ${host("r")}`],
  },
  "leaves a wildcard of the cluster alone": { yaml: service("shop", "web") + forHost('"*.local"') },
  "leaves a wildcard of a namespace alone": {
    yaml: service("shop", "web") + forHost('"*.other.svc.cluster.local"'),
  },
  "warns of a wildcard outside": {
    yaml: service("shop", "web") + forHost('"*.example.com"'),
    says: [`warning ${host("r")}`],
  },
  "leaves what is not declared alone": {
    yaml: service("shop", "web") + forHost("api.other.svc.cluster.local"),
    says: ["not declared: Service api.other"],
  },
});

import { deployment, istio, meshCases, service } from "../../../test/support/mesh-cases";
import { Scope } from "../scope";
import { authorizationProvider } from "./authorization-provider";
import { deprecated } from "./deprecated";
import { duplicateObject } from "./duplicate-object";
import { envoyFilterOrder } from "./envoy-filter-order";
import { envoyFilterVersionOrder } from "./envoy-filter-version-order";
import { extensionSelector } from "./extension-selector";
import { injectorOverlap } from "./injector-overlap";
import { meshNetworks } from "./mesh-networks";
import { providerService } from "./provider-service";
import { telemetryAccessLog } from "./telemetry-access-log";
import { telemetryDefault } from "./telemetry-default";
import { telemetryOverlap } from "./telemetry-overlap";
import { telemetryProvider } from "./telemetry-provider";
import { telemetrySelector } from "./telemetry-selector";
import { webhookAddress } from "./webhook-address";
import { webhookService } from "./webhook-service";

const object = (apiVersion: string, kind: string, place: string, name: string, spec: string) => `---
apiVersion: ${apiVersion}
kind: ${kind}
metadata: {name: ${name}, namespace: ${place}}
spec: ${spec}
`;
const telemetry = (name: string, spec: string, place = "shop") =>
  object("telemetry.istio.io/v1", "Telemetry", place, name, spec);

const config = (mesh: string, key = "mesh") => `---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data: {${key}: '${mesh}'}
`;

const web = deployment("shop", "web", "app: web, version: v1");
const chosen = "selector: {matchLabels: {app: web}}";

meshCases(telemetrySelector, {
  "does not know of Pods elsewhere": {
    yaml: telemetry("a", `{${chosen}}`),
    says: ["not declared: Pods with the labels app=web"],
  },
  "looks for Pods of its own namespace": {
    yaml: web + deployment("other", "db", "app: db") + telemetry("a", `{${chosen}}`, "other"),
    says: ["warning Telemetry a spec.selector.matchLabels"],
  },
  "does not look for Pods of other namespaces from the root one, as istiod does not": {
    yaml: web + telemetry("a", `{${chosen}}`, "istio-system"),
    says: ["warning Telemetry a spec.selector.matchLabels"],
  },
});

const filter = (name: string, selector: string, more = "", place = "shop") =>
  istio("EnvoyFilter", place, name, `{${selector}${more}}`);

meshCases(extensionSelector, {
  "reads the other word of an EnvoyFilter": {
    yaml: web + filter("a", "workloadSelector: {labels: {app: wep}}"),
    says: ['warning EnvoyFilter a spec.workloadSelector.labels.app = "web"'],
  },
  "takes one for the whole namespace": { yaml: web + filter("a", "priority: 1") },
});

meshCases(telemetryOverlap, {
  "takes other namespaces": {
    yaml:
      web +
      deployment("other", "web", "app: web") +
      telemetry("a", `{${chosen}}`) +
      telemetry("b", `{${chosen}}`, "other"),
  },
  "takes selectors that no Pod has": {
    yaml: telemetry("a", `{${chosen}}`) + telemetry("b", `{${chosen}}`),
  },
  "takes one for the namespace beside it": {
    yaml: web + telemetry("a", `{${chosen}}`) + telemetry("b", "{}"),
  },
});

meshCases(telemetryDefault, {
  "takes one beside one that is attached by name": {
    yaml:
      telemetry("a", "{tracing: [{randomSamplingPercentage: 1}]}") +
      telemetry("b", '{targetRefs: [{kind: Service, group: "", name: web}]}'),
  },
});

const istiod = service("istio-system", "istiod");
const logs = telemetry("a", "{accessLogging: [{}]}");

meshCases(telemetryAccessLog, {
  "does not know of the mesh config of others": {
    yaml: logs,
    says: ["not declared: defaultProviders of the mesh config"],
  },
  "knows istiod's defaults where istiod is declared": {
    yaml: istiod + logs,
    says: ["warning Telemetry a spec.accessLogging[0]"],
  },
  "takes logs that are turned off": {
    yaml: istiod + telemetry("a", "{accessLogging: [{disabled: true}]}"),
  },
});

const spans = (name: string) => telemetry("a", `{tracing: [{providers: [{name: ${name}}]}]}`);
const provider = "Telemetry a spec.tracing[0].providers[0].name";

meshCases(telemetryProvider, {
  "does not know of the mesh config of others": {
    yaml: spans("zipkin"),
    says: ['not declared: provider "zipkin" of the mesh config'],
  },
  "takes those that istiod has": { yaml: istiod + spans("stackdriver") },
  "finds one in a whole cluster": {
    yaml: spans("zipkin"),
    scope: Scope.Cluster,
    says: [`warning ${provider}`],
  },
});

const ask = (name: string) =>
  object(
    "security.istio.io/v1",
    "AuthorizationPolicy",
    "shop",
    "ask",
    `{action: CUSTOM, provider: {name: ${name}}, rules: [{}]}`,
  );

meshCases(authorizationProvider, {
  "does not know of the mesh config of others": {
    yaml: ask("opa"),
    says: ['not declared: provider "opa" of the mesh config'],
  },
  "finds a provider of another sort": {
    yaml:
      config("{extensionProviders: [{name: opa, zipkin: {service: a.b, port: 1}}]}") + ask("opa"),
    says: ["error AuthorizationPolicy ask spec.provider.name"],
  },
  "offers the one that was meant": {
    yaml: config("{extensionProviders: [{name: opa, envoyExtAuthzHttp: {}}]}") + ask("oap"),
    says: ['error AuthorizationPolicy ask spec.provider.name = "opa"'],
  },
});

const zipkin = (host: string) =>
  config(`{extensionProviders: [{name: zipkin, zipkin: {service: ${host}, port: 9411}}]}`);

meshCases(providerService, {
  "takes a namespace before the name": {
    yaml:
      service("obs", "zipkin", "{port: 9411, name: http}") +
      zipkin("obs/zipkin.obs.svc.cluster.local"),
  },
  "finds a Service that is not there": {
    yaml: service("obs", "zipkin") + zipkin("zipkn.obs.svc.cluster.local"),
    says: ["info ConfigMap istio data.mesh"],
  },
  "does not know of Services elsewhere": {
    yaml: zipkin("zipkin.obs.svc.cluster.local"),
    says: ["not declared: Service zipkin.obs"],
  },
});

meshCases(meshNetworks, {
  "takes the name of istiod's own cluster": {
    yaml: `${config("{networks: {east: {endpoints: [{fromRegistry: east}]}}}", "meshNetworks")}---
apiVersion: apps/v1
kind: Deployment
metadata: {name: istiod, namespace: istio-system}
spec: {template: {metadata: {labels: {app: istiod}}, spec: {containers: [{env: [{name: CLUSTER_ID, value: east}]}]}}}
`,
  },
  "takes addresses": {
    yaml: config("{networks: {east: {endpoints: [{fromCidr: 10.0.0.0/8}]}}}", "meshNetworks"),
  },
});

meshCases(deprecated, {
  "finds a Sidecar's egressProxy": {
    yaml: istio(
      "Sidecar",
      "shop",
      "all",
      "{outboundTrafficPolicy: {mode: ALLOW_ANY, egressProxy: {host: a.b, port: {number: 80}}}}",
    ),
    says: ["warning Sidecar all spec.outboundTrafficPolicy.egressProxy"],
  },
  "finds a Lightstep provider": {
    yaml: config("{extensionProviders: [{name: ls, lightstep: {}}]}") + spans("ls"),
    says: [`warning ${provider}`],
  },
  "finds a kind that is not read any more": {
    yaml: `---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: serviceroles.rbac.istio.io}
spec: {group: rbac.istio.io, names: {kind: ServiceRole}}
`,
    says: ["warning CustomResourceDefinition serviceroles.rbac.istio.io spec.group"],
  },
});

meshCases(duplicateObject, {
  "tells three once": {
    yaml: service("shop", "web") + service("shop", "web") + service("shop", "web"),
    says: ["error Service web metadata.name"],
  },
  "takes the namespace of objects that name none": {
    yaml: `${service("default", "web")}---
apiVersion: v1
kind: Service
metadata: {name: web}
`,
    says: ["error Service web metadata.name"],
  },
});

const patch = (operation: string, applyTo = "HTTP_FILTER", version = "") =>
  `configPatches: [{applyTo: ${applyTo}, match: {context: GATEWAY${version}}, patch: {operation: ${operation}, value: {name: a}}}]`;
const own = "spec.configPatches[0].patch.operation";

meshCases(envoyFilterOrder, {
  "is only worth knowing while it is alone": {
    yaml: filter("a", patch("INSERT_AFTER")),
    says: [`info EnvoyFilter a ${own}`],
  },
  "counts those of the root namespace": {
    yaml:
      filter("a", patch("INSERT_AFTER")) + filter("b", patch("INSERT_FIRST"), "", "istio-system"),
    says: [`warning EnvoyFilter a ${own}`],
  },
  "takes those of other namespaces": {
    yaml: filter("a", patch("REMOVE")) + filter("b", patch("ADD"), "", "other"),
    says: [`info EnvoyFilter a ${own}`],
  },
  "takes a priority": { yaml: filter("a", patch("INSERT_AFTER"), ", priority: -5") },
  "takes MERGE": { yaml: filter("a", patch("MERGE", "CLUSTER")) },
});

meshCases(envoyFilterVersionOrder, {
  "is only worth knowing for other versions": {
    yaml:
      filter("a", patch("INSERT_FIRST", "HTTP_FILTER", ", proxy: {proxyVersion: a}")) +
      filter("b", patch("INSERT_BEFORE", "HTTP_FILTER", ", proxy: {proxyVersion: b}")),
    says: [`info EnvoyFilter b ${own}`],
  },
  "finds the same version": {
    yaml:
      filter("a", patch("INSERT_FIRST", "HTTP_FILTER", ", proxy: {proxyVersion: a}")) +
      filter("b", patch("INSERT_BEFORE", "HTTP_FILTER", ", proxy: {proxyVersion: a}")),
    says: [`warning EnvoyFilter b ${own}`],
  },
});

const webhook = (name: string, hook: string, kind = "Mutating") => `---
apiVersion: admissionregistration.k8s.io/v1
kind: ${kind}WebhookConfiguration
metadata: {name: ${name}}
webhooks: [{name: a.istio.io, ${hook}}]
`;
const client = (name: string) =>
  `clientConfig: {service: {name: ${name}, namespace: istio-system}}`;

meshCases(webhookService, {
  "does not know of Services elsewhere": {
    yaml: webhook("istio-sidecar-injector", client("istiod")),
    says: ["not declared: Service istiod.istio-system"],
  },
  "knows a webhook of Istio's by its own name": {
    yaml: istiod + webhook("injector", client("istio")),
    says: ["error MutatingWebhookConfiguration injector webhooks[0].clientConfig.service.name"],
  },
  "passes over webhooks of others": {
    yaml: istiod + webhook("linkerd", client("linkerd")).replaceAll("istio.io", "linkerd.io"),
  },
});

meshCases(webhookAddress, {
  "finds an address that is none": {
    yaml: webhook("istio-validator", "clientConfig: {url: istiod}", "Validating"),
    says: ["warning ValidatingWebhookConfiguration istio-validator webhooks[0].clientConfig.url"],
  },
});

const takes = (place: string, pod = "{}") => `namespaceSelector: ${place}, objectSelector: ${pod}`;
const enabled = "{matchLabels: {istio-injection: enabled}}";

meshCases(injectorOverlap, {
  "takes webhooks that no Pod has both of": {
    yaml:
      webhook(
        "a",
        takes(
          enabled,
          "{matchExpressions: [{key: sidecar.istio.io/inject, operator: NotIn, values: ['false']}]}",
        ),
      ) + webhook("b", takes(enabled, "{matchLabels: {sidecar.istio.io/inject: 'false'}}")),
  },
  "finds a revision that two take": {
    yaml:
      webhook("a", takes("{matchLabels: {istio.io/rev: v1}}")) +
      webhook("b", takes("{matchExpressions: [{key: istio.io/rev, operator: Exists}]}")),
    says: [
      "error MutatingWebhookConfiguration a webhooks[0].name",
      "error MutatingWebhookConfiguration b webhooks[0].name",
    ],
  },
  "finds a revision that is named in lists alone, and once for all labels": {
    yaml: ["a", "b"]
      .map((name) =>
        webhook(
          name,
          takes("{matchExpressions: [{key: istio.io/rev, operator: In, values: [v1]}]}"),
        ),
      )
      .join(""),
    says: [
      "error MutatingWebhookConfiguration a webhooks[0].name",
      "error MutatingWebhookConfiguration b webhooks[0].name",
    ],
    messages: ["b", "a"].map(
      (other) =>
        `a Pod with no such labels, in a namespace with istio.io/rev=v1, is taken by ${other}/a.istio.io too`,
    ),
    related: [["MutatingWebhookConfiguration b"], ["MutatingWebhookConfiguration a"]],
  },
  "does not take other keys for revisions": {
    yaml:
      webhook("a", takes("{matchExpressions: [{key: istio.io/rev, operator: Exists}]}")) +
      webhook(
        "b",
        takes(
          "{matchExpressions: [{key: istio.io/rev, operator: Exists}, {key: tier, operator: In, values: [v1]}]}",
        ),
      ),
  },
  "knows a revision by the label of its configuration": {
    yaml:
      webhook("a", takes("{matchExpressions: [{key: istio.io/rev, operator: Exists}]}")).replace(
        "name: a}",
        "name: a, labels: {istio.io/rev: v3}}",
      ) + webhook("b", takes("{matchExpressions: [{key: istio.io/rev, operator: Exists}]}")),
    says: [
      "error MutatingWebhookConfiguration a webhooks[0].name",
      "error MutatingWebhookConfiguration b webhooks[0].name",
    ],
  },
  "passes over webhooks of others that are not for revisions": {
    yaml: ["a", "b"]
      .map((name) => webhook(name, takes(enabled)).replaceAll("a.istio.io", "a.linkerd.io"))
      .join(""),
  },
  "finds Istio's beside one of others in its configuration": {
    yaml: ["a", "b"]
      .map((name) =>
        webhook(name, takes(enabled)).replace(
          "webhooks: [",
          "webhooks: [{name: other.example.com, namespaceSelector: {matchLabels: {istio-injection: never}}}, ",
        ),
      )
      .join(""),
    says: [
      "error MutatingWebhookConfiguration a webhooks[1].name",
      "error MutatingWebhookConfiguration b webhooks[1].name",
    ],
  },
  "finds two of one configuration, and names no other": {
    yaml: webhook("a", takes(enabled)).replace(
      "webhooks: [",
      `webhooks: [{name: b.istio.io, ${takes(enabled)}}, `,
    ),
    says: [
      "error MutatingWebhookConfiguration a webhooks[0].name",
      "error MutatingWebhookConfiguration a webhooks[1].name",
    ],
    messages: ["a.istio.io", "b.istio.io"].map(
      (other) =>
        `a Pod with no such labels, in a namespace with istio-injection=enabled, is taken by a/${other} too`,
    ),
    related: [[], []],
  },
  "says by which labels a Pod is taken": {
    yaml: ["a", "b", "c"]
      .map((name) => webhook(name, takes("{}", "{matchLabels: {sidecar.istio.io/inject: 'true'}}")))
      .join(""),
    says: ["a", "b", "c"].map(
      (name) => `error MutatingWebhookConfiguration ${name} webhooks[0].name`,
    ),
    messages: ["b/a.istio.io, c", "a/a.istio.io, c", "a/a.istio.io, b"].map(
      (others) =>
        `a Pod with sidecar.istio.io/inject=true, in a namespace with no such labels, is taken by ${others}/a.istio.io too`,
    ),
  },
});

import { deployment, istio, meshCases, namespace, service } from "../../../test/support/mesh-cases";
import { allowNothing } from "./allow-nothing";
import { callOutOfScope } from "./call-out-of-scope";
import { destinationRuleHost } from "./destination-rule-host";
import { envoyFilterContext } from "./envoy-filter-context";
import { gatewayConflict } from "./gateway-conflict";
import { httpPortOfAnotherProtocol } from "./http-port-of-another-protocol";
import { revisionMissing } from "./revision-missing";
import { routingSelector } from "./routing-selector";
import { serviceSelector } from "./service-selector";
import { sidecarIngressPort } from "./sidecar-ingress-port";
import { statefulSetService } from "./stateful-set-service";
import { targetRef } from "./target-ref";
import { telemetrySelector } from "./telemetry-selector";
import { virtualServiceDelegate } from "./virtual-service-delegate";

const webhook = (labels: string) => `---
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: w, labels: {${labels}}}
`;
const label = 'warning Namespace a metadata.labels["istio.io/rev"]';

meshCases(revisionMissing, {
  "finds the release of no webhook": {
    yaml: webhook("istio.io/rev: 1-31-2") + namespace("a", "istio.io/rev: 1-30-0"),
    says: [label],
  },
  "takes a tag that is declared, and one that is not": {
    yaml:
      webhook("istio.io/rev: 1-31-2, istio.io/tag: 1-31") +
      namespace("a", "istio.io/rev: 1-31") +
      namespace("b", "istio.io/rev: stable"),
  },
  "takes a namespace whose other label wins": {
    yaml:
      webhook("istio.io/rev: 1-31-2") +
      namespace("a", "istio.io/rev: 1-30-0, istio-injection: enabled"),
  },
  "does not know of control planes that nobody declares": {
    yaml: namespace("a", "istio.io/rev: 1-30-0"),
  },
});

const stateful = (name: string) => `---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: s, namespace: a}
spec: {${name}template: {metadata: {labels: {app: s}}, spec: {}}}
`;
const headless = (name: string) =>
  service("a", name).replace(`selector: {app: ${name}}`, "clusterIP: None, selector: {app: s}");

meshCases(statefulSetService, {
  "offers the one headless Service": {
    yaml: headless("b") + service("a", "c") + stateful("serviceName: x, "),
    says: ['warning StatefulSet s spec.serviceName = "b"'],
  },
  "offers none of two": {
    yaml: headless("b") + headless("c") + stateful("serviceName: x, "),
    says: ["warning StatefulSet s spec.serviceName"],
  },
  "takes a Service that is there, headless or not": {
    yaml: headless("b") + service("a", "c") + stateful("serviceName: c, "),
  },
  "takes Pods without a headless Service": {
    yaml: service("a", "s") + stateful("serviceName: x, "),
  },
  "takes one without a name": { yaml: headless("b") + stateful("") },
});

const brokers = (name: string, port: string) => service("a", name, port);
const spoken = (name: string) => [`warning Service ${name} spec.ports[0]`];

meshCases(httpPortOfAnotherProtocol, {
  "finds it by the name of the port": {
    yaml: brokers("x", "{name: http-redis, port: 6379, targetPort: main}"),
    says: spoken("x"),
  },
  "finds it by the name of the Service": {
    yaml: brokers("postgres-primary", "{name: grpc, port: 5432}"),
    says: spoken("postgres-primary"),
  },
  "finds appProtocol": {
    yaml: brokers("kafka", "{name: kafka, port: 9092, appProtocol: http}"),
    says: spoken("kafka"),
  },
  "takes a page for it": { yaml: brokers("kafka-ui", "{name: http, port: 9092}") },
  "takes a port that leads elsewhere": {
    yaml: brokers("redis", "{name: http, port: 6379, targetPort: 8080}"),
  },
  "takes another port": { yaml: brokers("redis", "{name: http, port: 9121}") },
  "takes what says nothing or TCP": {
    yaml: brokers("redis", "{name: web, port: 6379}") + brokers("nats", "{name: tcp, port: 4222}"),
  },
});

const filter = (context: string, place = "a") =>
  istio(
    "EnvoyFilter",
    place,
    "f",
    `{workloadSelector: {labels: {app: w}}, configPatches: [{applyTo: CLUSTER, match: {context: ${context}}, patch: {operation: MERGE, value: {}}}]}`,
  ).replace("networking.istio.io/v1\n", "networking.istio.io/v1alpha3\n");
const pods = deployment("a", "w", "app: w");
const gatewayPods = pods.replace(
  "{labels: {app: w}}",
  "{labels: {app: w}, annotations: {inject.istio.io/templates: gateway}}",
);
const context = ["warning EnvoyFilter f spec.configPatches[0].match.context"];

meshCases(envoyFilterContext, {
  "finds sidecars": {
    yaml: pods + filter("GATEWAY"),
    says: context,
    related: [["Deployment w.a"]],
  },
  "finds gateways": { yaml: gatewayPods + filter("SIDECAR_OUTBOUND"), says: context },
  "finds them in the whole mesh": {
    yaml: namespace("a") + pods + filter("GATEWAY", "istio-system"),
    says: context,
  },
  "takes each where it belongs": {
    yaml: pods + filter("SIDECAR_INBOUND"),
  },
  "takes gateways for gateways": { yaml: gatewayPods + filter("GATEWAY") },
  "takes any": { yaml: pods + filter("ANY") },
  "takes both sorts together": {
    yaml: pods + gatewayPods.replace("name: w,", "name: v,") + filter("GATEWAY"),
  },
  "takes none at all": { yaml: filter("GATEWAY") },
  "takes a filter that has patches for both sorts": {
    yaml:
      pods +
      filter("GATEWAY").replace(
        "configPatches: [",
        "configPatches: [{applyTo: CLUSTER, match: {context: SIDECAR_OUTBOUND}, patch: {operation: MERGE, value: {}}}, ",
      ),
  },
});

const telemetry = (place: string) =>
  istio("Telemetry", place, "t", "{selector: {matchLabels: {app: w}}, tracing: [{}]}").replace(
    "networking.istio.io",
    "telemetry.istio.io",
  );

meshCases(telemetrySelector, {
  "finds that labels in the root namespace are for its own Pods": {
    yaml: pods + telemetry("istio-system"),
    says: ["warning Telemetry t spec.selector.matchLabels"],
    related: [["Deployment w.a"]],
  },
  "takes Pods of the root namespace": {
    yaml: deployment("istio-system", "w", "app: w") + telemetry("istio-system"),
  },
});

const rule = (host: string) => istio("DestinationRule", "b", "r", `{host: ${host}}`);

meshCases(destinationRuleHost, {
  "finds a short name from a namespace without Services": {
    yaml: namespace("b") + service("a", "w") + rule("w"),
    says: ['warning DestinationRule r spec.host = "w.a.svc.cluster.local"'],
  },
  "does not know which of two is meant": {
    yaml: namespace("b") + service("a", "w") + service("c", "w") + rule("w"),
    says: ["not declared: Service w.b"],
  },
  "does not know of a namespace that is not declared": {
    yaml: service("a", "w") + rule("w"),
    says: ["not declared: Service w.b"],
  },
  "takes what is said to be elsewhere": {
    yaml: namespace("b") + service("a", "w") + rule("w"),
    external: ["Service b/w"],
    says: ["not declared: Service w.b"],
  },
  "takes the Services of another environment for none that are meant": {
    yaml:
      namespace("shop-staging") +
      service("shop-prod", "w") +
      rule("w").replace("namespace: b", "namespace: shop-staging"),
    says: ["not declared: Service w.shop-staging"],
  },
});

const other = (name: string, port: number) => deployment("a", name, `app: ${name}`, { port });
const wanted = service("a", "api", "{port: 80, targetPort: 8080, name: http}");

meshCases(serviceSelector, {
  "finds Pods that are called after it": {
    yaml: wanted + other("api-server", 8080),
    says: ["error Service api spec.selector"],
  },
  "takes Pods that another Service chooses": {
    yaml: wanted + other("api-server", 8080) + service("a", "api-server"),
    says: ["info Service api spec.selector"],
  },
  "takes Pods without its port": {
    yaml: wanted + other("api-exporter", 9100),
    says: ["info Service api spec.selector"],
  },
});

const sidecar = (number: number) =>
  istio(
    "Sidecar",
    "a",
    "s",
    `{workloadSelector: {labels: {app: w}}, ingress: [{port: {number: ${number}, protocol: HTTP, name: http}, defaultEndpoint: "127.0.0.1:8080"}], egress: [{hosts: ["./*"]}]}`,
  );
const served = service("a", "w", "{port: 80, targetPort: main, name: http}") + pods;

meshCases(sidecarIngressPort, {
  "offers the port of the Pods, by its name": {
    yaml: served + sidecar(80),
    says: ["warning Sidecar s spec.ingress[0].port.number = 8080"],
  },
  "takes a port of the Pods, and one that no Service has": {
    yaml: served + sidecar(8080) + sidecar(81).replace("name: s,", "name: t,"),
  },
  "takes Pods that listen on the Service's port too": {
    yaml:
      service("a", "w", "{port: 80, targetPort: 8080, name: http}") +
      deployment("a", "w", "app: w", { port: 80 }) +
      sidecar(80),
  },
});

const callers = (egress: string) =>
  namespace("a", "istio-injection: enabled") +
  service("b", "o") +
  deployment("a", "w", "app: w").replace(
    "{name: app,",
    '{name: app, env: [{name: OTHER, value: "http://o.b.svc.cluster.local"}],',
  ) +
  istio(
    "Sidecar",
    "a",
    "s",
    `{outboundTrafficPolicy: {mode: REGISTRY_ONLY}, egress: [{hosts: [${egress}]}]}`,
  );
const routed = (more = "", host = "x.a.svc.cluster.local") =>
  istio(
    "VirtualService",
    "a",
    "v",
    `{hosts: [${host}], ${more}http: [{route: [{destination: {host: o.b.svc.cluster.local}}]}]}`,
  );
const hidden = ["warning Sidecar s spec.egress"];

meshCases(callOutOfScope, {
  "finds a Service out of the scope": { yaml: callers('"./*"'), says: hidden },
  "takes one that a route within the scope leads to, as istiod does": {
    yaml: callers('"./*"') + routed(),
  },
  "finds one to which a route out of the scope leads": {
    yaml: callers('"./y.a.svc.cluster.local"') + routed(),
    says: hidden,
  },
  "finds one to which a route at a gateway leads": {
    yaml: callers('"./*"') + routed("gateways: [g], "),
    says: hidden,
  },
});

const root = (match: string) =>
  istio(
    "VirtualService",
    "a",
    "root",
    `{hosts: [a.example.com], http: [{${match}delegate: {name: d}}]}`,
  );
const delegate = (...matches: string[]) =>
  istio(
    "VirtualService",
    "a",
    "d",
    `{http: [${matches.map((match) => `{match: [${match}], route: [{destination: {host: w}}]}`).join(", ")}]}`,
  );
const dropped = "error VirtualService root spec.http[0].delegate.name";
const prefix = (value: string) => `{uri: {prefix: ${value}}}`;

meshCases(virtualServiceDelegate, {
  "finds each route for paths that are not handed over": {
    yaml:
      root(`match: [${prefix("/a")}, {uri: {exact: /b}}], `) +
      delegate(
        prefix("/c"),
        prefix("/a/c"),
        "{uri: {exact: /b}}",
        prefix("/b"),
        "{uri: {regex: /a.*}}",
      ),
    says: [dropped, dropped, dropped],
    messages: ["/c", "/b", "/a.*"].map(
      (path, i) =>
        `spec.http[${[0, 3, 4][i]}] of VirtualService d of namespace a is left out: the ${i === 2 ? "pattern" : "prefix"} "${path}" is not within the prefix "/a" or the path "/b", which is what is handed over`,
    ),
  },
  "finds one of several matches": {
    yaml: root(`match: [${prefix("/a")}], `) + delegate(`${prefix("/a")}, ${prefix("/")}`),
    says: [dropped],
  },
  "takes a root without matches, and by other things": {
    yaml:
      root("") +
      root("match: [{headers: {x: {exact: y}}}], ").replace("name: root", "name: other") +
      delegate(prefix("/c")),
  },
  "takes matches without a path": {
    yaml: root(`match: [${prefix("/a")}], `) + delegate("{headers: {x: {exact: y}}}"),
  },
});

const policy = (name: string, spec: string) => istio("AuthorizationPolicy", "a", name, spec);

meshCases(allowNothing, {
  "finds one without a specification": {
    yaml: policy("allow-web", "{}"),
    says: ["warning AuthorizationPolicy allow-web metadata.name"],
  },
  "takes rules, other actions and other names": {
    yaml:
      policy("allow-web", "{rules: [{}]}") +
      policy("allow-audit", "{action: AUDIT}") +
      policy("web", "{}"),
  },
});

const outside = (spec: string, host = "api.example.net") =>
  namespace("a", "istio-injection: enabled") +
  istio(
    "ServiceEntry",
    "b",
    "e",
    `{hosts: ["${host}"], resolution: NONE, ports: [{number: 443, name: tls, protocol: TLS}]}`,
  ) +
  `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: w, namespace: a}
spec: {template: {metadata: {labels: {app: w}}, spec: {containers: [{name: w, env: [{name: API_URL, value: "https://api.example.net/v1"}, {name: OTHER_URL, value: "https://api.example.net/v2"}]}]}}}
` +
  istio("Sidecar", "a", "s", `{${spec}}`);
const closed = "outboundTrafficPolicy: {mode: REGISTRY_ONLY}, ";

meshCases(callOutOfScope, {
  "finds a host outside that is called, once": {
    yaml: outside(`${closed}egress: [{hosts: ["./*"]}]`),
    says: ["warning Sidecar s spec.egress"],
    related: [["Deployment w.a", "ServiceEntry e.b"]],
  },
  "takes one within the scope, by a wildcard": {
    yaml: outside(`${closed}egress: [{hosts: ["./*", "b/*.example.net"]}]`, "*.example.net"),
  },
  "takes one that everybody may call": { yaml: outside('egress: [{hosts: ["./*"]}]') },
});

const machine = (place: string) =>
  istio("WorkloadEntry", place, "m", "{address: 192.0.2.1, labels: {app: w}}");
const entry = istio(
  "ServiceEntry",
  "a",
  "e",
  "{hosts: [w.a.internal], location: MESH_INTERNAL, resolution: STATIC, ports: [{number: 80, name: http, protocol: HTTP}], workloadSelector: {labels: {app: w}}}",
);

meshCases(routingSelector, {
  "finds a machine of another namespace": {
    yaml: entry + machine("b"),
    says: ["warning ServiceEntry e spec.workloadSelector.labels"],
    related: [["WorkloadEntry m.b"]],
  },
  "takes a machine of its own": { yaml: entry + machine("a") + machine("b") },
  "does not know of Pods elsewhere": {
    yaml: entry + deployment("b", "w", "app: w"),
    says: ["not declared: Pods with the labels app=w"],
  },
});

const server = (name: string, tls: string, hosts = "a.example.com") =>
  `{port: {number: 443, name: ${name}, protocol: ${tls === "" ? "HTTP" : "HTTPS"}}, hosts: [${hosts}]${tls && `, tls: {mode: SIMPLE, credentialName: ${tls}}`}}`;
const both = (...servers: string[]) =>
  istio("Gateway", "a", "g", `{selector: {istio: g}, servers: [${servers.join(", ")}]}`);

meshCases(gatewayConflict, {
  "finds two servers of one Gateway": {
    yaml: both(server("x", "c"), server("y", "d", "b.example.com, '*/a.example.com'")),
    says: ["error Gateway g spec.servers[0].hosts", "error Gateway g spec.servers[1].hosts"],
    messages: [
      "a.example.com at port 443 is also in spec.servers[1]: one of both is dropped, with its certificate",
      "b.example.com, */a.example.com at port 443 is also in spec.servers[0]: one of both is dropped, with its certificate",
    ],
  },
  "takes other hosts, and plain HTTP": {
    yaml:
      both(server("x", "c"), server("y", "d", "b.example.com")) +
      both(server("x", ""), server("y", ""))
        .replace("istio: g", "istio: h")
        .replace("name: g", "name: h"),
  },
});

const waypointOf = (place: string) =>
  `---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: y, namespace: ${place}}
spec: {gatewayClassName: istio-waypoint, listeners: [{name: mesh, port: 15008, protocol: HBONE}]}
`;
const using = namespace("a", "istio.io/use-waypoint: y, istio.io/use-waypoint-namespace: b");
const attached = (name: string) =>
  istio(
    "AuthorizationPolicy",
    "a",
    "p",
    `{targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: ${name}}], rules: [{}]}`,
  );

meshCases(targetRef, {
  "finds the waypoint of another namespace": {
    yaml: using + waypointOf("b") + attached("y"),
    says: ["error AuthorizationPolicy p spec.targetRefs[0].name"],
  },
  "takes a Gateway of that name beside it": {
    yaml: using + waypointOf("a") + waypointOf("b") + attached("y"),
  },
  "does not know of another name": {
    yaml: using + waypointOf("b") + attached("z"),
    says: ["not declared: Gateway z.a"],
  },
});

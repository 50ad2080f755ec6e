import {
  edgeGateway,
  gatewayApiObject,
  httpListener,
  istio,
  meshCases,
  namespace,
  service,
} from "../../../test/support/mesh-cases";
import { routeBackend } from "./route-backend";
import { routeBackendGrant } from "./route-backend-grant";
import { routeBackendPort } from "./route-backend-port";
import { routeHostname } from "./route-hostname";
import { routeListener } from "./route-listener";
import { routeNotAllowed } from "./route-not-allowed";
import { routeParent } from "./route-parent";
import { routeServicePort } from "./route-service-port";
import { routeWeights } from "./route-weights";

const fromAll = ", allowedRoutes: {namespaces: {from: All}}";
const open = edgeGateway(httpListener(fromAll));

const route = (parents: string, more = "", namespace = "shop") =>
  gatewayApiObject("HTTPRoute", namespace, "web", `{parentRefs: [${parents}]${more}}`);
const at = "HTTPRoute web spec.parentRefs[0]";

meshCases(routeParent, {
  "offers the namespace of the only Gateway of the name": {
    yaml: open + route("{name: edge}"),
    says: [`warning ${at}.name = "edge"`],
  },
  "is sure where the namespace has Gateways": {
    yaml:
      open +
      gatewayApiObject(
        "Gateway",
        "shop",
        "own",
        "{gatewayClassName: istio, listeners: [{name: a, port: 80, protocol: HTTP}]}",
      ) +
      route("{name: edge}"),
    says: [`error ${at}.name = "edge"`],
  },
  "does not know of Gateways elsewhere": {
    yaml: route("{name: edge, namespace: edge}"),
    says: ["not declared: Gateway edge.edge"],
  },
  "finds a Service of the mesh": {
    yaml: service("shop", "web") + route('{kind: Service, group: "", name: wbe}'),
    says: [`error ${at}.name = "web"`],
  },
  "passes over kinds of others": { yaml: route("{kind: Mesh, group: example.com, name: a}") },
  "takes a ListenerSet": {
    yaml:
      gatewayApiObject(
        "ListenerSet",
        "shop",
        "more",
        "{parentRef: {name: edge, namespace: edge}, listeners: [{name: a, port: 81, protocol: HTTP}]}",
      ) + route("{kind: ListenerSet, group: gateway.networking.k8s.io, name: more}"),
  },
  "names the Gateways of the name, and offers none of two": {
    yaml: open + open.replace("namespace: edge", "namespace: lab") + route("{name: edge}"),
    says: [`warning ${at}.name`],
    messages: [
      "there is no Gateway edge in namespace shop; there is Gateway edge.edge, Gateway edge.lab: set namespace to edge, lab",
    ],
    related: [["Gateway edge.edge", "Gateway edge.lab"]],
  },
  "does not know of another namespace that is named, though one of the name is there": {
    yaml: open + route("{name: edge, namespace: lab}"),
    says: ["not declared: Gateway edge.lab"],
  },
  "offers nothing of another namespace": {
    yaml:
      open.replace("name: edge,", "name: egde,") +
      gatewayApiObject(
        "Gateway",
        "shop",
        "own",
        "{gatewayClassName: istio, listeners: [{name: a, port: 80, protocol: HTTP}]}",
      ) +
      route("{name: edge}"),
    says: [`error ${at}.name`],
    messages: ["there is no Gateway edge in namespace shop"],
  },
});

meshCases(routeListener, {
  "offers the listener that was meant": {
    yaml: open + route("{name: edge, namespace: edge, sectionName: htpp}"),
    says: [`error ${at}.sectionName = "http"`],
  },
  "finds a listener that is at another port": {
    yaml: open + route("{name: edge, namespace: edge, sectionName: http, port: 81}"),
    says: [`error ${at}.port`],
  },
  "says nothing of a Gateway that is not there": {
    yaml: route("{name: edge, namespace: edge, sectionName: https}"),
  },
});

const toEdge = "{name: edge, namespace: edge}";
const labelled = edgeGateway(
  httpListener(
    ", allowedRoutes: {namespaces: {from: Selector, selector: {matchExpressions: [{key: team, operator: In, values: [a]}]}}}",
  ),
);

meshCases(routeNotAllowed, {
  "takes a route of the Gateway's namespace": {
    yaml: edgeGateway(httpListener()) + route("{name: edge}", "", "edge"),
  },
  "needs one listener that takes it": {
    yaml:
      edgeGateway(`${httpListener()}, {name: b, port: 81, protocol: HTTP${fromAll}}`) +
      route(toEdge),
  },
  "looks at the listener that is named": {
    yaml:
      edgeGateway(`${httpListener()}, {name: b, port: 81, protocol: HTTP${fromAll}}`) +
      route("{name: edge, namespace: edge, sectionName: http}"),
    says: [`error ${at}`],
  },
  "finds labels that the namespace lacks": {
    yaml: labelled + namespace("shop", "team: b") + route(toEdge),
    says: [`error ${at}`],
  },
  "takes labels that it has": { yaml: labelled + namespace("shop", "team: a") + route(toEdge) },
  "does not know of labels of another's namespace": {
    yaml: labelled + route(toEdge),
    says: ["not declared: labels of Namespace shop"],
  },
  "finds a kind that the protocol does not have": {
    yaml: edgeGateway(`{name: raw, port: 90, protocol: TCP${fromAll}}`) + route(toEdge),
    says: [`error ${at}`],
  },
  "finds a kind that the listener leaves out": {
    yaml:
      edgeGateway(
        httpListener(", allowedRoutes: {namespaces: {from: All}, kinds: [{kind: GRPCRoute}]}"),
      ) + route(toEdge),
    says: [`error ${at}`],
  },
  "takes any kind at a protocol of others": {
    yaml: edgeGateway(`{name: x, port: 90, protocol: example.com/x${fromAll}}`) + route(toEdge),
  },
});

const named = (hostname: string) =>
  edgeGateway(httpListener(`, hostname: "${hostname}"${fromAll}`));

meshCases(routeHostname, {
  "takes a wildcard over the listener's host": {
    yaml: named("a.b.c") + route(toEdge, ', hostnames: ["*.b.c"]'),
  },
  "takes any host at a listener without one": { yaml: open + route(toEdge, ", hostnames: [a.b]") },
  "does not judge by listeners that do not take the route": {
    yaml: edgeGateway(httpListener(", hostname: a.b")) + route(toEdge, ", hostnames: [c.d]"),
  },
  "does not judge where another parent is not known": {
    yaml: named("a.b") + route(`${toEdge}, {name: other, namespace: other}`, ", hostnames: [c.d]"),
  },
  "tells the one host of two that is lost": {
    yaml: named("a.b") + route(toEdge, ", hostnames: [a.b, c.d]"),
    says: ["warning HTTPRoute web spec.hostnames[1]"],
  },
});

const rules = (backend: string) => `, rules: [{backendRefs: [${backend}]}]`;
const backend = "HTTPRoute web spec.rules[0].backendRefs[0]";

meshCases(routeBackend, {
  "finds a host name where a Service's is expected": {
    yaml:
      service("shop", "web") + route(toEdge, rules("{name: web.shop.svc.cluster.local, port: 80}")),
    says: [`error ${backend}.name`],
  },
  "does not know of Services elsewhere": {
    yaml: route(toEdge, rules("{name: web, namespace: other, port: 80}")),
    says: ["not declared: Service web.other"],
  },
  "finds a mirror": {
    yaml:
      service("shop", "web") +
      route(
        toEdge,
        ", rules: [{filters: [{type: RequestMirror, requestMirror: {backendRef: {name: wep, port: 80}}}], backendRefs: [{name: web, port: 80}]}]",
      ),
    says: ['error HTTPRoute web spec.rules[0].filters[0].requestMirror.backendRef.name = "web"'],
  },
  "takes a host of a ServiceEntry": {
    yaml:
      istio(
        "ServiceEntry",
        "shop",
        "out",
        "{hosts: [out.example.com], ports: [{number: 80, name: http, protocol: HTTP}]}",
      ) +
      route(
        toEdge,
        rules("{kind: Hostname, group: networking.istio.io, name: out.example.com, port: 80}"),
      ),
  },
  "passes over kinds of others": {
    yaml:
      service("shop", "web") + route(toEdge, rules("{kind: Bucket, group: example.com, name: a}")),
  },
});

meshCases(routeBackendPort, {
  "offers the only port": {
    yaml: service("shop", "web") + route(toEdge, rules("{name: web, port: 8080}")),
    says: [`error ${backend}.port = 80`],
  },
  "offers none of two": {
    yaml:
      service("shop", "web", "{port: 80, name: http}", "{port: 81, name: grpc}") +
      route(toEdge, rules("{name: web, port: 8080}")),
    says: [`error ${backend}.port`],
  },
  "says nothing of a Service that is not there": {
    yaml: route(toEdge, rules("{name: web, port: 8080}")),
  },
  "leaves one without a port to the API server": {
    yaml: service("shop", "web") + route(toEdge, rules("{name: web}")),
  },
  "leaves other kinds alone": {
    yaml:
      service("shop", "web") +
      route(toEdge, rules("{group: example.com, kind: Fleet, name: web, port: 8080}")),
  },
  "takes any port of another name": {
    yaml:
      service("shop", "web").replace("spec: {", "spec: {type: ExternalName, externalName: a.b, ") +
      route(toEdge, rules("{name: web, port: 8080}")),
  },
  "finds one of a host": {
    yaml:
      istio(
        "ServiceEntry",
        "shop",
        "outer",
        "{hosts: [a.example.com], ports: [{number: 443, name: tls, protocol: TLS}], resolution: DNS}",
      ) +
      route(
        toEdge,
        rules("{group: networking.istio.io, kind: Hostname, name: a.example.com, port: 80}"),
      ),
    says: [`error ${backend}.port = 443`],
    messages: ["a.example.com has no port 80; it has 443 (tls)"],
    related: [["ServiceEntry outer.shop"]],
  },
});

const grant = (kind: string, to: string) =>
  gatewayApiObject(
    "ReferenceGrant",
    "data",
    "shop",
    `{from: [{group: gateway.networking.k8s.io, kind: ${kind}, namespace: shop}], to: [{group: "", kind: Service${to}}]}`,
  );
const far = rules("{name: db, namespace: data, port: 80}");

meshCases(routeBackendGrant, {
  "takes a grant for one name": {
    yaml: service("data", "db") + grant("HTTPRoute", ", name: db") + route(toEdge, far),
  },
  "finds a grant for another name": {
    yaml: service("data", "db") + grant("HTTPRoute", ", name: other") + route(toEdge, far),
    says: [`error ${backend}.namespace`],
  },
  "finds a grant for another kind": {
    yaml: service("data", "db") + grant("TCPRoute", "") + route(toEdge, far),
    says: [`error ${backend}.namespace`],
  },
  "does not know of grants of others": {
    yaml: route(toEdge, far),
    says: ["not declared: ReferenceGrant of namespace data"],
  },
  "needs one where a Gateway is among the parents": {
    yaml: service("data", "db") + route(`{kind: Service, group: "", name: web}, ${toEdge}`, far),
    says: [`error ${backend}.namespace`],
  },
  "needs none in the mesh": {
    yaml: service("data", "db") + route('{kind: Service, group: "", name: web}', far),
  },
});

meshCases(routeWeights, {
  "does not count a mirror": {
    yaml: route(
      toEdge,
      ", rules: [{filters: [{type: RequestMirror, requestMirror: {backendRef: {name: a, port: 80}}}], backendRefs: [{name: b, port: 80, weight: 0}]}]",
    ),
    says: [`error ${backend}.weight`],
  },
  "finds a rule without backends": {
    yaml: route(toEdge, ", rules: [{matches: [{path: {value: /a}}]}]"),
    says: ["error HTTPRoute web spec.rules[0]"],
    messages: ["the rule names no backend"],
  },
  "finds one that only changes headers": {
    yaml: route(
      toEdge,
      ", rules: [{backendRefs: [{name: b, port: 80}]}, {filters: [{type: RequestHeaderModifier, requestHeaderModifier: {remove: [a]}}]}]",
    ),
    says: ["error HTTPRoute web spec.rules[1]"],
  },
  "takes a rule of which another resource is to answer": {
    yaml: route(
      toEdge,
      ", rules: [{filters: [{type: ExtensionRef, extensionRef: {group: a.b, kind: C, name: d}}]}]",
    ),
  },
  "takes a rule without backends that redirects": {
    yaml: route(
      toEdge,
      ", rules: [{filters: [{type: RequestRedirect, requestRedirect: {scheme: https}}]}]",
    ),
  },
});

const ofService = (more: string) => route(`{kind: Service, group: "", name: web${more}}`);

meshCases(routeServicePort, {
  "finds a port that the Service does not have": {
    yaml: service("shop", "web") + ofService(", port: 81"),
    says: [`error ${at}.port = 80`],
    messages: ['Service "web" has no port 81; it has 80 (http)'],
    related: [["Service web.shop"]],
  },
  "offers none of two": {
    yaml: service("shop", "web", "{port: 1}", "{port: 2}") + ofService(", port: 3"),
    says: [`error ${at}.port`],
  },
  "takes one that it has, or all": {
    yaml:
      service("shop", "web") +
      ofService(", port: 80") +
      ofService("").replace("name: web,", "name: w,"),
  },
  "leaves Gateways and Services elsewhere alone": {
    yaml:
      open +
      route("{name: edge, namespace: edge, port: 81}") +
      ofService(", port: 81").replace("name: web,", "name: w,"),
  },
});

import { deployment, istio, meshCases, service } from "../../../test/support/mesh-cases";
import { Scope } from "../scope";
import { matchPort } from "./match-port";
import { sourceLabels } from "./source-labels";
import { sourceLabelsAtGateway } from "./source-labels-at-gateway";
import { sourceLabelsWithGateways } from "./source-labels-with-gateways";
import { virtualServiceHidden } from "./virtual-service-hidden";

const gateway = istio(
  "Gateway",
  "edge",
  "door",
  "{selector: {istio: door}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [a.b]}]}",
);
const pods = (namespace: string) => deployment(namespace, "door", "istio: door");
const routes = (spec: string) =>
  istio("VirtualService", "shop", "web", `{${spec}, route: [{destination: {host: web}}]}]}`);
const bound = (more: string) =>
  routes(`hosts: [a.b], gateways: [edge/door], ${more}http: [{name: a`);
const config = (mesh: string) => `---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data: {mesh: '${mesh}'}
`;

meshCases(virtualServiceHidden, {
  "offers the namespace of the Pods": {
    yaml: gateway + pods("front") + bound("exportTo: [ui], "),
    says: ['error VirtualService web spec.exportTo = ["ui","front"]'],
  },
  "finds it by the default of the mesh": {
    yaml: config("defaultVirtualServiceExportTo: [.]") + gateway + pods("front") + bound(""),
    says: ["error VirtualService web spec.gateways[0]"],
  },
  "takes routes that one of the gateway's Pods sees": {
    yaml: gateway + pods("front") + pods("shop") + bound("exportTo: [.], "),
  },
  "says nothing of Pods that are not declared": { yaml: gateway + bound("exportTo: [.], ") },
});

const match = (port: number, gateways: string, more = "") =>
  routes(`hosts: [a.b], gateways: ${gateways}, http: [{match: [{port: ${port}${more}}]`);
const at = "VirtualService web spec.http[0].match[0]";

meshCases(matchPort, {
  "finds a port that no gateway has": {
    yaml: gateway + match(8080, "[edge/door]"),
    says: [`warning ${at}.port`],
  },
  "looks at the gateways of the match": {
    yaml: gateway + match(8080, "[edge/door, mesh]", ", gateways: [edge/door]"),
    says: [`warning ${at}.port`],
  },
  "leaves ports of the mesh alone": { yaml: gateway + match(8080, "[edge/door, mesh]") },
  "leaves gateways that are not declared alone": {
    yaml: gateway + match(8080, "[edge/door, edge/other]"),
  },
});

const called = (labels: string, more = "") =>
  service("shop", "web") +
  routes(`hosts: [web], http: [{match: [{sourceLabels: {${labels}}${more}}]`);
const callers = deployment("shop", "kiosk", "app: kiosk");

meshCases(sourceLabels, {
  "takes callers of any namespace": {
    yaml: deployment("ui", "kiosk", "app: kiosk") + called("app: kiosk"),
  },
  "offers a slip of what is declared": {
    yaml: callers + called("app: kiosc"),
    says: [`warning ${at}.sourceLabels.app = "kiosk"`],
  },
  "leaves callers alone that may be elsewhere": {
    yaml: callers + called("app: basket"),
    says: ["not declared: Pods with the labels app=basket"],
  },
  "misses them in a whole cluster": {
    yaml: callers + called("app: basket"),
    scope: Scope.Cluster,
    says: [`warning ${at}.sourceLabels`],
  },
  "looks into the namespace of the match": {
    yaml: callers + called("app: basket", ", sourceNamespace: shop"),
    says: [`warning ${at}.sourceLabels`],
  },
});

const doorway =
  deployment("edge", "door", "istio: door, ring: inner") +
  istio(
    "Gateway",
    "edge",
    "door",
    '{selector: {istio: door}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]}',
  );
const boundTo = (match: string, gateways = "edge/door", kind = "http") =>
  istio(
    "VirtualService",
    "shop",
    "vs",
    `{hosts: [a.b], gateways: [${gateways}], ${kind}: [{match: [{${match}}], route: [{destination: {host: web}}]}]}`,
  );
const first = "warning VirtualService vs spec.http[0].match[0]";

meshCases(sourceLabelsAtGateway, {
  "finds labels of callers": {
    yaml: doorway + boundTo("sourceLabels: {app: kiosk}"),
    says: [`${first}.sourceLabels`],
    messages: [
      "app=kiosk is compared with the labels of the gateway's own Pods, those of Deployment door.edge, whoever calls: the match takes no request",
    ],
    related: [["Deployment door.edge"]],
  },
  "finds them in routes of bytes": {
    yaml: doorway + boundTo("sourceLabels: {app: kiosk}", "edge/door", "tcp"),
    says: ["warning VirtualService vs spec.tcp[0].match[0].sourceLabels"],
  },
  "takes labels of the gateway": { yaml: doorway + boundTo("sourceLabels: {ring: inner}") },
  "takes rules of the mesh, too": {
    yaml: doorway + boundTo("sourceLabels: {app: kiosk}", "edge/door, mesh"),
  },
  "does not know Pods of which nothing is declared": {
    yaml: boundTo("sourceLabels: {app: kiosk}"),
    says: ["not declared: Pods of edge/door"],
  },
  "leaves a match that names gateways to the other check": {
    yaml: doorway + boundTo("sourceLabels: {app: kiosk}, gateways: [edge/door]"),
  },
});

meshCases(sourceLabelsWithGateways, {
  "finds labels": {
    yaml: boundTo("sourceLabels: {app: kiosk}, gateways: [mesh]", "mesh, edge/door"),
    says: [`${first}.sourceLabels`],
    messages: [
      "app=kiosk is not compared, as the match names gateways (mesh): it takes the requests of all callers there",
    ],
  },
  "finds a namespace": {
    yaml: boundTo("sourceNamespace: ui, gateways: [mesh]", "mesh, edge/door"),
    says: [`${first}.sourceNamespace`],
  },
  "takes labels alone": { yaml: boundTo("sourceLabels: {app: kiosk}", "mesh") },
  "takes gateways alone": { yaml: boundTo("gateways: [mesh]", "mesh, edge/door") },
  "takes both in routes of bytes, which compare them": {
    yaml: boundTo("sourceLabels: {app: kiosk}, gateways: [mesh]", "mesh, edge/door", "tcp"),
  },
});

import type { AuthorizationPolicySpec } from "../../../schemas/kinds/security/authorization-policy";
import { dryRunAnnotation } from "../../../values/known-names";
import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { fields, text } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import type { Entrance } from "../model/entrances";
import { serversOf } from "../model/gateways";
import { openTool } from "../model/open-tools";
import type { Host } from "../model/services";
import type { Workload } from "../model/workloads";

const fromOutside = ["LoadBalancer", "NodePort"];

/** Words of the annotations by which clouds choose load balancers that are only inside. */
const insideWords = ["internal", "private", "intranet"];

const isInside = ([key, value]: [string, string]): boolean =>
  value !== "false" && insideWords.some((word) => `${key} ${value}`.toLowerCase().includes(word));

/** Whether a Service lets in whoever finds its address. */
function isPublic({ source }: Host): boolean {
  const { type, loadBalancerSourceRanges: ranges } = fields(source.spec);
  const isNarrow = Array.isArray(ranges) && ranges.length > 0;
  return (
    fromOutside.includes(text(type) ?? "") &&
    !isNarrow &&
    !Object.entries(source.annotations).some(isInside)
  );
}

/** Whether anything is asked of those who come; what, is its author's affair. */
const judges = ({ annotations, spec }: Declared<AuthorizationPolicySpec>): boolean =>
  annotations[dryRunAnnotation] !== "true" && spec.action !== "AUDIT";

const isJudged = (workload: Workload, mesh: Mesh): boolean =>
  mesh.authorizations.on(workload).some(judges);

/** Whether all servers of the Gateway want a certificate of the client. */
function wantsCertificates(name: string, mesh: Mesh): boolean {
  const gateway = mesh.gateway(name);
  const servers = gateway ? serversOf(gateway) : [];
  return (
    servers.length > 0 &&
    servers.every(({ server: { tls } }) => tls?.mode === "MUTUAL" || tls?.httpsRedirect === true)
  );
}

/** The public Service of a gateway, where nobody is asked anything. */
const openWay = ({ pods, gateway }: Entrance, mesh: Mesh): Host | undefined =>
  wantsCertificates(gateway, mesh)
    ? undefined
    : pods
        .filter((pod) => !isJudged(pod, mesh))
        .flatMap((pod) => mesh.servicesOf(pod))
        .find(isPublic);

const world = (type: string, mark = ""): string => `apiVersion: v1
kind: Service
metadata: {name: door, namespace: yard, labels: {istio: door}}
spec: {type: ${type}, ports: [{port: 80, name: http}], selector: {istio: door}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: door, namespace: yard}
spec:
  template:
    metadata: {labels: {istio: door}, annotations: {inject.istio.io/templates: gateway}}
    spec: {containers: [{name: istio-proxy, image: auto}]}
---
apiVersion: v1
kind: Service
metadata: {name: prometheus, namespace: yard}
spec: {ports: [{port: 9090, name: http}], selector: {app: prometheus}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: prometheus, namespace: yard}
spec:
  template:
    metadata: {labels: {app: prometheus}}
    spec: {containers: [{name: server, image: "docker.io/prom/prometheus:v3.10.0"}]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: door, namespace: yard}
spec:
  selector: {istio: door}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [numbers.example.com]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: numbers, namespace: yard}
spec:
  hosts: [numbers.example.com]
  gateways: [door]
  http:
  - route:
    - destination: {host: prometheus, port: {number: 9090}}${mark}
`;

/** A tool without a login, behind a gateway that is open to everybody. */
export const openToolAtGateway = check({
  id: "open-tool",
  code: "MESH0399",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService],
  summary: "A gateway that is open to everybody leads to a tool that asks for no login.",
  why: "Whoever finds the address sees all services, their traffic and their configuration, and in some tools changes them.",
  fix: "Ask for something at the gateway or the tool (an AuthorizationPolicy, client certificates, loadBalancerSourceRanges), or leave the route out and forward a port.",
  url: "https://istio.io/latest/docs/tasks/observability/gateways/",
  fires: world("LoadBalancer", " # found"),
  silent: world("ClusterIP"),
  *run({ id }, mesh): Iterable<Verdict> {
    for (const { host, path, mirror } of mesh.routesOf(id).destinations) {
      const [service] = mirror ? [] : mesh.hosts.named(host);
      const tool = (service ? mesh.podsOf(service) : [])
        .map((pod) => (isJudged(pod, mesh) ? undefined : openTool(pod, mesh)))
        .find((name) => name !== undefined);
      if (tool === undefined) {
        continue;
      }
      const way = mesh
        .entrancesTo(host)
        .filter(({ route }) => route.id === id)
        .map((entrance) => openWay(entrance, mesh))
        .find((found) => found !== undefined);
      if (way !== undefined) {
        yield {
          path,
          message: `${tool} asks for no login, and ${objectWords(way.source.id)} lets everybody in, without any policy on the way`,
          related: [way.source.id],
        };
      }
    }
  },
});

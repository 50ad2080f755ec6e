import type {
  VirtualServiceHttp,
  VirtualServiceSpec,
} from "../../../schemas/kinds/networking/virtual-service";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { meshGateway, type RouteDestination, type Routes } from "../model/virtual-services";
import { quoted } from "../words";

type Rule = Pick<VirtualServiceHttp, "match">;

const rulesOf = (spec: VirtualServiceSpec, protocol: RouteDestination["protocol"]): Rule[] =>
  (spec[protocol] ?? []) as Rule[];

/** Index of the rule of a destination, whose path begins with it. */
const indexOf = ({ path }: RouteDestination): number =>
  Number.parseInt(path.slice(path.indexOf("[") + 1), 10);

/** The gateway of a VirtualService whose own Pods a destination stands for. */
function ownGateway(mesh: Mesh, { host, gateways }: RouteDestination): string | undefined {
  const pods = mesh.hosts.named(host).flatMap((one) => mesh.podsOf(one));
  return gateways.find(
    (name) =>
      name !== meshGateway &&
      (mesh.gateway(name)?.workloads ?? []).some((pod) => pods.includes(pod)),
  );
}

/** Whether a rule before this one takes requests at the gateway already, and sends them elsewhere. */
const isTakenBefore = ({ destinations }: Routes, own: RouteDestination, gateway: string): boolean =>
  destinations.some(
    (one) =>
      one.protocol === own.protocol &&
      indexOf(one) < indexOf(own) &&
      one.gateways.includes(gateway) &&
      one.host !== own.host,
  );

function* judge(routes: Routes, mesh: Mesh): Iterable<Verdict> {
  const { source, destinations } = routes;
  const isRenamed = source.spec.http?.some(({ rewrite }) => rewrite?.authority !== undefined);
  for (const own of isRenamed ? [] : destinations) {
    const gateway = own.mirror ? undefined : ownGateway(mesh, own);
    if (gateway === undefined || isTakenBefore(routes, own, gateway)) {
      continue;
    }
    const open = (rulesOf(source.spec, own.protocol)[indexOf(own)]?.match ?? []).findIndex(
      ({ gateways = [] }) => gateways.length === 0,
    );
    const where =
      open === -1
        ? "the rule is for that gateway"
        : `spec.${own.protocol}[${indexOf(own)}].match[${open}] names no gateways, and so is for all of them`;
    yield {
      path: `${own.path}.host`,
      message: `${quoted(own.written)} is gateway ${gateway} itself, which sends what it takes to itself again: ${where}; name those that are to follow it, such as mesh`,
      related: [mesh.gateway(gateway)?.source.id ?? source.id],
    };
    return;
  }
}

const objects = (match: string, mark = ""): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: exit, namespace: border}
spec:
  template:
    metadata: {labels: {istio: exit}, annotations: {inject.istio.io/templates: gateway}}
    spec: {containers: [{name: istio-proxy, image: docker.io/istio/proxyv2:1.31.0}]}
---
apiVersion: v1
kind: Service
metadata: {name: exit, namespace: border}
spec: {ports: [{port: 80, name: http}], selector: {istio: exit}}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: maps, namespace: border}
spec:
  hosts: [maps.example.com]
  location: MESH_EXTERNAL
  resolution: DNS
  ports: [{number: 80, name: http, protocol: HTTP}]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: exit, namespace: border}
spec:
  selector: {istio: exit}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [maps.example.com]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: maps, namespace: border}
spec:
  hosts: [maps.example.com]
  gateways: [mesh, exit]
  http:
  - match: [${match}]
    route:
    - destination:
        host: exit.border.svc.cluster.local${mark}
        port: {number: 80}
  - match: [{gateways: [exit], port: 80}]
    route: [{destination: {host: maps.example.com, port: {number: 80}}}]
`;

/** A gateway that sends requests to itself. */
export const routeOwnGateway = check({
  id: "route-own-gateway",
  code: "MESH0423",
  aliases: [],
  level: "error",
  kinds: [Kind.VirtualService],
  summary: "A route at a gateway leads to the gateway itself.",
  why: "The same rule takes the request again and again until it is too long on its way: clients get 503 or 508, and the gateway's CPU is used up.",
  fix: "Write `gateways: [mesh]` into the match that leads to the gateway, and `gateways` with its name into that which leads on.",
  url: "https://istio.io/latest/docs/tasks/traffic-management/egress/egress-gateway/",
  fires: objects("{port: 80}", " # found"),
  silent: objects("{gateways: [mesh], port: 80}"),
  *run({ id }, mesh) {
    yield* each([mesh.routesOf(id)], (routes) => judge(routes, mesh));
  },
});

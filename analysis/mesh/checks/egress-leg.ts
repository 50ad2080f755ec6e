import type {
  VirtualServiceHttp,
  VirtualServiceSpec,
} from "../../../schemas/kinds/networking/virtual-service";
import { coversHost } from "../../../values/host";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { gatewayName, meshGateway, type Routes } from "../model/virtual-services";
import type { Workload } from "../model/workloads";
import { quoted } from "../words";

type Match = NonNullable<VirtualServiceHttp["match"]>[number];

/** Whether a rule may apply at a gateway: none of its matches says otherwise. */
const appliesAt = (
  match: readonly Pick<Match, "gateways">[] = [],
  gateway: string,
  namespace: string,
) =>
  match.length === 0 ||
  match.some(
    ({ gateways = [] }) =>
      gateways.length === 0 || gateways.some((name) => gatewayName(name, namespace) === gateway),
  );

const rulesOf = ({ http = [], tls = [], tcp = [] }: VirtualServiceSpec) => [
  ...http,
  ...tls,
  ...tcp,
];

/** Whether some rule is there for a host at a gateway of these Pods. */
const goesOn = (host: string, pods: readonly Workload[], mesh: Mesh): boolean =>
  mesh.routes.some(
    ({ source, hosts, gateways }) =>
      hosts.some((own) => coversHost(own, host) || coversHost(host, own)) &&
      gateways.some(
        (name) =>
          name !== meshGateway &&
          (mesh.gateway(name)?.workloads ?? []).some((pod) => pods.includes(pod)) &&
          rulesOf(source.spec).some(({ match }) => appliesAt(match, name, source.id.namespace)),
      ),
  );

/** Whether the Pods behind a host are those of a Gateway of the other API, which has routes of its own. */
const isOfOtherApi = (host: string, mesh: Mesh): boolean =>
  mesh.set
    .all(Kind.ApiGateway)
    .some(({ id, spec }) =>
      spec.addresses?.some(({ value }) => value && mesh.fullName(value, id.namespace) === host),
    );

function* judge(routes: Routes, mesh: Mesh): Iterable<Verdict> {
  const { source, hosts, gateways, destinations } = routes;
  // Requests that are given another host are the gateway's under that one.
  const isRenamed = source.spec.http?.some(({ rewrite }) => rewrite?.authority !== undefined);
  for (const { host, path } of gateways.includes(meshGateway) && !isRenamed ? destinations : []) {
    const pods = mesh.hosts
      .named(host)
      .flatMap((one) => mesh.podsOf(one))
      .filter(({ gateway }) => gateway === "chart");
    const [first] = pods;
    const lost = first && hosts.find((own) => !goesOn(own, pods, mesh));
    // The gateway's own name is what it is called by, not what it is to send on.
    const isLost = first !== undefined && lost !== undefined && !hosts.includes(host);
    if (isLost && !isOfOtherApi(host, mesh)) {
      yield {
        path: `${path}.host`,
        message: `requests for ${quoted(lost)} are sent to ${objectWords(first.source.id)}, and no rule of ${source.id.name} or another VirtualService is for them at a gateway there`,
        related: [first.source.id],
      };
      return;
    }
  }
}

const objects = (more = "", mark = ""): string => `apiVersion: apps/v1
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
  - match: [{gateways: [mesh]}]
    route:
    - destination:
        host: exit.border.svc.cluster.local${mark}
        port: {number: 80}
${more}`;

/** Requests that are sent to a gateway on their way out, and that it does not send on. */
export const egressLeg = check({
  id: "egress-leg",
  code: "MESH0138",
  aliases: [],
  level: "error",
  kinds: [Kind.VirtualService],
  summary: "Requests are sent out through a gateway that has no rule for them.",
  why: "The gateway knows nothing of the host and answers with 404, or closes the connection.",
  fix: "Add a rule for the gateway that sends them on to the host.",
  url: "https://istio.io/latest/docs/tasks/traffic-management/egress/egress-gateway/",
  fires: objects("", " # found"),
  silent: objects(`  - match: [{gateways: [exit]}]
    route: [{destination: {host: maps.example.com, port: {number: 80}}}]
`),
  *run({ id }, mesh) {
    yield* each([mesh.routesOf(id)], (routes) => judge(routes, mesh));
  },
});

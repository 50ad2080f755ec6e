import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { type Labels, selects } from "../model/selector";
import { meshGateway } from "../model/virtual-services";
import type { Workload } from "../model/workloads";
import { labelWords, listed, named } from "../words";

interface Callers {
  readonly labels: Labels;
  readonly path: string;
}

/** The Pods of all gateways; none where those of one are not declared. */
function podsOf(mesh: Mesh, gateways: readonly string[]): readonly Workload[] {
  const pods = gateways.map((name) => mesh.gateway(name)?.workloads ?? []);
  return pods.every((own) => own.length > 0) ? pods.flat() : [];
}

function* judge(
  mesh: Mesh,
  gateways: readonly string[],
  { labels, path }: Callers,
): Iterable<Verdict> {
  const pods = podsOf(mesh, gateways);
  if (pods.length === 0) {
    yield { path, notDeclared: `Pods of ${listed(gateways)}` };
  } else if (!pods.some((pod) => selects(labels, pod.labels))) {
    const ids = pods.map(({ source }) => source.id);
    yield {
      path,
      message: `${labelWords(labels)} is compared with the labels of the gateway's own Pods, those of ${named(ids)}, whoever calls: the match takes no request`,
      related: ids,
    };
  }
}

const objects = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: ["*"]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ingress, namespace: edge}
spec:
  template:
    metadata: {labels: {istio: ingressgateway, ring: inner}}
    spec: {containers: [{name: istio-proxy, image: auto}]}
---
apiVersion: v1
kind: Service
metadata: {name: ingress, namespace: edge}
spec: {ports: [{port: 80, name: http}], selector: {istio: ingressgateway}}
---
apiVersion: v1
kind: Service
metadata: {name: stock, namespace: depot}
spec: {ports: [{port: 8080, name: http}], selector: {app: stock}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: stock, namespace: depot}
spec:
  hosts: [stock.example.com]
  gateways: [edge/public]
  http:
  - match:
`;
const rest = `    route: [{destination: {host: stock}, headers: {request: {set: {x-kind: bulk}}}}]
  - route: [{destination: {host: stock}}]
`;

/** Labels of callers in rules that only gateways follow. */
export const sourceLabelsAtGateway = check({
  id: "source-labels-at-gateway",
  code: "MESH0152",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService],
  summary: "A match of a gateway is for callers with labels that the gateway's Pods do not have.",
  why: "A gateway compares `sourceLabels` with its own labels, not with those of who calls it: requests go by the other rules.",
  fix: "Tell callers at a gateway by a header or by an AuthorizationPolicy; or let the rule be for the mesh.",
  url: "https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPMatchRequest",
  fires: `${objects}    - sourceLabels: {app: wholesale} # found
${rest}`,
  silent: `${objects}    - sourceLabels: {ring: inner}
${rest}`,
  *run({ id, spec }, mesh) {
    const { gateways, isDelegate } = mesh.routesOf(id);
    if (isDelegate || gateways.includes(meshGateway)) {
      return;
    }
    const callers = (["http", "tls", "tcp"] as const).flatMap((kind) =>
      (spec[kind] ?? []).flatMap(({ match = [] }, i) =>
        match.flatMap(({ gateways: own = [], sourceLabels: labels = {} }, j): Callers[] =>
          own.length === 0 && Object.keys(labels).length > 0
            ? [{ labels, path: `spec.${kind}[${i}].match[${j}].sourceLabels` }]
            : [],
        ),
      ),
    );
    yield* each(callers, (one) => judge(mesh, gateways, one));
  },
});

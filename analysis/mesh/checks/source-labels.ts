import type { VirtualServiceSpec } from "../../../schemas/kinds/networking/virtual-service";
import { check, type Verdict } from "../check";
import { nearMiss } from "../chosen";
import { each } from "../each";
import { viewersOf } from "../host-reference";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import type { Labels } from "../model/selector";
import { meshGateway, type Routes } from "../model/virtual-services";
import { Thing } from "../scope";
import { labelWords, listed } from "../words";

interface Callers {
  readonly labels: Labels;
  /** Namespace of the callers, where the match names one. */
  readonly place: string | undefined;
  readonly path: string;
}

function* callersOf(spec: VirtualServiceSpec): Iterable<Callers> {
  for (const kind of ["http", "tls", "tcp"] as const) {
    for (const [i, { match = [] }] of (spec[kind] ?? []).entries()) {
      for (const [j, { sourceLabels: labels = {}, sourceNamespace }] of match.entries()) {
        if (Object.keys(labels).length > 0) {
          const path = `spec.${kind}[${i}].match[${j}].sourceLabels`;
          yield { labels, place: sourceNamespace || undefined, path };
        }
      }
    }
  }
}

function* judge(
  { labels, place, path }: Callers,
  { exportTo, source }: Routes,
  mesh: Mesh,
): Iterable<Verdict> {
  const isOpen = place === undefined && exportTo.includes("*");
  const viewers = place === undefined ? viewersOf(exportTo, source.id.namespace) : [place];
  const places = isOpen ? [...mesh.namespaces.keys()] : viewers;
  if (places.some((one) => mesh.selected(labels, one).length > 0)) {
    return;
  }
  const pods = places.flatMap((one) => mesh.workloadsIn(one));
  const near = nearMiss(
    labels,
    pods.map((pod) => pod.labels),
    path,
  );
  const isWhole = (isOpen ? ["*"] : viewers).every((one) => mesh.speaksFor(Thing.Workload, one));
  if (!isWhole && !(isOpen && near.fix && mesh.speaksFor(Thing.Workload, source.id.namespace))) {
    yield { path, notDeclared: `Pods with the labels ${labelWords(labels)}` };
    return;
  }
  yield {
    path: near.fix?.path ?? path,
    message: `no Pod ${isOpen ? "that is declared" : `in namespace ${listed(viewers)}`} has the labels ${labelWords(labels)}: ${near.words}`,
    ...(near.fix && { fix: near.fix }),
  };
}

/** A match of callers that are not there. */
export const sourceLabels = check({
  id: "source-labels",
  code: "MESH0120",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService],
  summary: "A match is for callers with labels that no Pod has.",
  why: "The match takes nobody's requests: all callers go by the other rules.",
  fix: "Write labels of the callers' Pods (those of the template, not of the Deployment).",
  url: "https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPMatchRequest",
  fires: `apiVersion: v1
kind: Service
metadata: {name: maps, namespace: travel}
spec: {ports: [{port: 80, targetPort: 3000, name: http}], selector: {app: maps}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: maps, namespace: travel}
spec:
  template:
    metadata: {labels: {app: maps}}
    spec: {containers: [{name: maps, ports: [{containerPort: 3000}]}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: planner, namespace: travel}
spec:
  template:
    metadata: {labels: {app: planner, tier: paid}}
    spec: {containers: [{name: planner}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: maps, namespace: travel}
spec:
  hosts: [maps]
  exportTo: ["."]
  http:
  - match:
    - sourceLabels:
        app: planer # found
    route: [{destination: {host: maps}, headers: {request: {set: {x-kind: best}}}}]
  - route: [{destination: {host: maps}}]
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: maps, namespace: travel}
spec: {ports: [{port: 80, targetPort: 3000, name: http}], selector: {app: maps}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: maps, namespace: travel}
spec:
  template:
    metadata: {labels: {app: maps}}
    spec: {containers: [{name: maps, ports: [{containerPort: 3000}]}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: maps, namespace: travel}
spec:
  hosts: [maps]
  http:
  - match: [{sourceLabels: {app: planner}}]
    route: [{destination: {host: maps}, headers: {request: {set: {x-kind: best}}}}]
  - route: [{destination: {host: maps}}]
`,
  *run({ id, spec }, mesh) {
    const routes = mesh.routesOf(id);
    const isOfMesh = !routes.isDelegate && routes.gateways.every((name) => name === meshGateway);
    yield* each(isOfMesh ? callersOf(spec) : [], (one) => judge(one, routes, mesh));
  },
});

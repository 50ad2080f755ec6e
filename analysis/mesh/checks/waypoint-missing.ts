import { didYouMean } from "../../../values/closest";
import { useWaypointLabel, useWaypointNamespaceLabel } from "../../../values/known-names";
import { fieldPath } from "../../objects/path";
import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { waypointOf } from "../model/namespaces";
import type { Labels } from "../model/selector";
import { isWaypointClass, podKinds } from "../model/workloads";
import { Thing } from "../scope";

function* judge(labels: Labels, path: string, own: string, mesh: Mesh): Iterable<Verdict> {
  const named = waypointOf(labels, own);
  if (named === undefined) {
    return;
  }
  const [namespace = "", name = ""] = named.split("/");
  const at = fieldPath(path, useWaypointLabel);
  const found = mesh.set.find(Kind.ApiGateway, namespace, name);
  if (found !== undefined) {
    if (!isWaypointClass(found.spec.gatewayClassName)) {
      yield {
        path: at,
        message: `Gateway ${name}.${namespace} is no waypoint: its class is ${found.spec.gatewayClassName}`,
        related: [found.id],
      };
    }
    return;
  }
  if (!mesh.speaksFor(Thing.Waypoint, namespace, name)) {
    yield { path: at, notDeclared: `waypoint ${name}.${namespace}` };
    return;
  }
  const others = mesh.set
    .all(Kind.ApiGateway)
    .filter(({ spec }) => isWaypointClass(spec.gatewayClassName));
  const elsewhere = others.find(({ id }) => id.name === name);
  const near = others.filter(({ id }) => id.namespace === namespace).map(({ id }) => id.name);
  yield {
    path: at,
    message:
      elsewhere === undefined
        ? `there is no waypoint ${name} in namespace ${namespace}${didYouMean(name, near)}`
        : `there is no waypoint ${name} in namespace ${namespace}; that of namespace ${elsewhere.id.namespace} is named by ${useWaypointNamespaceLabel} too`,
    ...(elsewhere === undefined ? {} : { related: [elsewhere.id] }),
  };
}

/** Labels of an object and, where it runs Pods, those of the Pods. */
function* labelled(object: Declared, mesh: Mesh): Iterable<readonly [Labels, string]> {
  yield [object.labels, "metadata.labels"];
  for (const { labels, labelsPath } of mesh.workloadsOf(object.id)) {
    if (labelsPath.endsWith("metadata.labels") && labelsPath !== "metadata.labels") {
      yield [labels, labelsPath];
    }
  }
}

/** Enrolment in a waypoint that does not exist. */
export const waypointMissing = check({
  id: "waypoint-missing",
  code: "KIA1313",
  aliases: [],
  level: "error",
  kinds: [Kind.Namespace, Kind.Service, Kind.ServiceEntry, ...podKinds],
  summary: "A label names a waypoint that does not exist.",
  why: "Connections go past it: routes and policies of the Services have no effect.",
  fix: "Write the name of a Gateway with class istio-waypoint, and its namespace where that is another one.",
  url: "https://istio.io/latest/docs/ambient/usage/waypoint/",
  fires: `apiVersion: v1
kind: Namespace
metadata:
  name: lib
  labels:
    istio.io/dataplane-mode: ambient
    istio.io/use-waypoint: waypiont # found
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: waypoint, namespace: lib}
spec:
  gatewayClassName: istio-waypoint
  listeners: [{name: mesh, port: 15008, protocol: HBONE}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: front, namespace: lib}
spec:
  gatewayClassName: istio
  listeners: [{name: http, port: 80, protocol: HTTP}]
---
apiVersion: v1
kind: Service
metadata:
  name: loans
  namespace: lib
  labels:
    istio.io/use-waypoint: front # found
spec: {ports: [{port: 80, name: http}], selector: {app: loans}}
`,
  silent: `apiVersion: v1
kind: Namespace
metadata:
  name: lib
  labels:
    istio.io/dataplane-mode: ambient
    istio.io/use-waypoint: shared
    istio.io/use-waypoint-namespace: infra
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: shared, namespace: infra}
spec:
  gatewayClassName: istio-waypoint
  listeners: [{name: mesh, port: 15008, protocol: HBONE, allowedRoutes: {namespaces: {from: All}}}]
---
apiVersion: v1
kind: Service
metadata: {name: loans, namespace: lib, labels: {istio.io/use-waypoint: none}}
spec: {ports: [{port: 80, name: http}], selector: {app: loans}}
`,
  *run(object, mesh) {
    const own = object.id.kind === "Namespace" ? object.id.name : object.id.namespace;
    for (const [labels, path] of labelled(object, mesh)) {
      yield* judge(labels, path, own, mesh);
    }
  },
});

import { didYouMean } from "../../../values/closest";
import { useWaypointNamespaceLabel } from "../../../values/known-names";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { isWaypointClass } from "../model/workloads";
import { Thing } from "../scope";
import { enrolledKinds, type WaypointLabel, waypointLabels } from "../waypoint-labels";

function* judge({ path, own, namespace, name }: WaypointLabel, mesh: Mesh): Iterable<Verdict> {
  const found = mesh.set.find(Kind.ApiGateway, namespace, name);
  if (found !== undefined) {
    if (!isWaypointClass(found.spec.gatewayClassName)) {
      yield {
        path,
        message: `Gateway ${name}.${namespace} is no waypoint: its class is ${found.spec.gatewayClassName}`,
        related: [found.id],
      };
    }
    return;
  }
  const others = mesh.set
    .all(Kind.ApiGateway)
    .filter(({ spec }) => isWaypointClass(spec.gatewayClassName));
  const elsewhere = others.find(({ id }) => id.name === name);
  const isKnown = mesh.speaksFor(Thing.Waypoint, namespace, name);
  const isForgotten = elsewhere !== undefined && namespace === own;
  if (!isKnown && (!isForgotten || mesh.isExternal(Thing.Waypoint, namespace, name))) {
    yield { path, notDeclared: `waypoint ${name}.${namespace}` };
    return;
  }
  const near = others.filter(({ id }) => id.namespace === namespace).map(({ id }) => id.name);
  const problem = `there is no waypoint ${name} in namespace ${namespace}`;
  yield elsewhere === undefined
    ? { path, message: problem + didYouMean(name, near) }
    : {
        path,
        message: `${problem}; there is one in ${elsewhere.id.namespace}: add the label ${useWaypointNamespaceLabel}: ${elsewhere.id.namespace}`,
        related: [elsewhere.id],
        level: isKnown ? "error" : "warning",
      };
}

/** Enrolment in a waypoint that does not exist. */
export const waypointMissing = check({
  id: "waypoint-missing",
  code: "KIA1313",
  aliases: [],
  level: "error",
  kinds: enrolledKinds,
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
    yield* each(waypointLabels(object, mesh), (label) => judge(label, mesh));
  },
});

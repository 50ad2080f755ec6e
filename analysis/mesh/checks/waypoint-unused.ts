import { waypointForLabel } from "../../../values/known-names";
import { check } from "../check";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { waypointCanaryOf, waypointOf } from "../model/namespaces";
import { isWaypointClass } from "../model/workloads";

/** Those that labels name, as `namespace/name`. */
const named = (labels: Readonly<Record<string, string>>, namespace: string): string[] =>
  [waypointOf(labels, namespace), waypointCanaryOf(labels, namespace)].flatMap((one) => one ?? []);

/** Every waypoint that a label of an object or of its Pods names. */
const namedWaypoints = (mesh: Mesh): ReadonlySet<string> =>
  new Set([
    ...[...mesh.namespaces.values()].flatMap(({ name, labels }) => named(labels, name)),
    ...mesh.set.objects.flatMap(({ id, labels }) => named(labels, id.namespace)),
    ...mesh.workloads.flatMap(({ namespace, labels }) => named(labels, namespace)),
  ]);

/** A waypoint that nobody uses. */
export const waypointUnused = check({
  id: "waypoint-unused",
  code: "MESH0207",
  aliases: [],
  level: "warning",
  kinds: [Kind.ApiGateway],
  summary: "A waypoint is used by no namespace, Service or Pod.",
  why: "No connection goes through it: the routes and policies that count on it have no effect.",
  fix: "Label the namespace or the Services with istio.io/use-waypoint.",
  url: "https://istio.io/latest/docs/ambient/usage/waypoint/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: parking, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: barrier # found
  namespace: parking
spec:
  gatewayClassName: istio-waypoint
  listeners: [{name: mesh, port: 15008, protocol: HBONE}]
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: parking, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: v1
kind: Service
metadata: {name: lots, namespace: parking, labels: {istio.io/use-waypoint: barrier}}
spec: {ports: [{port: 80, name: http}], selector: {app: lots}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: barrier, namespace: parking}
spec:
  gatewayClassName: istio-waypoint
  listeners: [{name: mesh, port: 15008, protocol: HBONE}]
`,
  *run({ id, spec, labels }, mesh) {
    const { namespace, name } = id;
    if (
      !isWaypointClass(spec.gatewayClassName) ||
      labels[waypointForLabel] === "none" ||
      mesh.fact(namedWaypoints).has(`${namespace}/${name}`)
    ) {
      return;
    }
    if (mesh.namespaces.get(namespace)?.declared !== true) {
      yield { path: "metadata.name", notDeclared: `Namespace ${namespace}` };
      return;
    }
    // Where routes of other namespaces may come, so may their traffic, and they need not be declared here.
    const open = spec.listeners?.some(
      ({ allowedRoutes }) => (allowedRoutes?.namespaces?.from ?? "Same") !== "Same",
    );
    yield {
      path: "metadata.name",
      message: `neither namespace ${namespace} nor a Service or Pod in it uses waypoint ${name}`,
      level: open ? "info" : "warning",
    };
  },
});

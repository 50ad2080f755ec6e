import { hbonePort } from "../../../values/known-names";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { isWaypointClass } from "../model/workloads";
import { namespaceProblem } from "../route-attachment";
import { enrolledKinds, type WaypointLabel, waypointLabels } from "../waypoint-labels";

function* judge({ path, own, namespace, name }: WaypointLabel, mesh: Mesh): Iterable<Verdict> {
  const waypoint = mesh.set.find(Kind.ApiGateway, namespace, name);
  if (waypoint === undefined || !isWaypointClass(waypoint.spec.gatewayClassName)) {
    return;
  }
  const listener = waypoint.spec.listeners.find(
    ({ port, protocol }) => port === hbonePort && protocol === "HBONE",
  );
  const problem = namespaceProblem(mesh, waypoint, listener?.allowedRoutes ?? {}, own);
  if (typeof problem === "object") {
    yield { path, ...problem };
  } else if (problem !== undefined) {
    yield {
      path,
      message: `waypoint ${name}.${namespace} does not let namespace ${own} in: ${
        listener === undefined ? "it" : `its listener ${listener.name}`
      } ${problem} (allowedRoutes)`,
      related: [waypoint.id],
    };
  }
}

/** Enrolment in a waypoint that does not take those of this namespace. */
export const waypointNotAllowed = check({
  id: "waypoint-not-allowed",
  code: "MESH0322",
  aliases: [],
  level: "error",
  kinds: enrolledKinds,
  summary: "A label names a waypoint of another namespace that does not let this one in.",
  why: "istiod refuses the waypoint, and connections go past it: its routes and policies have no effect.",
  fix: "Set allowedRoutes.namespaces of the waypoint's listener for port 15008 to All, or to a selector that fits.",
  url: "https://istio.io/latest/docs/ambient/usage/waypoint/#cross-namespace-waypoint",
  fires: `apiVersion: v1
kind: Namespace
metadata:
  name: bakery
  labels:
    istio.io/dataplane-mode: ambient
    istio.io/use-waypoint: town # found
    istio.io/use-waypoint-namespace: hall
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: town, namespace: hall}
spec:
  gatewayClassName: istio-waypoint
  listeners:
  - name: mesh
    port: 15008
    protocol: HBONE
    allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {waypoint: town}}}}
`,
  silent: `apiVersion: v1
kind: Namespace
metadata:
  name: bakery
  labels:
    istio.io/dataplane-mode: ambient
    istio.io/use-waypoint: town
    istio.io/use-waypoint-namespace: hall
    waypoint: town
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: town, namespace: hall}
spec:
  gatewayClassName: istio-waypoint
  listeners:
  - name: mesh
    port: 15008
    protocol: HBONE
    allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {waypoint: town}}}}
`,
  *run(object, mesh) {
    yield* each(waypointLabels(object, mesh), (label) => judge(label, mesh));
  },
});

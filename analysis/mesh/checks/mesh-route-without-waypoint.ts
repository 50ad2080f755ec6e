import { withoutWaypoint } from "../ambient-hosts";
import { check } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { parentsOf } from "../model/api-routes";

/** A route of the Gateway API for an ambient Service without a waypoint. */
export const meshRouteWithoutWaypoint = check({
  id: "mesh-route-without-waypoint",
  code: "MESH0320",
  aliases: [],
  level: "warning",
  kinds: [Kind.HttpRoute, Kind.GrpcRoute, Kind.TlsRoute, Kind.TcpRoute],
  summary: "A route is attached to an ambient Service that uses no waypoint.",
  why: "ztunnel sees connections alone: its clients go to the Service as if there were no route. Clients with a sidecar follow it.",
  fix: "Put a waypoint before the Service: label it or its namespace with istio.io/use-waypoint.",
  url: "https://istio.io/latest/docs/ambient/usage/l7-features/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: radio, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: v1
kind: Service
metadata: {name: player, namespace: radio}
spec: {ports: [{port: 8000, name: http}], selector: {app: player}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: player, namespace: radio}
spec:
  parentRefs:
  - group: ""
    kind: Service
    name: player # found
  rules: [{timeouts: {request: 4s}, backendRefs: [{name: player, port: 8000}]}]
`,
  silent: `apiVersion: v1
kind: Namespace
metadata:
  name: radio
  labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: studio}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: studio, namespace: radio}
spec:
  gatewayClassName: istio-waypoint
  listeners: [{name: mesh, port: 15008, protocol: HBONE}]
---
apiVersion: v1
kind: Service
metadata: {name: player, namespace: radio}
spec: {ports: [{port: 8000, name: http}], selector: {app: player}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: player, namespace: radio}
spec:
  parentRefs: [{group: "", kind: Service, name: player}]
  rules: [{timeouts: {request: 4s}, backendRefs: [{name: player, port: 8000}]}]
`,
  *run(object, mesh) {
    yield* each(parentsOf(object), function* ({ kind, namespace, name, path }) {
      const service =
        kind === Kind.Service ? withoutWaypoint(mesh.fullName(name, namespace), mesh) : undefined;
      if (service !== undefined) {
        yield {
          path: `${path}.name`,
          message: `${objectWords(service.source.id)} is ambient and uses no waypoint: no client behind ztunnel follows this route`,
          related: [service.source.id],
        };
      }
    });
  },
});

import { check, type Verdict } from "../check";
import { Kind } from "../kinds";
import { parentsOf, routeKinds } from "../model/api-routes";

/** A route of the mesh that is not in the namespace of its Service. */
export const meshRouteElsewhere = check({
  id: "mesh-route-elsewhere",
  code: "MESH0308",
  aliases: [],
  level: "info",
  kinds: routeKinds,
  summary: "A route is attached to a Service of another namespace.",
  why: "Only clients in the route's namespace follow it; those everywhere else do as if it were not there.",
  fix: "Put the route into the Service's namespace if all clients are to follow it.",
  url: "https://gateway-api.sigs.k8s.io/mesh/#how-it-works",
  fires: `apiVersion: v1
kind: Service
metadata: {name: weather, namespace: sky}
spec: {ports: [{port: 80, name: http}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: weather, namespace: farm}
spec:
  parentRefs:
  - {kind: Service, group: "", name: weather, namespace: sky} # found
  rules: [{timeouts: {request: 2s}, backendRefs: [{name: weather, namespace: sky, port: 80}]}]
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: weather, namespace: sky}
spec: {ports: [{port: 80, name: http}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: weather, namespace: sky}
spec:
  parentRefs: [{kind: Service, group: "", name: weather}]
  rules: [{timeouts: {request: 2s}, backendRefs: [{name: weather, port: 80}]}]
`,
  *run(object): Iterable<Verdict> {
    const own = object.id.namespace;
    for (const { kind, namespace, name, path } of parentsOf(object)) {
      if (kind === Kind.Service && namespace !== own) {
        yield {
          path,
          message: `Service ${name} is in namespace ${namespace}, and the route in ${own}: clients of ${own} alone follow it`,
        };
      }
    }
  },
});

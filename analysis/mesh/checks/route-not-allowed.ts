import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { each } from "../each";
import type { Mesh } from "../mesh";
import { parentsOf, type RouteParent, routeKinds } from "../model/api-routes";
import { chosenListeners, listenerRefusal, parentListeners } from "../route-attachment";

function* judge(mesh: Mesh, route: Declared, parent: RouteParent): Iterable<Verdict> {
  const listeners = chosenListeners(parentListeners(mesh, parent) ?? [], parent);
  const refusals = listeners.map((one) => listenerRefusal(mesh, one, route));
  if (refusals.length === 0 || refusals.includes(undefined)) {
    return;
  }
  const { path } = parent;
  const open = refusals.find((one) => typeof one === "object");
  if (open) {
    yield { path, ...open };
    return;
  }
  const reasons = listeners.map(({ listener }, i) => `listener ${listener.name} ${refusals[i]}`);
  yield {
    path,
    message: `${listeners[0]?.owner.id.kind} ${parent.name} in namespace ${parent.namespace} does not take the route: ${[...new Set(reasons)].join("; ")}`,
    related: listeners.slice(0, 1).map(({ owner }) => owner.id),
  };
}

/** A route that the listeners of its Gateway do not take. */
export const routeNotAllowed = check({
  id: "route-not-allowed",
  code: "MESH0303",
  aliases: ["KIA1401"],
  level: "error",
  kinds: routeKinds,
  summary: "No listener of a route's Gateway takes routes of its namespace or kind.",
  why: "The route is not accepted (NotAllowedByListeners): requests are answered as if it were not there.",
  fix: "Let a listener take it (allowedRoutes), or move the route.",
  url: "https://gateway-api.sigs.k8s.io/guides/multiple-ns/",
  fires: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: shared, namespace: infra}
spec:
  gatewayClassName: istio
  listeners:
  - {name: http, port: 80, protocol: HTTP}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: forum, namespace: forum}
spec:
  parentRefs:
  - {name: shared, namespace: infra} # found
  hostnames: [forum.example.org]
  rules: [{filters: [{type: RequestRedirect, requestRedirect: {hostname: www.forum.example.org}}]}]
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: forum, labels: {routes: public}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: shared, namespace: infra}
spec:
  gatewayClassName: istio
  listeners:
  - name: http
    port: 80
    protocol: HTTP
    allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {routes: public}}}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: forum, namespace: forum}
spec:
  parentRefs: [{name: shared, namespace: infra}]
  hostnames: [forum.example.org]
  rules: [{filters: [{type: RequestRedirect, requestRedirect: {hostname: www.forum.example.org}}]}]
`,
  *run(object, mesh) {
    yield* each(parentsOf(object), (parent) => judge(mesh, object, parent));
  },
});

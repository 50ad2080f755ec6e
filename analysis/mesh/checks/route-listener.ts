import { closest, didYouMean } from "../../../values/closest";
import { check, type Verdict } from "../check";
import { each } from "../each";
import type { Mesh } from "../mesh";
import { parentsOf, type RouteParent, routeKinds } from "../model/api-routes";
import { chosenListeners, parentListeners } from "../route-attachment";
import { listed, quoted } from "../words";

function* judge(mesh: Mesh, parent: RouteParent): Iterable<Verdict> {
  const listeners = parentListeners(mesh, parent) ?? [];
  if (listeners.length === 0 || chosenListeners(listeners, parent).length > 0) {
    return;
  }
  const { path, sectionName, port, namespace, name } = parent;
  const names = listeners.map(({ listener }) => listener.name);
  const all = listed(listeners.map(({ listener }) => `${listener.name} (port ${listener.port})`));
  const owner = `${listeners[0]?.owner.id.kind} ${name} in namespace ${namespace}`;
  const related = listeners.slice(0, 1).map((one) => one.owner.id);
  if (sectionName === undefined || names.includes(sectionName)) {
    const wanted = `port ${port}${sectionName === undefined ? "" : ` called ${quoted(sectionName)}`}`;
    yield {
      path: `${path}.port`,
      message: `${owner} has no listener at ${wanted}; it has ${all}`,
      related,
    };
    return;
  }
  const value = closest(sectionName, names);
  yield {
    path: `${path}.sectionName`,
    message: `${owner} has no listener ${quoted(sectionName)}; it has ${all}${didYouMean(sectionName, names)}`,
    related,
    ...(value !== undefined && { fix: { path: `${path}.sectionName`, value } }),
  };
}

/** A route for a listener that its Gateway does not have. */
export const routeListener = check({
  id: "route-listener",
  code: "MESH0302",
  aliases: [],
  level: "error",
  kinds: routeKinds,
  summary: "A route names a sectionName or port that no listener of its Gateway has.",
  why: "The route is not accepted (NoMatchingParent): requests are answered as if it were not there.",
  fix: "Name a listener of the Gateway, or leave sectionName and port out.",
  url: "https://gateway-api.sigs.k8s.io/api-types/httproute/#attaching-to-gateways",
  fires: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: web, namespace: travel}
spec:
  gatewayClassName: istio
  listeners:
  - {name: http, port: 8080, protocol: HTTP}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: hotels, namespace: travel}
spec:
  parentRefs:
  - name: web
    sectionName: https # found
  rules: [{filters: [{type: RequestRedirect, requestRedirect: {hostname: hotels.example.com}}]}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: trains, namespace: travel}
spec:
  parentRefs:
  - name: web
    port: 80 # found
  rules: [{filters: [{type: RequestRedirect, requestRedirect: {hostname: trains.example.com}}]}]
`,
  silent: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: web, namespace: travel}
spec:
  gatewayClassName: istio
  listeners:
  - {name: http, port: 8080, protocol: HTTP}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: hotels, namespace: travel}
spec:
  parentRefs: [{name: web, sectionName: http, port: 8080}]
  rules: [{filters: [{type: RequestRedirect, requestRedirect: {hostname: hotels.example.com}}]}]
`,
  *run(object, mesh) {
    yield* each(parentsOf(object), (parent) => judge(mesh, parent));
  },
});

import { closest, didYouMean } from "../../../values/closest";
import { gatewayApi } from "../../../values/known-names";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { parentsOf, type RouteParent, routeKinds } from "../model/api-routes";
import { Thing } from "../scope";
import { listed, named } from "../words";

/** Kinds that a route is attached to, and what a set has to have all of. */
const things = {
  [Kind.ApiGateway]: Thing.Gateway,
  [Kind.ListenerSet]: Thing.Gateway,
  [Kind.Service]: Thing.Service,
  [Kind.ServiceEntry]: Thing.ServiceEntry,
} as const;

type ParentKind = keyof typeof things;

const isParentKind = (kind: string): kind is ParentKind => kind in things;

/** A Service in the group that is taken where none is written: there is no such kind. */
const ungrouped = `Service.${gatewayApi}`;

function* judge(mesh: Mesh, own: string, parent: RouteParent): Iterable<Verdict> {
  const { kind, namespace, name, path } = parent;
  if (kind === ungrouped) {
    yield {
      path: `${path}.kind`,
      message: `Service ${name} in group ${gatewayApi}, which is meant where no group is written: no proxy gets the route; write group: ""`,
      fix: { path: `${path}.group`, value: "" },
    };
    return;
  }
  if (!isParentKind(kind) || mesh.set.find(kind, namespace, name)) {
    return;
  }
  const words = kind.slice(0, kind.indexOf("."));
  const problem = `there is no ${words} ${name} in namespace ${namespace}`;
  const elsewhere = mesh.set.all(kind).filter(({ id }) => id.name === name);
  const isKnown = mesh.speaksFor(things[kind], namespace, name);
  if (elsewhere.length > 0 && (isKnown || namespace === own)) {
    const [only] = elsewhere;
    yield {
      path: `${path}.name`,
      message: `${problem}; there is ${named(elsewhere.map(({ id }) => id))}: set namespace to ${listed(elsewhere.map(({ id }) => id.namespace))}`,
      related: elsewhere.map(({ id }) => id),
      level: isKnown ? "error" : "warning",
      ...(elsewhere.length === 1 && {
        fix: { path: `${path}.namespace`, value: only?.id.namespace },
      }),
    };
    return;
  }
  if (!isKnown) {
    yield {
      path: `${path}.name`,
      notDeclared: objectWords({ kind: words, namespace, name }),
    };
    return;
  }
  const names = mesh.set
    .all(kind)
    .filter(({ id }) => id.namespace === namespace)
    .map(({ id }) => id.name);
  const value = closest(name, names);
  yield {
    path: `${path}.name`,
    message: problem + didYouMean(name, names),
    ...(value !== undefined && { fix: { path: `${path}.name`, value } }),
  };
}

/** A route that is attached to nothing. */
export const routeParent = check({
  id: "route-parent",
  code: "KIA1401",
  aliases: [],
  level: "error",
  kinds: routeKinds,
  summary:
    "A route of the Gateway API names a Gateway, ListenerSet, Service or ServiceEntry that does not exist.",
  why: "No proxy gets the route: requests are answered as if it were not there.",
  fix: "Name a parent that exists, with its namespace if that is another one.",
  url: "https://gateway-api.sigs.k8s.io/api-types/httproute/#attaching-to-gateways",
  fires: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec:
  gatewayClassName: istio
  listeners:
  - {name: http, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: All}}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: tickets, namespace: tickets}
spec:
  parentRefs:
  - namespace: edge
    name: publik # found
  rules: [{filters: [{type: RequestRedirect, requestRedirect: {hostname: tickets.example.com}}]}]
`,
  silent: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec:
  gatewayClassName: istio
  listeners:
  - {name: http, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: All}}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: tickets, namespace: tickets}
spec:
  parentRefs: [{namespace: edge, name: public}]
  rules: [{filters: [{type: RequestRedirect, requestRedirect: {hostname: tickets.example.com}}]}]
`,
  *run(object, mesh) {
    yield* each(parentsOf(object), (parent) => judge(mesh, object.id.namespace, parent));
  },
});

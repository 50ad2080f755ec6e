import { namespaceNameLabel } from "../../values/known-names";
import type { NotDeclared } from "./check";
import type { Declared } from "./declared-set";
import { Kind } from "./kinds";
import type { Mesh } from "./mesh";
import { type Listener, listenersOf, routeKindsOf } from "./model/api-gateways";
import { parentsOf, type RouteParent, type RouteSpec } from "./model/api-routes";
import { fitsSelector, type LabelSelector } from "./model/selector";

/** The declared listeners that a route is attached to; undefined where its parent has none, or is not declared. */
export function parentListeners(mesh: Mesh, { kind, namespace, name }: RouteParent) {
  const owner =
    kind === Kind.ApiGateway
      ? mesh.set.find(Kind.ApiGateway, namespace, name)
      : kind === Kind.ListenerSet
        ? mesh.set.find(Kind.ListenerSet, namespace, name)
        : undefined;
  return owner && listenersOf(owner);
}

/** Those of them that the route names, by section or port; all where it names none. */
export const chosenListeners = (
  listeners: readonly Listener[],
  { sectionName, port }: RouteParent,
): Listener[] =>
  listeners.filter(
    ({ listener }) =>
      (sectionName === undefined || listener.name === sectionName) &&
      (port === undefined || listener.port === port),
  );

interface Allowing {
  namespaces?: { from?: string; selector?: LabelSelector };
}

/** Why objects of a namespace may not attach to what another object says whom it allows; `Same` is the default. */
export function namespaceProblem(
  mesh: Mesh,
  owner: Declared,
  { namespaces }: Allowing,
  namespace: string,
  usual = "Same",
): string | undefined | Pick<NotDeclared, "notDeclared"> {
  const from = namespaces?.from ?? usual;
  if (from === "All" || (from === "Same" && owner.id.namespace === namespace)) {
    return undefined;
  }
  if (from === "Same" || from === "None") {
    return from === "None"
      ? "takes none"
      : `takes those of its own namespace, ${owner.id.namespace}, only`;
  }
  const known = mesh.namespaces.get(namespace);
  if (!known?.declared) {
    return { notDeclared: `labels of Namespace ${namespace}` };
  }
  const labels = { [namespaceNameLabel]: namespace, ...known.labels };
  return fitsSelector(namespaces?.selector ?? {}, labels)
    ? undefined
    : `takes those of namespaces with other labels than ${namespace} has`;
}

/** Names of kinds that are spelled out begin as their first letter sounds: an HTTPRoute, a TLSRoute. */
const withArticle = (kind: string): string => `${kind.startsWith("H") ? "an" : "a"} ${kind}`;

/** Why a route may not attach to a listener. */
export function listenerRefusal(
  mesh: Mesh,
  { owner, listener }: Listener,
  route: Declared,
): ReturnType<typeof namespaceProblem> {
  const kinds = routeKindsOf(listener);
  if (kinds && !kinds.includes(route.id.kind)) {
    return kinds.length === 0
      ? "takes no routes"
      : `takes ${kinds.join(" and ")}, and this is ${withArticle(route.id.kind)}`;
  }
  return namespaceProblem(mesh, owner, listener.allowedRoutes ?? {}, route.id.namespace);
}

/** All listeners that take a route; undefined where one of its parents is not declared, or is no Gateway. */
export function takingListeners(mesh: Mesh, route: Declared<RouteSpec>): Listener[] | undefined {
  const found: Listener[] = [];
  for (const parent of parentsOf(route)) {
    const listeners = parentListeners(mesh, parent);
    if (listeners === undefined) {
      return undefined;
    }
    found.push(
      ...chosenListeners(listeners, parent).filter(
        (one) => listenerRefusal(mesh, one, route) === undefined,
      ),
    );
  }
  return found;
}

import type { VirtualServiceHttpMatch } from "../../../schemas/kinds/networking/virtual-service";
import type { Declared } from "../../mesh/declared-set";
import { keyedFacts } from "../../mesh/keyed-facts";
import type { Mesh } from "../../mesh/mesh";
import { type Labels, selects } from "../../mesh/model/selector";
import type { Routes } from "../../mesh/model/virtual-services";
import type { Route } from "../route";
import { type Step, stepOf } from "../trail";
import { actionOf, type RouteListener } from "./virtual-service-action";
import { type HttpMatch, type HttpRoute, httpRoutesOf, type Origin } from "./virtual-service-http";
import { anyRequest, conditionsOf, takesAll } from "./virtual-service-match";

/** The proxy that routes are for, and where it takes requests in. */
export interface RoutePlace extends RouteListener {
  /** Namespace and labels of the proxy. */
  readonly namespace: string;
  readonly labels: Labels;
  /** Names by which it is meant: `mesh`, or `namespace/name` of Gateways. */
  readonly gateways: readonly string[];
}

/** What a match asks of the proxy and where requests come in; it does not look at labels where it names gateways. */
function isMeant(
  { port, gateways = [], sourceLabels = {}, sourceNamespace }: VirtualServiceHttpMatch,
  place: RoutePlace,
): boolean {
  if (port && port !== place.port) {
    return false;
  }
  return gateways.length > 0
    ? gateways.some((name) => place.gateways.includes(name))
    : selects(sourceLabels, place.labels) &&
        (!sourceNamespace || sourceNamespace === place.namespace);
}

const stepAt = ({ source, path }: Origin): Step => stepOf(source, path);

function routeOf(
  mesh: Mesh,
  route: HttpRoute,
  match: HttpMatch | undefined,
  place: RoutePlace,
): Route {
  const conditions = match === undefined ? anyRequest : conditionsOf(match);
  const { spec } = route;
  const outer = match?.root?.at ?? route.root;
  return {
    conditions,
    action: actionOf(mesh, route, conditions.path, place),
    steps: [...(outer ? [stepAt(outer)] : []), stepAt(match?.at ?? route.at)],
    ...(spec.corsPolicy && { hasCors: true }),
  };
}

/** Routes in their order, up to the first that takes everything: those behind it are never asked. */
function* routesIn(mesh: Mesh, routes: Routes, place: RoutePlace): Iterable<Route> {
  for (const route of httpRoutesOf(mesh, routes)) {
    if (route.matches.length === 0) {
      yield routeOf(mesh, route, undefined, place);
      return;
    }
    for (const match of route.matches.filter(({ spec }) => isMeant(spec, place))) {
      const made = routeOf(mesh, route, match, place);
      yield made;
      if (takesAll(made.conditions)) {
        return;
      }
    }
  }
}

const byPlace = keyedFacts<[routes: Declared, place: string], readonly Route[]>();

/** What of a place the routes of most VirtualServices hang on. */
function keyOf(
  routes: Routes,
  { port, tls, samePort, gateways, namespace, labels }: RoutePlace,
): string {
  const looksAtSource = (routes.source.spec.http ?? []).some(
    ({ match = [], delegate }) =>
      delegate !== undefined ||
      match.some(({ sourceLabels, sourceNamespace }) => sourceLabels || sourceNamespace),
  );
  return JSON.stringify([port, tls, samePort, gateways, looksAtSource && [namespace, labels]]);
}

/**
 * The routes of HTTP of a VirtualService for a proxy, in Envoy's order; none where it has none for it, and istiod
 * takes no notice of it there.
 */
export function virtualServiceRoutes(
  mesh: Mesh,
  routes: Routes,
  place: RoutePlace,
): readonly Route[] {
  if (place.portOf) {
    return [...routesIn(mesh, routes, place)];
  }
  return mesh
    .fact(byPlace)
    .get([routes.source, keyOf(routes, place)], () => [...routesIn(mesh, routes, place)]);
}

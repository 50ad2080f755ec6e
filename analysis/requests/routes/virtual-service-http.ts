import type {
  VirtualServiceDestination,
  VirtualServiceHttp,
  VirtualServiceHttpMatch,
  VirtualServiceSpec,
} from "../../../schemas/kinds/networking/virtual-service";
import type { Declared } from "../../mesh/declared-set";
import { Kind } from "../../mesh/kinds";
import type { Mesh } from "../../mesh/mesh";
import { gatewayName, type Routes } from "../../mesh/model/virtual-services";
import { handedOver } from "./virtual-service-delegates";

/** A place in an object. */
export interface Origin {
  readonly source: Declared;
  readonly path: string;
}

/** A match with the names of gateways in full. A delegate's has what its root asks for beside its own. */
export interface HttpMatch {
  readonly spec: VirtualServiceHttpMatch;
  readonly at: Origin;
  /** The root's match that it lies within, and what the delegate says by itself. */
  readonly root?: {
    readonly spec: VirtualServiceHttpMatch;
    readonly at: Origin;
    readonly leaf: VirtualServiceHttpMatch;
  };
}

/** A route of HTTP with all names in full. A delegate's has what its root says of it where itself says nothing. */
export interface HttpRoute {
  readonly spec: VirtualServiceHttp;
  /** Empty where the route takes everything. */
  readonly matches: readonly HttpMatch[];
  /** Where the route and its destinations stand. */
  readonly at: Origin;
  /** The route of the root that hands over. */
  readonly root?: Origin;
  /** Where its mirrors stand. */
  readonly mirrorAt: Origin;
  readonly mirrorsAt: Origin;
}

/** Routes of HTTP of one object, with its names in full. */
function writtenRoutes(mesh: Mesh, source: Declared<VirtualServiceSpec>): HttpRoute[] {
  const { namespace } = source.id;
  const full = <D extends VirtualServiceDestination>(destination: D): D => ({
    ...destination,
    host: mesh.fullName(destination.host, namespace),
  });
  return (source.spec.http ?? []).map((http, i) => {
    const at: Origin = { source, path: `spec.http[${i}]` };
    const { route = [], mirror, mirrors = [], match = [] } = http;
    return {
      at,
      mirrorAt: at,
      mirrorsAt: at,
      matches: match.map((one, j) => ({
        spec: {
          ...one,
          ...(one.gateways && {
            gateways: one.gateways.map((name) => gatewayName(name, namespace)),
          }),
        },
        at: { source, path: `${at.path}.match[${j}]` },
      })),
      spec: {
        ...http,
        route: route.map((one) => ({ ...one, destination: full(one.destination) })),
        ...(mirror && { mirror: full(mirror) }),
        mirrors: mirrors.map((one) => ({ ...one, destination: full(one.destination) })),
      },
    };
  });
}

/** Whether a delegate is exported to a namespace: the word for its own one counts as that one's name. */
function isHandedOut({ exportTo, source }: Routes, namespace: string): boolean {
  return exportTo.some(
    (one) => one === "*" || one === namespace || (one === "." && source.id.namespace === namespace),
  );
}

/** What a route that hands over becomes; nothing where there is no such delegate. */
function delegated(mesh: Mesh, route: HttpRoute): HttpRoute[] {
  const { delegate } = route.spec;
  if (delegate === undefined) {
    return [route];
  }
  const own = route.at.source.id.namespace;
  const found = mesh.set.find(Kind.VirtualService, delegate.namespace || own, delegate.name ?? "");
  const routes = found && mesh.routesOf(found.id);
  return found && routes?.isDelegate && isHandedOut(routes, own)
    ? handedOver(route, writtenRoutes(mesh, found))
    : [];
}

/** The routes of HTTP of a VirtualService, those of its delegates in the place of what hands over to them. */
export const httpRoutesOf = (mesh: Mesh, { source }: Routes): HttpRoute[] =>
  writtenRoutes(mesh, source).flatMap((route) => delegated(mesh, route));

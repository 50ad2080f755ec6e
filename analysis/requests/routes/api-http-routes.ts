import type { HTTPRouteSpec } from "../../../schemas/kinds/gateway/http-route";
import type { Declared } from "../../mesh/declared-set";
import { Kind } from "../../mesh/kinds";
import { grouped, lazy } from "../../mesh/lazy";
import type { Mesh } from "../../mesh/mesh";
import { meshGateway } from "../../mesh/model/virtual-services";
import { known } from "../../mesh/not-judged";
import type { RoutePlace } from "./api-filters";
import { type BoundParent, boundParents } from "./api-parents";
import { type ApiRoutes, compared, createdAt, emptyRoutes } from "./api-routes";
import { type ApiRule, inOrder, routesOfRules } from "./api-rule";
import { grpcRules } from "./grpc-route";
import { httpRules } from "./http-route";

/** A part of a route, for one host at one gateway. */
interface Part {
  readonly key: string;
  readonly route: Declared;
  readonly parent: BoundParent;
  readonly host: string;
}

/** The order in which rules of several routes are merged. istiod's names go on with a `~`. */
const byAge = ({ route: a }: Part, { route: b }: Part): number =>
  compared(createdAt(a), createdAt(b)) ||
  compared(a.id.namespace, b.id.namespace) ||
  compared(`${a.id.name}~`, `${b.id.name}~`);

const partsOf = (mesh: Mesh, route: Declared<HTTPRouteSpec>): Part[] =>
  boundParents(mesh, route as Declared<never>).flatMap((parent) =>
    parent.hosts.map((host) => {
      const port = parent.port === undefined ? "" : `/${parent.port}`;
      const place =
        parent.gateway === meshGateway ? `${route.id.namespace}${port}` : parent.gateway;
      return { key: `${place}/${host}`, route, parent, host };
    }),
  );

/** Each route's rules are made once, for the mesh and for gateways apart. */
function rulesOf(mesh: Mesh): (route: Declared, forMesh: boolean) => readonly ApiRule[] {
  const made = new Map<string, readonly ApiRule[]>();
  return (route, forMesh) => {
    const key = `${route.id.kind} ${route.id.namespace}/${route.id.name} ${forMesh}`;
    const own = route as Declared<never>;
    const rules =
      made.get(key) ??
      (route.id.kind === "GRPCRoute"
        ? grpcRules(mesh, own, forMesh)
        : httpRules(mesh, own, forMesh));
    made.set(key, rules);
    return rules;
  };
}

/** Routes for requests: those of several objects for one host are one. */
export function httpApiRoutes(mesh: Mesh): ApiRoutes[] {
  const rules = rulesOf(mesh);
  const parts = [
    ...mesh.set.accepted(Kind.HttpRoute),
    ...mesh.set.accepted(Kind.GrpcRoute),
  ].flatMap((route) => partsOf(mesh, route as Declared<HTTPRouteSpec>));
  return [...grouped(parts, ({ key }) => key)].flatMap(([key, group]) => {
    const forMesh = group[0]?.parent.gateway === meshGateway;
    // Rules that are not known yet are judged where they are asked.
    const hasRules = (route: Declared) => known(() => rules(route, forMesh).length > 0) ?? true;
    const own = group.filter(({ route }) => hasRules(route)).sort(byAge);
    const [oldest] = own;
    if (oldest === undefined) {
      return [];
    }
    const all = lazy(() => inOrder(own.flatMap(({ route }) => inOrder(rules(route, forMesh)))));
    const { route, parent, host } = oldest;
    const isFor = ({ port }: RoutePlace) => (parent.port ?? port) === port;
    return {
      ...emptyRoutes(mesh, route, parent, host),
      name: key.replaceAll("/", "~"),
      http: (at: RoutePlace) => (isFor(at) ? routesOfRules(all(), at) : []),
    };
  });
}

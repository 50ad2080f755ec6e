import type { TLSRouteSpec } from "../../../schemas/kinds/gateway/tls-route";
import { coversHost } from "../../../values/host";
import type { Declared } from "../../mesh/declared-set";
import { Kind } from "../../mesh/kinds";
import { lazy } from "../../mesh/lazy";
import type { Mesh } from "../../mesh/mesh";
import { meshGateway } from "../../mesh/model/virtual-services";
import { type BoundParent, boundParents } from "./api-parents";
import { type ApiRoutes, emptyRoutes } from "./api-routes";
import { l4Rules } from "./l4-route";

/** Names that two lists have in common, the narrower of each two. */
const inCommon = (names: readonly string[], others: readonly string[]): string[] => [
  ...new Set(
    names.flatMap((one) =>
      others.flatMap((other) =>
        coversHost(other, one) ? one : coversHost(one, other) ? other : [],
      ),
    ),
  ),
];

function tlsHosts(
  { spec }: Declared<TLSRouteSpec>,
  { listener, hosts }: BoundParent,
): readonly string[] {
  const { hostname } = listener?.listener.listener ?? {};
  return listener && hostname ? inCommon(spec.hostnames, [hostname]) : hosts;
}

function sniHosts(
  { spec: { hostnames } }: Declared<TLSRouteSpec>,
  { listener, hosts }: BoundParent,
  host: string,
): readonly string[] {
  const { hostname } = listener?.listener.listener ?? {};
  if (listener) {
    return hostname ? inCommon(hostnames, [hostname]) : hostnames;
  }
  const own = hostnames.length === 1 && hostnames[0] === "*" ? hosts : hostnames;
  return own.length > 1 ? own.filter((one) => coversHost(one, host) || coversHost(host, one)) : own;
}

/** istiod numbers what it makes of a route. */
const nameOf = ({ id }: Declared, kind: string, number: number): string =>
  `${id.name}~${kind}~${number}~`;

function ofTcp(mesh: Mesh): ApiRoutes[] {
  return mesh.set.accepted(Kind.TcpRoute).flatMap((route) =>
    boundParents(mesh, route).flatMap((parent, i) => {
      const forMesh = parent.gateway === meshGateway;
      const rules = lazy(() => l4Rules(mesh, route, forMesh));
      return (forMesh ? parent.hosts : ["*"]).map((host) => ({
        ...emptyRoutes(mesh, route, parent, host),
        name: nameOf(route, "tcp", i),
        get tcp() {
          return rules();
        },
      }));
    }),
  );
}

function ofTls(mesh: Mesh): ApiRoutes[] {
  return mesh.set.accepted(Kind.TlsRoute).flatMap((route) =>
    boundParents(mesh, route).flatMap((parent, i) => {
      const rules = lazy(() => l4Rules(mesh, route, parent.gateway === meshGateway));
      return tlsHosts(route, parent).map((host) => ({
        ...emptyRoutes(mesh, route, parent, host),
        name: nameOf(route, "tls", i),
        get tls() {
          return rules()
            .filter(({ isEmpty }) => !isEmpty)
            .map((rule) => ({ ...rule, sniHosts: sniHosts(route, parent, host) }));
        },
      }));
    }),
  );
}

/** Routes for connections. */
export const l4ApiRoutes = (mesh: Mesh): ApiRoutes[] => [...ofTcp(mesh), ...ofTls(mesh)];

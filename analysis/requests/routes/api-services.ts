import { grouped } from "../../mesh/lazy";
import type { Mesh } from "../../mesh/mesh";
import { meshGateway } from "../../mesh/model/virtual-services";
import { httpApiRoutes } from "./api-http-routes";
import { l4ApiRoutes } from "./api-l4-routes";
import { type ApiRoutes, compared } from "./api-routes";

/** All that istiod makes of routes of the Gateway API, in its order. */
const apiRoutes = (mesh: Mesh): readonly ApiRoutes[] =>
  [...httpApiRoutes(mesh), ...l4ApiRoutes(mesh)].sort(
    (a, b) =>
      compared(a.created, b.created) ||
      compared(a.name, b.name) ||
      compared(a.namespace, b.namespace),
  );

const byGateway = (mesh: Mesh): ReadonlyMap<string, readonly ApiRoutes[]> =>
  grouped(mesh.fact(apiRoutes), ({ gateway }) => gateway);

const byHost = (mesh: Mesh): ReadonlyMap<string, readonly ApiRoutes[]> =>
  grouped(mesh.fact(byGateway).get(meshGateway) ?? [], ({ host }) => host);

/** Routes at a gateway that istiod makes of a listener, in istiod's order. */
export const apiRoutesAt = (mesh: Mesh, gateway: string): readonly ApiRoutes[] =>
  mesh.fact(byGateway).get(gateway) ?? [];

/** Routes with a Service or ServiceEntry of this full name as their parent, in istiod's order. */
export const apiRoutesOf = (mesh: Mesh, host: string): readonly ApiRoutes[] =>
  mesh.fact(byHost).get(host) ?? [];

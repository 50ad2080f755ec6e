import { serviceHost } from "../resources/service-host";
import { clusterDomainOf } from "../traffic/cluster-domain";
import { meshRouteClaim, portRouteClaim } from "../traffic/mesh-route-claim";
import { isKnown } from "../validation/when-known";
import type { DeclaredMeshObject } from "./declared-mesh-object";
import type { Claim, Part } from "./part";
import { type Fields, fields, list, text } from "./plain-fields";

/** Whether a match fits every request. */
const fitsAll = ({ path, headers, queryParams, method }: Fields): boolean => {
  const { type = "PathPrefix", value = "/" } = fields(path);
  const isAny = path === undefined || (type === "PathPrefix" && value === "/");
  return isAny && [headers, queryParams, method].every((one) => one === undefined);
};

/** Whether a route leaves nothing to others; rules for some requests go before another route's. */
const takesAll = (rules: unknown): boolean =>
  isKnown(rules) &&
  (list(rules).length === 0 ||
    list(rules).some(
      ({ matches }) =>
        isKnown(matches) && (list(matches).length === 0 || list(matches).some(fitsAll)),
    ));

const way =
  "istiod adds up the rules of both, and of two for all requests the older one's hold; say it in one of them";

/** Requests to a Service that a route of the Gateway API takes. */
function routeClaim(
  parent: Fields,
  { namespace, program }: DeclaredMeshObject,
  i: number,
): Claim[] {
  const [name, where] = [text(parent.name), text(parent.namespace ?? namespace)];
  if (parent.kind !== "Service" || name === undefined || where === undefined) {
    return [];
  }
  const host = serviceHost(name, where, clusterDomainOf(undefined, program));
  const path = `spec.parentRefs[${i}]`;
  return typeof parent.port === "number"
    ? [portRouteClaim(host, parent.port, path, way)]
    : parent.port === undefined
      ? [meshRouteClaim(host, path, way)]
      : [];
}

/** An HTTPRoute that is attached to Services. */
export const httpRouteOfApi = (object: DeclaredMeshObject): Part => ({
  claims: takesAll(object.spec.rules)
    ? list(object.spec.parentRefs).flatMap((parent, i) => routeClaim(parent, object, i))
    : [],
});

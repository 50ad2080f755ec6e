import { isKnown } from "../../arguments/when-known";
import { clusterDomainOf } from "../routing/cluster-domain";
import { meshRouteClaim, portRouteClaim } from "../routing/mesh-route-claim";
import { serviceHost } from "../routing/service-host";
import type { DeclaredMeshObject } from "./declared-mesh-object";
import { type Claim, type Demand, demand, type Part } from "./part";
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

/** A Service that a route is attached to. */
interface ServiceParent {
  host: string;
  path: string;
  /** Absent for all ports. */
  port?: number;
  /** Whether the route is in the namespace of the Service. */
  isOwn: boolean;
}

function serviceParents({ namespace, program, spec }: DeclaredMeshObject): ServiceParent[] {
  return list(spec.parentRefs).flatMap((parent, i) => {
    const [name, where] = [text(parent.name), text(parent.namespace ?? namespace)];
    const { kind, port } = parent;
    const isPlain = port === undefined || typeof port === "number";
    return kind !== "Service" || name === undefined || where === undefined || !isPlain
      ? []
      : [
          {
            host: serviceHost(name, where, clusterDomainOf(undefined, program)) as string,
            path: `spec.parentRefs[${i}]`,
            ...(port !== undefined && { port }),
            isOwn: where === namespace,
          },
        ];
  });
}

const way = "of two for all requests the rules of one hold; say it in one of them";

const claimOf = ({ host, path, port }: ServiceParent): Claim =>
  port === undefined ? meshRouteClaim(host, path, way) : portRouteClaim(host, port, path, way);

/** istiod adds up routes for one port of a Service in its namespace; of others clients follow one. */
const addedUp = ({ host, path, port, isOwn }: ServiceParent): Demand =>
  demand({
    topic: "meshRoute",
    key: [host],
    path,
    test({ owner, dialect }) {
      const couldBe = dialect === "gateway-api" && isOwn;
      const instead = couldBe ? "name the port, and istiod adds up both" : "say it in one of them";
      return couldBe && port !== undefined
        ? undefined
        : `is a second route for ${host}, which ${owner} routes, and clients follow one of two (IST0109); ${instead}`;
    },
  });

/** An HTTPRoute that is attached to Services. */
export function httpRouteOfApi(object: DeclaredMeshObject): Part {
  const parents = serviceParents(object);
  return takesAll(object.spec.rules)
    ? { claims: parents.map(claimOf) }
    : { demands: parents.map(addedUp) };
}

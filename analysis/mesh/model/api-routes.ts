import { gatewayApi, networkingApi } from "../../../values/known-names";
import type { Declared } from "../declared-set";
import { Kind } from "../kinds";

/** Kinds of the Gateway API's routes. */
export const routeKinds = [
  Kind.HttpRoute,
  Kind.GrpcRoute,
  Kind.TcpRoute,
  Kind.TlsRoute,
  Kind.UdpRoute,
] as const;

interface Reference {
  group?: string;
  kind?: string;
  name: string;
  namespace?: string;
  port?: number;
}

/** What the routes of all kinds have in common. */
export interface RouteSpec {
  hostnames?: readonly string[];
  parentRefs?: readonly (Reference & { sectionName?: string })[];
  rules?: readonly {
    backendRefs?: readonly (Reference & { weight?: number })[];
    filters?: readonly { type?: string; requestMirror?: { backendRef: Reference } }[];
  }[];
}

/** What a route names, with its namespace. */
export interface RouteReference {
  /** `Kind.group`, with the group `core` for Kubernetes' own. */
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly port: number | undefined;
  /** Path of the reference in the route. */
  readonly path: string;
}

/** What a route is attached to. */
export interface RouteParent extends RouteReference {
  readonly sectionName: string | undefined;
}

/** Where a route sends requests. */
export interface RouteBackend extends RouteReference {
  readonly weight: number;
  /** Whether it gets copies of requests only. */
  readonly mirror: boolean;
}

/** A host of a ServiceEntry as a backend. */
export const hostnameBackend = `Hostname.${networkingApi}`;

function referenceOf(
  { group, kind, name, namespace, port }: Reference,
  own: string,
  path: string,
  usual: { group: string; kind: string },
): RouteReference {
  return {
    kind: `${kind ?? usual.kind}.${(group ?? usual.group) || "core"}`,
    namespace: namespace ?? own,
    name,
    port,
    path,
  };
}

/** What a route is attached to. */
export const parentsOf = ({ id, spec }: Declared<RouteSpec>): RouteParent[] =>
  (spec.parentRefs ?? []).map((ref, i) => ({
    ...referenceOf(ref, id.namespace, `spec.parentRefs[${i}]`, {
      group: gatewayApi,
      kind: "Gateway",
    }),
    sectionName: ref.sectionName,
  }));

/** Where each rule of a route sends requests. */
export const backendsOf = ({ id, spec }: Declared<RouteSpec>): RouteBackend[][] =>
  (spec.rules ?? []).map(({ backendRefs = [], filters = [] }, i) => {
    const backend = (ref: Reference, path: string) =>
      referenceOf(ref, id.namespace, path, { group: "", kind: "Service" });
    return [
      ...backendRefs.map((ref, j) => ({
        ...backend(ref, `spec.rules[${i}].backendRefs[${j}]`),
        weight: ref.weight ?? 1,
        mirror: false,
      })),
      ...filters.flatMap(({ requestMirror }, j) =>
        requestMirror === undefined
          ? []
          : {
              ...backend(
                requestMirror.backendRef,
                `spec.rules[${i}].filters[${j}].requestMirror.backendRef`,
              ),
              weight: 0,
              mirror: true,
            },
      ),
    ];
  });

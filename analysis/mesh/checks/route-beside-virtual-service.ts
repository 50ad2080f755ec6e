import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { parentsOf, type RouteParent } from "../model/api-routes";
import { isExported } from "../model/services";
import type { Routes } from "../model/virtual-services";
import { named } from "../words";

/** Whether a VirtualService has rules for the requests that the parent is about. */
const isFor =
  ({ port }: RouteParent) =>
  ({ source: { spec } }: Routes): boolean =>
    (spec.http ?? []).some(
      ({ match = [] }) =>
        match.length === 0 ||
        match.some((one) => port === undefined || !one.port || one.port === port),
    );

function* judge(mesh: Mesh, own: string, parent: RouteParent): Iterable<Verdict> {
  const { kind, namespace, name, path } = parent;
  if (kind !== Kind.Service) {
    return;
  }
  // From another namespace than the Service's a route is for clients of its own namespace alone.
  const seen = ({ exportTo, source: { id } }: Routes): boolean =>
    namespace === own || isExported(exportTo, id.namespace, own);
  const rivals = mesh.routeIndex
    .at(mesh.fullName(name, namespace))
    .filter((routes) => seen(routes) && isFor(parent)(routes));
  if (rivals.length > 0) {
    const ids = rivals.map(({ source }) => source.id);
    yield {
      path: `${path}.name`,
      message: `${named(ids)} has routes for Service ${name}.${namespace} too: each client follows one of both, and never both; which one hangs on their namespaces and their age`,
      related: ids,
    };
  }
}

/** Routes of both APIs for one Service. */
export const routeBesideVirtualService = check({
  id: "route-beside-virtual-service",
  code: "MESH0317",
  aliases: [],
  level: "warning",
  kinds: [Kind.HttpRoute, Kind.GrpcRoute],
  summary: "A route of the Gateway API and a VirtualService are for the same Service in the mesh.",
  why: "They are not joined: a proxy follows one of them for a host, and the other has no effect.",
  fix: "Write all routes of a Service in one of both APIs.",
  url: "https://istio.io/latest/docs/ambient/usage/l7-features/",
  fires: `apiVersion: v1
kind: Service
metadata: {name: prices, namespace: market}
spec: {ports: [{port: 8000, name: http}], selector: {app: prices}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: prices-timeout, namespace: market}
spec:
  hosts: [prices.market.svc.cluster.local]
  http: [{timeout: 3s, route: [{destination: {host: prices}}]}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: prices-headers, namespace: market}
spec:
  parentRefs:
  - group: ""
    kind: Service
    name: prices # found
  rules: [{backendRefs: [{name: prices, port: 8000}]}]
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: prices, namespace: market}
spec:
  ports: [{port: 8000, name: http}, {port: 8001, name: http-admin}]
  selector: {app: prices}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: prices-timeout, namespace: market}
spec:
  hosts: [prices.market.svc.cluster.local]
  http: [{match: [{port: 8001}], timeout: 3s, route: [{destination: {host: prices, port: {number: 8001}}}]}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: prices-headers, namespace: market}
spec:
  parentRefs: [{group: "", kind: Service, name: prices, port: 8000}]
  rules: [{backendRefs: [{name: prices, port: 8000}]}]
`,
  *run(object, mesh) {
    yield* each(parentsOf(object), (parent) => judge(mesh, object.id.namespace, parent));
  },
});

import { check, type Found, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { meshGateway, type RouteDestination, type Routes } from "../model/virtual-services";
import { slip } from "../slip";
import { listed, named, quoted } from "../words";

/**
 * Namespaces of the proxies that follow a route: a list for each gateway and for the mesh. Where the
 * Pods of a gateway are not declared, its own namespace or that of the routes may be theirs.
 */
function clientsOf(
  mesh: Mesh,
  { source, isDelegate }: Routes,
  { gateways }: RouteDestination,
): readonly string[][] {
  const { namespace } = source.id;
  return gateways.map((gateway) => {
    if (gateway === meshGateway || isDelegate) {
      return [namespace];
    }
    const workloads = mesh.gateway(gateway)?.workloads ?? [];
    return workloads.length > 0
      ? [...new Set(workloads.map((workload) => workload.namespace))]
      : [...new Set([gateway.split("/")[0] ?? "", namespace])];
  });
}

function missing(mesh: Mesh, { host, written, subset = "", path }: RouteDestination): Found {
  const rules = mesh.rulesNamed(host);
  const names = rules.flatMap(({ subsets }) => subsets.map(({ name }) => name));
  const own = `${path}.subset`;
  const { hint, fix } = slip(own, subset, names);
  const verb = rules.length === 1 ? "has" : "have";
  const there =
    rules.length === 0
      ? "no DestinationRule is for this host"
      : `${named(rules.map(({ source }) => source.id))} ${verb} ${names.length === 0 ? "none" : listed(names)}`;
  return {
    path: own,
    message: `subset ${quoted(subset)} of ${quoted(written)} does not exist: ${there}${hint}`,
    related: rules.map(({ source }) => source.id),
    ...fix,
  };
}

function* judge(mesh: Mesh, routes: Routes, to: RouteDestination): Iterable<Verdict> {
  const { host, subset } = to;
  if (subset === undefined) {
    return;
  }
  const follows = (client: string) =>
    mesh.rulesFor(host, client).some(({ subsets }) => subsets.some(({ name }) => name === subset));
  const clients = clientsOf(mesh, routes, to).find((group) => !group.some(follows));
  if (clients === undefined) {
    return;
  }
  const path = `${to.path}.subset`;
  const elsewhere = mesh
    .rulesNamed(host)
    .filter(({ subsets }) => subsets.some(({ name }) => name === subset));
  if (elsewhere.length > 0) {
    yield {
      path,
      message: `subset ${quoted(subset)} of ${quoted(to.written)} is that of ${named(elsewhere.map(({ source }) => source.id))}, which clients in ${listed(clients)} do not follow: they take the rules of their own namespace, or else of the Service's, or else of ${mesh.config.rootNamespace}`,
      related: elsewhere.map(({ source }) => source.id),
    };
  } else if (mesh.rulesNamed(host).length > 0 || mesh.hosts.covering(host).length > 0) {
    yield missing(mesh, to);
  } else {
    yield { path, notDeclared: `DestinationRule of ${quoted(to.written)}` };
  }
}

/** A route to a subset that no rule which its clients follow has. */
export const virtualServiceSubset = check({
  id: "virtual-service-subset",
  code: "IST0101",
  aliases: ["KIA1107"],
  level: "error",
  kinds: [Kind.VirtualService],
  summary: "A route names a subset that no DestinationRule has, or none that its clients follow.",
  why: "Envoy has no cluster for the subset: every request that the route takes is answered with 503.",
  fix: "Name a subset of the DestinationRule, or add it there before anything is routed to it.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0101/",
  fires: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ratings, namespace: bookinfo}
spec:
  host: ratings
  subsets:
  - {name: stable, labels: {version: v1}}
  - {name: canary, labels: {version: v2}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ratings, namespace: bookinfo}
spec:
  hosts: [ratings]
  http:
  - route:
    - destination: {host: ratings, subset: stable}
      weight: 90
    - destination:
        host: ratings
        subset: canari # found
      weight: 10
`,
  silent: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ratings-stable, namespace: bookinfo}
spec:
  host: ratings
  subsets:
  - {name: stable, labels: {version: v1}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ratings-canary, namespace: bookinfo}
spec:
  host: ratings.bookinfo.svc.cluster.local
  subsets:
  - {name: canary, labels: {version: v2}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ratings, namespace: bookinfo}
spec:
  hosts: [ratings]
  http:
  - route:
    - destination: {host: ratings, subset: stable}
      weight: 90
    - destination: {host: ratings, subset: canary}
      weight: 10
`,
  *run({ id }, mesh) {
    const routes = mesh.routesOf(id);
    yield* each(routes.destinations, (to) => judge(mesh, routes, to));
  },
});

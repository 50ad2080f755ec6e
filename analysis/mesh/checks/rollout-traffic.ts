import type { VirtualServiceHttp } from "../../../schemas/kinds/networking/virtual-service";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { kindOf } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import {
  type RolloutName,
  type RolloutRoutes,
  type RolloutSubsets,
  type RolloutTraffic,
  trafficOf,
} from "../model/rollouts";
import { Thing } from "../scope";
import { slip } from "../slip";
import { listed, quoted } from "../words";

/** A name of which there is no object. Of another namespace a set may have nothing at all. */
function* missing(
  mesh: Mesh,
  { name, namespace, path }: RolloutName,
  { kind, own, write }: { kind: Kind; own: string; write?: (meant: string) => string },
): Iterable<Verdict> {
  const names = mesh.set
    .inNamespace(namespace)
    .flatMap(({ id }) => (kindOf(id) === kind ? [id.name] : []));
  const { hint, fix } = slip(path, name, names, write);
  const words = kind.slice(0, kind.indexOf("."));
  yield namespace !== own && names.length === 0
    ? { path, notDeclared: `${words} ${name}.${namespace}` }
    : { path, message: `there is no ${words} ${name} in namespace ${namespace}${hint}`, ...fix };
}

function* ofRule(mesh: Mesh, named: RolloutSubsets): Iterable<Verdict> {
  const rule = mesh.set.find(Kind.DestinationRule, named.namespace, named.name);
  if (rule === undefined) {
    yield* missing(mesh, named, { kind: Kind.DestinationRule, own: named.namespace });
    return;
  }
  const there = (rule.spec.subsets ?? []).map(({ name }) => name);
  for (const { name, path } of named.subsets.filter((one) => !there.includes(one.name))) {
    const { hint, fix } = slip(path, name, there);
    yield {
      path,
      message: `DestinationRule ${named.name} has no subset ${quoted(name)}: it has ${listed(there) || "none"}${hint}`,
      related: [rule.id],
      ...fix,
    };
  }
}

/** The routes whose weights are changed, each with where it is named. */
function* changedRoutes(
  { routes, hasOthers, path }: RolloutRoutes,
  http: readonly VirtualServiceHttp[],
): Iterable<{ path: string; name: string; route: VirtualServiceHttp | undefined }> {
  for (const [i, name] of routes.entries()) {
    yield {
      path: `${path}.routes[${i}]`,
      name,
      route: http.find((one) => one.name === name),
    };
  }
  if (routes.length === 0 && !hasOthers) {
    const route = http.find((one) => !one.name);
    yield { path: `${path}.name`, name: "", route };
  }
}

/** What of the old and the new Pods a route has no share for. */
function lacking(
  { destinationRule, services }: RolloutTraffic,
  { route = [] }: VirtualServiceHttp,
): string[] {
  const subsets = route.map(({ destination }) => destination.subset);
  const hosts = route.map(({ destination }) => destination.host.split(".")[0]);
  return destinationRule === undefined
    ? services.filter(({ name }) => !hosts.includes(name)).map(({ name }) => `Service ${name}`)
    : destinationRule.subsets
        .filter(({ name }) => !subsets.includes(name))
        .map(({ name }) => `subset ${quoted(name)}`);
}

function* ofRoutes(
  mesh: Mesh,
  named: RolloutRoutes,
  traffic: RolloutTraffic,
  own: string,
): Iterable<Verdict> {
  const { name, namespace, path } = named;
  const found = mesh.set.find(Kind.VirtualService, namespace, name);
  if (found === undefined) {
    const write = (meant: string) => (namespace === own ? meant : `${meant}.${namespace}`);
    yield* missing(
      mesh,
      { ...named, path: `${path}.name` },
      { kind: Kind.VirtualService, own, write },
    );
    return;
  }
  const { http = [] } = found.spec;
  const related = [found.id];
  const names = http.flatMap((one) => one.name ?? []);
  for (const one of changedRoutes(named, http)) {
    if (one.route === undefined) {
      const { hint, fix } = slip(one.path, one.name, one.name === "" ? [] : names);
      const wanted = one.name === "" ? "no route without a name" : `no route ${quoted(one.name)}`;
      yield {
        path: one.path,
        message: `VirtualService ${name}.${namespace} has ${wanted}: its routes are ${names.map(quoted).join(", ") || "without names"}${hint}`,
        related,
        ...fix,
      };
      continue;
    }
    const without = lacking(traffic, one.route);
    if (without.length > 0) {
      yield {
        path: one.path,
        message: `the route of VirtualService ${name}.${namespace} has no share for ${listed(without)}`,
        related,
      };
    }
  }
}

function* ofService(mesh: Mesh, named: RolloutName): Iterable<Verdict> {
  const { name, namespace, path } = named;
  if (mesh.set.find(Kind.Service, namespace, name)) {
    return;
  }
  if (mesh.speaksFor(Thing.Service, namespace, name)) {
    yield* missing(mesh, named, { kind: Kind.Service, own: namespace });
  } else {
    yield { path, notDeclared: `Service ${name}.${namespace}` };
  }
}

/** A Rollout that is to shift requests by objects which do not fit it. */
export const rolloutTraffic = check({
  id: "rollout-traffic",
  code: "MESH0123",
  aliases: [],
  level: "error",
  kinds: [Kind.Rollout],
  summary:
    "A Rollout names a VirtualService, route, DestinationRule, subset or Service that is not there.",
  why: "Argo Rollouts cannot set the weights: the rollout stops, and no request reaches the new version.",
  fix: "Name what is declared: the VirtualService and its routes, the DestinationRule and its subsets, with a share for the old and the new Pods in each route.",
  url: "https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/istio/",
  fires: `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: tickets, namespace: opera}
spec:
  selector: {matchLabels: {app: tickets}}
  template:
    metadata: {labels: {app: tickets}}
    spec: {containers: [{name: tickets, ports: [{containerPort: 8080}]}]}
  strategy:
    canary:
      trafficRouting:
        istio:
          virtualService:
            name: tickets
            routes:
            - main # found
          destinationRule:
            name: tickets
            stableSubsetName: stable
            canarySubsetName: next # found
---
apiVersion: v1
kind: Service
metadata: {name: tickets, namespace: opera}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: tickets}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: tickets, namespace: opera}
spec:
  host: tickets
  subsets:
  - {name: stable, labels: {app: tickets}}
  - {name: canary, labels: {app: tickets}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: tickets, namespace: opera}
spec:
  hosts: [tickets]
  http:
  - name: primary
    route:
    - {destination: {host: tickets, subset: stable}, weight: 100}
    - {destination: {host: tickets, subset: canary}, weight: 0}
`,
  silent: `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: tickets, namespace: opera}
spec:
  selector: {matchLabels: {app: tickets}}
  template:
    metadata: {labels: {app: tickets}}
    spec: {containers: [{name: tickets, ports: [{containerPort: 8080}]}]}
  strategy:
    canary:
      trafficRouting:
        istio:
          virtualService: {name: tickets, routes: [primary]}
          destinationRule: {name: tickets, stableSubsetName: stable, canarySubsetName: canary}
---
apiVersion: v1
kind: Service
metadata: {name: tickets, namespace: opera}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: tickets}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: tickets, namespace: opera}
spec:
  host: tickets
  subsets:
  - {name: stable, labels: {app: tickets}}
  - {name: canary, labels: {app: tickets}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: tickets, namespace: opera}
spec:
  hosts: [tickets]
  http:
  - name: primary
    route:
    - {destination: {host: tickets, subset: stable}, weight: 100}
    - {destination: {host: tickets, subset: canary}, weight: 0}
`,
  *run(rollout, mesh) {
    const traffic = trafficOf(rollout);
    if (traffic === undefined) {
      return;
    }
    const { virtualServices, destinationRule, services } = traffic;
    const { namespace } = rollout.id;
    yield* each(virtualServices, (one) => ofRoutes(mesh, one, traffic, namespace));
    yield* each(destinationRule ? [destinationRule] : [], (one) => ofRule(mesh, one));
    yield* each(services, (one) => ofService(mesh, one));
  },
});

import { closest, didYouMean } from "../../../values/closest";
import { check, type Found, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { each } from "../each";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { attachmentOf, type Target } from "../model/attachments";
import { gatewayClasses } from "../model/gateway-classes";
import { Thing } from "../scope";
import { listed, quoted } from "../words";

/** Kinds by whose name something is attached, and what a set has to have all of. */
const targets: Readonly<Record<string, { kind: Kind; thing: Thing }>> = {
  Gateway: { kind: Kind.ApiGateway, thing: Thing.Gateway },
  Service: { kind: Kind.Service, thing: Thing.Service },
  ServiceEntry: { kind: Kind.ServiceEntry, thing: Thing.ServiceEntry },
};

function missing(target: Target, place: string, names: readonly string[]): Found {
  const path = `${target.path}.name`;
  const value = closest(target.name, names);
  return {
    path,
    message: `there is no ${target.kind} ${target.name}${place}${didYouMean(target.name, names)}`,
    ...(value !== undefined && { fix: { path, value } }),
  };
}

function* ofClass(mesh: Mesh, { id }: Declared, target: Target): Iterable<Verdict> {
  const { rootNamespace } = mesh.config;
  if (id.namespace !== rootNamespace) {
    yield {
      path: target.path,
      message: `a policy for a GatewayClass is read in the root namespace (${rootNamespace}) only, and this one is in ${id.namespace}`,
    };
  } else if (!mesh.fact(gatewayClasses).has(target.name)) {
    yield missing(target, "", [...mesh.fact(gatewayClasses)]);
  }
}

/** A section of a Service is the name of one of its ports. */
function* ofPort(mesh: Mesh, found: Declared, { sectionName, path }: Target): Iterable<Verdict> {
  if (sectionName === undefined) {
    return;
  }
  const names = mesh.hosts.all
    .filter(({ source }) => source.id === found.id)
    .flatMap(({ ports }) => ports.flatMap(({ name }) => name ?? []));
  if (names.length > 0 && !names.includes(sectionName)) {
    yield {
      path: `${path}.sectionName`,
      message: `${objectWords(found.id)} has no port called ${quoted(sectionName)}; it has ${listed(new Set(names))}`,
      related: [found.id],
    };
  }
}

function* judge(mesh: Mesh, object: Declared, target: Target): Iterable<Verdict> {
  if (target.kind === "GatewayClass") {
    yield* ofClass(mesh, object, target);
    return;
  }
  const known = targets[target.kind];
  const { namespace } = object.id;
  const found = known && mesh.set.find(known.kind, namespace, target.name);
  if (found) {
    yield* ofPort(mesh, found, target);
    return;
  }
  if (!known) {
    return;
  }
  const waypoint = mesh.namespaces.get(namespace)?.waypoint ?? "";
  const [place] = waypoint.split("/");
  if (target.kind === "Gateway" && place !== namespace && waypoint === `${place}/${target.name}`) {
    yield {
      path: `${target.path}.name`,
      message: `waypoint ${target.name} of this namespace lies in ${place}, and what is attached to a Gateway lies beside it; name a Service, or declare this in ${place}`,
    };
    return;
  }
  if (!mesh.speaksFor(known.thing, namespace, target.name)) {
    yield { path: target.path, notDeclared: `${target.kind} ${target.name}.${namespace}` };
    return;
  }
  const names = mesh.set
    .all(known.kind)
    .filter(({ id }) => id.namespace === namespace)
    .map(({ id }) => id.name);
  yield missing(target, ` in namespace ${namespace}`, names);
}

/** A policy attached to something that does not exist. */
export const targetRef = check({
  id: "target-ref",
  code: "MESH0313",
  aliases: [],
  level: "warning",
  kinds: [
    Kind.AuthorizationPolicy,
    Kind.RequestAuthentication,
    Kind.Telemetry,
    Kind.WasmPlugin,
    Kind.TrafficExtension,
    Kind.EnvoyFilter,
    Kind.BackendTlsPolicy,
  ],
  summary:
    "A targetRef names a Gateway, Service, ServiceEntry or GatewayClass that does not exist.",
  why: "The object applies to nothing. A policy that was to keep somebody out keeps nobody out.",
  fix: "Name what exists, in the namespace of the object.",
  url: "https://istio.io/latest/docs/reference/config/type/workload-selector/#PolicyTargetReference",
  fires: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: waypoint, namespace: payments}
spec:
  gatewayClassName: istio-waypoint
  listeners: [{name: mesh, port: 15008, protocol: HBONE}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: only-get, namespace: payments}
spec:
  targetRefs:
  - kind: Gateway
    group: gateway.networking.k8s.io
    name: waypiont # found
  rules: [{to: [{operation: {methods: [GET]}}]}]
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: payments, labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: waypoint, namespace: payments}
spec:
  gatewayClassName: istio-waypoint
  listeners: [{name: mesh, port: 15008, protocol: HBONE}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: only-get, namespace: payments}
spec:
  targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: waypoint}]
  rules: [{to: [{operation: {methods: [GET]}}]}]
`,
  *run(object, mesh): Iterable<Verdict> {
    const { targets: own } = attachmentOf(object);
    const level = object.id.kind === "AuthorizationPolicy" ? "error" : "warning";
    for (const verdict of each(own, (target) => judge(mesh, object, target))) {
      yield "message" in verdict ? { ...verdict, level } : verdict;
    }
  },
});

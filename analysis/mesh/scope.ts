import { slipOf } from "../../values/closest";
import { certManagerApi } from "../../values/known-names";
import { serviceOfHost } from "../../values/service-host";
import type { Declared } from "./declared-set";
import { Kind } from "./kinds";
import { groupOf, kindOf, type ObjectId } from "./kubernetes-object";
import { grouped } from "./lazy";
import type { Mesh } from "./mesh";
import { istiods } from "./model/istiod";

/** How much of a cluster a set is. */
export const Scope = {
  /** All of it: what is not there does not exist. */
  Cluster: "cluster",
  /** A folder of YAML: it has all of what it has some of, namespace by namespace. */
  Folder: "folder",
  /** A program, one of several that make the cluster: it has all of the namespaces that it creates. */
  Program: "program",
} as const;

/** One of `Scope`. */
export type Scope = (typeof Scope)[keyof typeof Scope];

/** What a set may have all of. */
export const Thing = {
  Namespace: "Namespace",
  Service: "Service",
  ServiceEntry: "ServiceEntry",
  Workload: "Workload",
  Gateway: "Gateway",
  GatewayClass: "GatewayClass",
  Secret: "Secret",
  ServiceAccount: "ServiceAccount",
  Waypoint: "Waypoint",
} as const;

/** One of `Thing`. */
export type Thing = (typeof Thing)[keyof typeof Thing];

/** No namespace is called so: only a set of a whole cluster speaks for it. */
export const everyNamespace = "*";

const kinds: Readonly<Record<Thing, readonly Kind[]>> = {
  Namespace: [Kind.Namespace],
  Service: [
    Kind.Service,
    Kind.Canary,
    Kind.Deployment,
    Kind.StatefulSet,
    Kind.DaemonSet,
    Kind.Rollout,
  ],
  ServiceEntry: [Kind.ServiceEntry],
  Workload: [
    Kind.Deployment,
    Kind.StatefulSet,
    Kind.DaemonSet,
    Kind.ReplicaSet,
    Kind.Pod,
    Kind.Job,
    Kind.CronJob,
    Kind.Rollout,
    Kind.WorkloadEntry,
    Kind.WorkloadGroup,
  ],
  Gateway: [Kind.Gateway, Kind.ApiGateway],
  GatewayClass: [Kind.GatewayClass],
  Secret: [Kind.Secret, Kind.Certificate],
  ServiceAccount: [Kind.ServiceAccount],
  Waypoint: [Kind.ApiGateway],
};

/** `Thing *` for all whose absence says nothing while a kind cannot be read, as `external` takes it. */
export const unreadKind = (kind: Kind): string[] =>
  Object.values(Thing)
    .filter((thing) => kinds[thing].includes(kind))
    .map((thing) => `${thing} *`);

/** What was in a cluster and is there no more. */
export interface Gone {
  /** Objects, as `placeOfGone` writes them. */
  readonly objects: ReadonlySet<string>;
  /** Gateways of Istio's, `namespace/name`, that had Pods. */
  readonly gateways: ReadonlySet<string>;
}

/** By what an object that is gone is known. */
export const placeOfGone = (
  kind: string,
  { namespace, name }: Pick<ObjectId, "namespace" | "name">,
) => `${kind}|${namespace}|${name}`;

/** Whether something is said to lie in the cluster beside the set. */
export function isExternal(
  external: readonly string[] = [],
  thing: Thing,
  namespace: string,
  name: string,
): boolean {
  return external.some((entry) => {
    const [kind, place] = entry.includes(" ") ? entry.split(" ") : [undefined, entry];
    const [ns, own] = serviceOfHost(place ?? "") ?? (place ?? "").split("/");
    return (
      (kind === undefined || kind === thing) &&
      (ns === "*" || ns === namespace) &&
      (own === undefined || own === "*" || own === name)
    );
  });
}

const isIstiods = (name: string): boolean => name === "istiod" || name.startsWith("istiod-");

/** Whether something of istiod is declared: its Pods, or a Service of it. */
const hasIstiod = (mesh: Mesh): boolean =>
  istiods(mesh).length > 0 || mesh.set.all(Kind.Service).some(({ id }) => isIstiods(id.name));

/** Whether a Service is istiod's, which is installed by others where nothing of it is declared. */
const isIstiodElsewhere = (mesh: Mesh, thing: Thing, namespace: string, name: string): boolean =>
  thing === Thing.Service &&
  isIstiods(name) &&
  namespace === mesh.config.rootNamespace &&
  !mesh.fact(hasIstiod);

/** Groups, and what those below them end with, whose objects bring no Services of their own. */
const withoutServices: readonly string[] = [
  "core",
  "apps",
  "batch",
  "autoscaling",
  "policy",
  "extensions",
  "k8s.io",
  "istio.io",
  certManagerApi,
  "external-secrets.io",
  "bitnami.com",
  "keda.sh",
  "argoproj.io",
  "flagger.app",
  "monitoring.coreos.com",
  "kyverno.io",
  "openshift.io",
];

const makesServices = (group: string): boolean =>
  !withoutServices.some((one) => group === one || group.endsWith(`.${one}`));

/** Objects of operators, by their namespace: what makes Services that are called after it. */
const operated = (mesh: Mesh): ReadonlyMap<string, readonly Declared[]> =>
  grouped(
    mesh.set.objects.filter(({ id }) => makesServices(groupOf(id.apiVersion))),
    ({ id }) => id.namespace,
  );

/** Whether an operator makes a Service of that name: for a database `pg` it has names such as `pg-rw`. */
const isOperated = (mesh: Mesh, thing: Thing, namespace: string, name: string): boolean =>
  thing === Thing.Service &&
  (mesh.fact(operated).get(namespace) ?? []).some(
    ({ id }) => name === id.name || name.startsWith(`${id.name}-`),
  );

/** Says of what a set has all there is. */
export function scopeOf(
  mesh: Mesh,
  scope: Scope = Scope.Folder,
  { external, gone }: { readonly external?: readonly string[]; readonly gone?: Gone } = {},
): (thing: Thing, namespace: string, name: string) => boolean {
  return (thing, namespace, name) => {
    for (const kind of kinds[thing]) {
      mesh.mustKnow(kind, thing === Thing.Namespace ? undefined : namespace);
    }
    if (isExternal(external, thing, namespace, name)) {
      return false;
    }
    const isGone = kinds[thing].some((kind) =>
      gone?.objects.has(placeOfGone(kind, { namespace, name })),
    );
    if (scope === Scope.Cluster || isGone) {
      return true;
    }
    return thing === Thing.Namespace
      ? scope === Scope.Folder && mesh.set.all(Kind.Namespace).length > 0
      : !isIstiodElsewhere(mesh, thing, namespace, name) &&
          !isOperated(mesh, thing, namespace, name) &&
          hasAll(mesh, scope, thing, namespace, name);
  };
}

const hasAll = (
  mesh: Mesh,
  scope: Scope,
  thing: Thing,
  namespace: string,
  name: string,
): boolean =>
  scope === Scope.Program
    ? isOfProgram(mesh, thing, namespace, name)
    : kinds[thing].some((kind) => mesh.set.has(kind, namespace));

/**
 * A program that creates a namespace has all of what it has some of there, but for the versions' own
 * Services of one that another program has; elsewhere it is only said to lack what is clearly a slip.
 */
function isOfProgram(mesh: Mesh, thing: Thing, namespace: string, name: string): boolean {
  const own = new Set<string>(kinds[thing]);
  const names = mesh.set
    .inNamespace(namespace)
    .filter(({ id }) => own.has(kindOf(id)) && !(name !== "" && id.name.startsWith(`${name}-`)))
    .map(({ id }) => id.name);
  return mesh.set.find(Kind.Namespace, "", namespace) === undefined
    ? slipOf(name, names) !== undefined
    : names.length > 0;
}

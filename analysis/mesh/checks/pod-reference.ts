import { slipOf } from "../../../values/closest";
import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { each } from "../each";
import { fields, list, text } from "../fields";
import { Kind } from "../kinds";
import { kindOf, objectWords } from "../kubernetes-object";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { type PodReference, podReferences, podSpecPath } from "../model/pod-references";
import { podKinds, type Workload } from "../model/workloads";
import { referenceProblems } from "../named-reference";
import { slip } from "../slip";
import { listed, quoted } from "../words";

/** Names of objects that Pods need, by their kind and namespace. */
const namesByPlace = (mesh: Mesh): ReadonlyMap<string, readonly string[]> => {
  const needed = [Kind.ConfigMap, Kind.Secret, Kind.ServiceAccount].flatMap((kind) => [
    ...mesh.set.all(kind),
  ]);
  const found = grouped(needed, ({ id }) => `${kindOf(id)}|${id.namespace}`);
  return new Map([...found].map(([place, all]) => [place, all.map(({ id }) => id.name)]));
};

/** Names of a kind's objects in a namespace. */
const namesOf = (mesh: Mesh, kind: Kind, namespace: string): readonly string[] =>
  mesh.fact(namesByPlace).get(`${kind}|${namespace}`) ?? [];

const wordOf = (kind: Kind): string => kind.slice(0, kind.indexOf("."));

/** Values that an object has, and those that it is given in plain text. */
const keysOf = ({ object }: Declared): string[] =>
  ["data", "stringData", "binaryData"].flatMap((field) => Object.keys(fields(object[field])));

/** Kinds of objects that make a Secret, or write more into one. */
const writers: readonly string[] = ["ExternalSecret", "SealedSecret", "Certificate"];

/** Secrets that others make or write into, as `namespace/name`. */
const writtenByOthers = (mesh: Mesh): ReadonlySet<string> =>
  new Set(
    mesh.set.objects
      .filter(({ id }) => writers.includes(id.kind))
      .map(({ id, object }) => {
        const { target, secretName } = fields(object.spec);
        return `${id.namespace}/${text(fields(target).name) ?? text(secretName) ?? id.name}`;
      }),
  );

const isWrittenByOthers = (mesh: Mesh, { name }: PodReference, namespace: string): boolean =>
  mesh.fact(writtenByOthers).has(`${namespace}/${name}`);

function* judge(mesh: Mesh, reference: PodReference, namespace: string): Iterable<Verdict> {
  const { kind, name, key, path } = reference;
  const word = wordOf(kind);
  const own = mesh.set.find(kind, namespace, name);
  if (own !== undefined) {
    const keys = keysOf(own);
    if (
      key !== undefined &&
      keys.length > 0 &&
      !keys.includes(key) &&
      !isWrittenByOthers(mesh, reference, namespace)
    ) {
      const at = path.endsWith(".key") ? path : `${path}.key`;
      const { hint, fix } = slip(at, key, keys);
      yield {
        path: at,
        message: `${objectWords(own.id)} has no ${quoted(key)}; it has ${listed(keys)}${hint}`,
        related: [own.id],
        ...fix,
      };
    }
    return;
  }
  // What says no namespace may be given one later.
  const elsewhere = mesh.set
    .all(kind)
    .filter(({ id, source }) => id.name === name && source.metadata.namespace);
  // Others make ConfigMaps and Secrets too: a name of another length is another one.
  const meant = slipOf(
    name,
    namesOf(mesh, kind, namespace).filter((one) => Math.abs(one.length - name.length) <= 1),
  );
  const isMade = isWrittenByOthers(mesh, reference, namespace);
  const [only] = elsewhere;
  if (isMade || (meant === undefined && elsewhere.length !== 1)) {
    yield { path, notDeclared: `${word} ${name}.${namespace}` };
    return;
  }
  yield {
    path,
    message: `there is no ${word} ${name} in namespace ${namespace}${
      meant === undefined
        ? `; there is one in ${only?.id.namespace}, and Pods read those of their own namespace`
        : `; did you mean ${quoted(meant)}?`
    }`,
    ...(meant === undefined && only && { related: [only.id] }),
  };
}

/** A service account that is not among those that are declared. */
function* judgeAccount(mesh: Mesh, workload: Workload): Iterable<Verdict> {
  const { namespace, pod } = workload;
  const account = text(fields(pod.spec).serviceAccountName);
  const names = namesOf(mesh, Kind.ServiceAccount, namespace);
  const path = `${podSpecPath(workload)}.serviceAccountName`;
  if (account === undefined || account === "default" || names.includes(account)) {
    return;
  }
  const isExternal = mesh.isExternal("ServiceAccount", namespace, account);
  const { hint, fix } = slip(path, account, names);
  yield names.length === 0 || isExternal
    ? { path, notDeclared: `ServiceAccount ${account}.${namespace}` }
    : {
        path,
        message: `there is no ServiceAccount ${account} in namespace ${namespace}${hint}`,
        ...fix,
      };
}

/** Whether a claim is one that a StatefulSet makes for a Pod of its own. */
const isOfStatefulSet = (mesh: Mesh, claim: string, namespace: string): boolean =>
  mesh
    .workloadsIn(namespace)
    .some(({ source, name }) =>
      list(fields(source.object.spec).volumeClaimTemplates).some(({ metadata }) =>
        claim.startsWith(`${text(fields(metadata).name)}-${name}-`),
      ),
    );

/** Claims of volumes that are not there. */
function* judgeClaims(mesh: Mesh, workload: Workload): Iterable<Verdict> {
  const { namespace, pod } = workload;
  for (const [i, { persistentVolumeClaim }] of list(fields(pod.spec).volumes).entries()) {
    const name = text(fields(persistentVolumeClaim).claimName) ?? "";
    const path = `${podSpecPath(workload)}.volumes[${i}].persistentVolumeClaim.claimName`;
    if (name !== "" && !isOfStatefulSet(mesh, name, namespace)) {
      yield* referenceProblems(mesh, { kind: Kind.VolumeClaim, name, namespace, path });
    }
  }
}

const objects = (key: string): string => `apiVersion: v1
kind: ConfigMap
metadata: {name: menu, namespace: cafe}
data: {LANGUAGE: en}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: kitchen, namespace: cafe}
spec:
  template:
    metadata: {labels: {app: kitchen}}
    spec:
      containers:
      - name: kitchen
        env:
        - name: LANGUAGE
          valueFrom:
            configMapKeyRef:
              name: menu
              key: ${key}
`;

/** Pods that wait for what is not there. */
export const podReference = check({
  id: "pod-reference",
  code: "MESH0430",
  aliases: [],
  level: "error",
  kinds: podKinds,
  summary:
    "Pods need a ConfigMap, a Secret, a value of one, a volume, or a service account that does not exist.",
  why: "The Pods do not start (CreateContainerConfigError, FailedMount), or are not made at all: Services have no endpoints.",
  fix: "Write the name and the key of what is declared in the namespace of the Pods, or mark the reference optional.",
  url: "https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/",
  fires: objects("LANG # found"),
  silent: objects("LANGUAGE"),
  *run({ id }, mesh) {
    for (const workload of mesh.workloadsOf(id)) {
      yield* each(podReferences(workload), (one) => judge(mesh, one, id.namespace));
      yield* each([workload], (one) => judgeAccount(mesh, one));
      yield* each([workload], (one) => judgeClaims(mesh, one));
    }
  },
});

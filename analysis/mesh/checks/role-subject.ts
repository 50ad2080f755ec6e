import { check, type Verdict } from "../check";
import { each } from "../each";
import { fields, list, text } from "../fields";
import { Kind } from "../kinds";
import { kindOf } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { Thing } from "../scope";
import { slip } from "../slip";
import { listed } from "../words";

/** What the names of namespaces begin with in which Kubernetes has roles of its own. */
const ofKubernetes = "kube-";

/** Namespaces in which a service account of a name is declared. What says no namespace is given one later. */
const placesOf = (mesh: Mesh, name: string): string[] =>
  mesh.set
    .all(Kind.ServiceAccount)
    .filter(({ id, source }) => id.name === name && source.metadata.namespace)
    .map(({ id }) => id.namespace);

function* judgeSubject(
  mesh: Mesh,
  { name, namespace }: { name: string; namespace: string | undefined },
  path: string,
  own: string,
): Iterable<Verdict> {
  if (namespace === undefined) {
    const places = placesOf(mesh, name);
    if (places.length > 0) {
      yield {
        path: `${path}.namespace`,
        message: `the API server refuses a ServiceAccount without a namespace in a ClusterRoleBinding; there is one in ${listed(places)}`,
        level: "error",
      };
    }
    return;
  }
  const isExternal = mesh.isExternal(Thing.ServiceAccount, namespace, name);
  if (mesh.accountsIn(namespace).has(name) || isExternal) {
    return;
  }
  const places = placesOf(mesh, name);
  const isUnknown = !mesh.set.namespaces().includes(namespace);
  const at = `${path}.name`;
  if (mesh.speaksFor(Thing.ServiceAccount, namespace, name)) {
    const { hint, fix } = slip(at, name, mesh.accountsIn(namespace));
    yield {
      path: at,
      message: `there is no ServiceAccount ${name} in namespace ${namespace}${hint || (places.length > 0 ? `; there is one in ${listed(places)}` : "")}`,
      ...fix,
    };
    return;
  }
  yield isUnknown && places.length === 1 && (own === "" || places[0] === own)
    ? {
        path: `${path}.namespace`,
        message: `nothing is declared in namespace ${namespace}, and there is a ServiceAccount ${name} in ${places[0]}`,
        fix: { path: `${path}.namespace`, value: places[0] },
      }
    : { path: at, notDeclared: `ServiceAccount ${name}.${namespace}` };
}

function* judgeRole(
  mesh: Mesh,
  { kind, name }: { kind: Kind; name: string },
  namespace: string,
): Iterable<Verdict> {
  const place = kind === Kind.Role ? namespace : "";
  if (name === "" || mesh.set.find(kind, place, name) !== undefined) {
    return;
  }
  const names = mesh.set
    .inNamespace(place)
    .flatMap((one) => (kindOf(one.id) === kind ? [one.id.name] : []));
  const path = "roleRef.name";
  const { hint, fix } = slip(path, name, names);
  const other = kind === Kind.Role ? Kind.ClusterRole : Kind.Role;
  const isOther = mesh.set.find(other, other === Kind.Role ? namespace : "", name) !== undefined;
  const words = kind.slice(0, kind.indexOf("."));
  // Roles of the whole cluster are Kubernetes' own and those of whoever runs it, beside what one set has of them.
  const isOwn = kind === Kind.Role && !namespace.startsWith(ofKubernetes);
  const isMissing = isOther || hint !== "" || (isOwn && names.length > 0);
  yield isMissing
    ? {
        path,
        message: `there is no ${words} ${name}${place && ` in namespace ${place}`}${isOther ? `; there is a ${other.slice(0, other.indexOf("."))} of that name` : hint}`,
        ...(!isOther && fix),
      }
    : { path, notDeclared: `${words} ${name}` };
}

const objects = (namespace: string): string => `apiVersion: v1
kind: ServiceAccount
metadata: {name: clerk, namespace: office}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader, namespace: office}
rules: [{apiGroups: [""], resources: [configmaps], verbs: [get]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: reader, namespace: office}
subjects:
- kind: ServiceAccount
  name: clerk
  namespace: ${namespace}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
`;

/** A binding of rights to whom or of what is not there. */
export const roleSubject = check({
  id: "role-subject",
  code: "MESH0427",
  aliases: [],
  level: "warning",
  kinds: [Kind.RoleBinding, Kind.ClusterRoleBinding],
  summary: "A binding names a service account or a role that does not exist.",
  why: "Nobody gets the rights: Pods that need them are answered with 403 by the API server.",
  fix: "Write the name and namespace of the account that the Pods run as, and a role that exists.",
  url: "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding",
  fires: objects("default # found"),
  silent: objects("office"),
  *run({ id, object, source }, mesh) {
    // A binding that says no namespace is given one later, and other names with it.
    const isLoose = id.namespace !== "" && !source.metadata.namespace;
    yield* each(list(object.subjects).entries(), function* ([i, { kind, name, namespace }]) {
      if (kind === "ServiceAccount" && !isLoose) {
        // That of a RoleBinding is meant where none is written.
        const place = text(namespace) || id.namespace || undefined;
        const subject = { name: text(name) ?? "", namespace: place };
        yield* judgeSubject(mesh, subject, `subjects[${i}]`, id.namespace);
      }
    });
    const { kind, name } = fields(object.roleRef);
    if (kind === "Role" && id.namespace === "") {
      yield {
        path: "roleRef.kind",
        message: "the API server refuses a ClusterRoleBinding of a Role: it takes a ClusterRole",
        level: "error",
      };
      return;
    }
    const own = kind === "Role" ? Kind.Role : Kind.ClusterRole;
    yield* judgeRole(mesh, { kind: own, name: text(name) ?? "" }, id.namespace);
  },
});

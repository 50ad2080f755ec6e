import type { ReferenceGrantSpec } from "../../../schemas/kinds/gateway/reference-grant";
import type { Declared } from "../declared-set";
import { Kind } from "../kinds";
import { groupOf, type ObjectId } from "../kubernetes-object";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";

const byNamespace = (mesh: Mesh): ReadonlyMap<string, readonly Declared<ReferenceGrantSpec>[]> =>
  grouped(mesh.set.all(Kind.ReferenceGrant), ({ id }) => id.namespace);

/** What is named in another namespace; the group is empty for Kubernetes' own kinds. */
export interface Granted {
  group: string;
  kind: string;
  namespace: string;
  name: string;
}

/** Whether a ReferenceGrant lets an object name something of another namespace. */
export function isGranted(mesh: Mesh, from: ObjectId, to: Granted): boolean {
  const found = (mesh.fact(byNamespace).get(to.namespace) ?? []).some(
    ({ spec }) =>
      spec.from.some(
        ({ group, kind, namespace }) =>
          group === groupOf(from.apiVersion) && kind === from.kind && namespace === from.namespace,
      ) &&
      spec.to.some(
        ({ group, kind, name }) =>
          group === to.group && kind === to.kind && (!name || name === to.name),
      ),
  );
  if (!found) {
    mesh.mustKnow(Kind.ReferenceGrant, to.namespace);
  }
  return found;
}

/** The grant that is missing, as the end of a sentence. */
export const grantWords = (from: ObjectId, to: Granted): string =>
  `without a ReferenceGrant there from ${from.kind}s of ${from.namespace} to ${to.kind} ${to.name}`;

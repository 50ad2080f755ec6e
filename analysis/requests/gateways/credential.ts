import type { Mesh } from "../../mesh/mesh";
import { credentialsOfMesh } from "../../mesh/model/credentials";
import { secretProblem } from "../../mesh/model/secret-problem";
import { Thing } from "../../mesh/scope";

/** What is wrong with a Secret that is there; nothing where it is usable, or made later. */
export function secretFault(mesh: Mesh, namespace: string, name: string): string | undefined {
  const found = mesh.fact(credentialsOfMesh).find(namespace, name);
  const problem = found && secretProblem(found, mesh.now);
  return problem?.level === "error" ? `Secret ${name}.${namespace} ${problem.message}` : undefined;
}

/** What keeps a proxy from using a Secret; nothing where the set does not say whether it is there. */
export function credentialProblem(mesh: Mesh, namespace: string, name: string): string | undefined {
  const isThere =
    mesh.fact(credentialsOfMesh).find(namespace, name) !== undefined ||
    !mesh.speaksFor(Thing.Secret, namespace, name);
  return isThere ? secretFault(mesh, namespace, name) : `there is no Secret ${name}.${namespace}`;
}

import type { PeerAuthenticationSpec } from "../../../../schemas/kinds/security/peer-authentication";
import type { Declared } from "../../../mesh/declared-set";
import { Kind } from "../../../mesh/kinds";
import type { Mesh } from "../../../mesh/mesh";
import { byCreation } from "../../../mesh/model/creation";
import { hasSelector } from "../../../mesh/model/policies";

/** What connections a namespace takes, and the PeerAuthentication that says it. */
export interface NamespaceMode {
  readonly mode: "STRICT" | "PERMISSIVE" | "DISABLE";
  readonly by?: Declared<PeerAuthenticationSpec>;
}

/** The oldest PeerAuthentication of each namespace that is for all of it. */
function firstOnes(mesh: Mesh): ReadonlyMap<string, Declared<PeerAuthenticationSpec>> {
  const all = mesh.set
    .accepted(Kind.PeerAuthentication)
    .filter(({ spec }) => !hasSelector(spec))
    .map((source) => ({ source }))
    .sort(byCreation);
  return new Map(all.reverse().map(({ source }) => [source.id.namespace, source]));
}

/** What the PeerAuthentications of a namespace and of the mesh say of all its workloads. */
export function namespaceMode(mesh: Mesh, namespace: string): NamespaceMode {
  const all = mesh.fact(firstOnes);
  for (const by of [all.get(namespace), all.get(mesh.config.rootNamespace)]) {
    const mode = by?.spec.mtls?.mode;
    if (by !== undefined && mode !== undefined && mode !== "UNSET") {
      return { mode, by };
    }
  }
  return { mode: "PERMISSIVE" };
}

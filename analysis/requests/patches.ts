import type { EnvoyFilterSpec } from "../../schemas/kinds/networking/envoy-filter";
import type { Declared } from "../mesh/declared-set";
import { Kind } from "../mesh/kinds";
import { objectWords } from "../mesh/kubernetes-object";
import { grouped } from "../mesh/lazy";
import type { Mesh } from "../mesh/mesh";
import { selects } from "../mesh/model/selector";
import type { MeshProxy } from "./mesh-proxy";

/** Which side of a proxy a patch is for. */
export type PatchContext = "SIDECAR_OUTBOUND" | "SIDECAR_INBOUND" | "GATEWAY";

const byNamespace = (mesh: Mesh): ReadonlyMap<string, readonly Declared<EnvoyFilterSpec>[]> =>
  grouped(mesh.set.accepted(Kind.EnvoyFilter), ({ id }) => id.namespace);

const isFor = ({ spec }: Declared<EnvoyFilterSpec>, context: PatchContext): boolean =>
  (spec.configPatches ?? []).some(({ match }) =>
    ["ANY", context].includes(match?.context ?? "ANY"),
  );

/** EnvoyFilters that change a proxy's configuration in ways that nobody reads here, in words. */
export function patchesOf(
  mesh: Mesh,
  { namespace, labels }: MeshProxy,
  context: PatchContext,
): string[] {
  const all = mesh.fact(byNamespace);
  return [...new Set([mesh.config.rootNamespace, namespace])]
    .flatMap((place) => all.get(place) ?? [])
    .filter(
      ({ spec: { targetRefs = [], workloadSelector } }) =>
        targetRefs.length === 0 && selects(workloadSelector?.labels ?? {}, labels),
    )
    .filter((filter) => isFor(filter, context))
    .map(({ id }) => objectWords(id));
}

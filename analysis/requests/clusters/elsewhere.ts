import type { Mesh } from "../../mesh/mesh";
import { letsOthersIn, remoteSecrets } from "../../mesh/model/other-clusters";
import type { Host } from "../../mesh/model/services";

/** What says that the mesh has more clusters than this one. */
function signOf(mesh: Mesh): string | undefined {
  const [secret] = mesh.fact(remoteSecrets);
  if (secret !== undefined) {
    return `Secret ${secret.id.name}.${secret.id.namespace} lets istiod read another one`;
  }
  return mesh.fact(letsOthersIn) ? "a gateway lets others in by AUTO_PASSTHROUGH" : undefined;
}

/** What is taken for granted of a Service that other clusters of the mesh may have too: the set is of one of them. */
export function elsewhereOf(mesh: Mesh, { host, source }: Host): string | undefined {
  const sign = source.id.kind === "Service" ? mesh.fact(signOf) : undefined;
  return sign && `nobody in other clusters is taken to answer for ${host}, and ${sign}`;
}

import type { Mesh } from "../../mesh/mesh";
import { known } from "../../mesh/not-judged";
import type { Answer, Reached } from "../answer";
import { addressesOf } from "./addresses";
import { podPortOfReached } from "./pod-ports";

/** What stands behind an answer in both sets, in words such as `8080 → 9090`; nothing where it is the same. */
function changeOf(
  meshes: readonly [Mesh, Mesh],
  destinations: readonly Reached[],
  behind: (mesh: Mesh, reached: Reached) => string | undefined,
): string | undefined {
  const changes = destinations.flatMap((one) => {
    const [old, now] = meshes.map((mesh) => known(() => behind(mesh, one)));
    return old === undefined || now === undefined || old === now ? [] : [`${old} → ${now}`];
  });
  return changes.length === 0 ? undefined : [...new Set(changes)].join(", ");
}

/** What is other behind the same Services and hosts: the port of the Pods, or the addresses outside. */
export function behindChange(
  meshes: readonly [Mesh, Mesh],
  { destinations, trail }: Answer,
): string[] {
  // Who is outside of the mesh asks DNS where a host is.
  const isRead = trail.some(({ kind }) => kind === "ServiceEntry" || kind === "Service");
  const ports = changeOf(meshes, destinations, podPortOfReached);
  const addresses = isRead ? changeOf(meshes, destinations, addressesOf) : undefined;
  return [
    ...(ports === undefined ? [] : [`port of the Pods ${ports}`]),
    ...(addresses === undefined ? [] : [`addresses ${addresses}`]),
  ];
}

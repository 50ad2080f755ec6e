import { kindOf } from "../../mesh/kubernetes-object";
import type { Mesh } from "../../mesh/mesh";
import { known } from "../../mesh/not-judged";
import { type Gone, placeOfGone } from "../../mesh/scope";
import { type ChangedObjects, keyOf } from "./changed-objects";

const hasPods = (mesh: Mesh, gateway: string): boolean =>
  known(() => (mesh.gateway(gateway)?.workloads.length ?? 0) > 0) ?? true;

/** Gateways that had Pods in the set and have none now: nobody comes in where they were. */
const gatewaysWithoutPods = (before: Mesh, after: Mesh): string[] =>
  after.gateways
    .map(({ name }) => name)
    .filter((name) => hasPods(before, name) && !hasPods(after, name));

/** The set after a change: what it no longer has was there, and is not to be looked for elsewhere. */
export function afterChange(
  before: Mesh,
  after: Mesh,
  { before: changed, areRoutes }: ChangedObjects,
): Mesh {
  if (areRoutes) {
    return after;
  }
  const left = new Set(after.set.objects.map(keyOf));
  const objects = [...changed].filter((one) => !left.has(keyOf(one)));
  const gone: Gone = {
    objects: new Set(objects.map(({ id }) => placeOfGone(kindOf(id), id))),
    gateways: new Set(gatewaysWithoutPods(before, after)),
  };
  return gone.objects.size + gone.gateways.size === 0 ? after : after.without(gone);
}

import { keyedFacts } from "../../mesh/keyed-facts";
import type { Mesh } from "../../mesh/mesh";
import { known } from "../../mesh/not-judged";
import { type Address, addressOf } from "../gateways/entrance";

/** By what names clients of a gateway find the same Pods in both sets. */
export type WayIn = readonly [before: string, after: string];

const isSame = (one: Address, other: Address): boolean =>
  one.isSupposed || other.isSupposed || one.names.some((name) => other.names.includes(name));

const addresses = keyedFacts<[gateway: string], { readonly found: Address | undefined }>();

const addressIn = (mesh: Mesh, gateway: string): Address | undefined =>
  mesh.fact(addresses).get([gateway], () => ({ found: known(() => addressOf(mesh, gateway)) }))
    .found;

/**
 * How clients come to a gateway. They know where its Pods are, and not what the Gateway is called: one that is
 * renamed, or split, is the same to them, and one that other Pods take is another.
 */
export function waysIn(meshes: readonly [Mesh, Mesh], gateway: string): readonly WayIn[] {
  const [old, now] = meshes.map((mesh) => addressIn(mesh, gateway));
  if (old && now && !isSame(old, now)) {
    return [
      [gateway, old.name],
      [now.name, gateway],
    ];
  }
  return [[old || !now ? gateway : now.name, now || !old ? gateway : old.name]];
}

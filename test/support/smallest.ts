import type { MeshObject } from "../../analysis/objects/mesh-object";
import { places } from "./generated";

/** The object without one of its parts, for each of them; what holds most comes first. */
function withoutOne(object: MeshObject): MeshObject[] {
  return places(object.spec, object.kind).map((_, i) => {
    const smaller = structuredClone(object);
    const place = places(smaller.spec, smaller.kind)[i];
    if (Array.isArray(place?.holder)) {
      place.holder.splice(Number(place.key), 1);
    } else if (place) {
      delete place.holder[place.key];
    }
    return smaller;
  });
}

/**
 * What is left of an object when one part after the other is left out for as long as it stays what it
 * was found for. All parts of a round are one question, as the real judges are asked in bulk.
 */
export async function smallest(
  object: MeshObject,
  stays: (all: readonly MeshObject[]) => Promise<readonly boolean[]>,
): Promise<MeshObject> {
  const candidates = withoutOne(object);
  const found = candidates[(await stays(candidates)).indexOf(true)];
  return found === undefined ? object : smallest(found, stays);
}

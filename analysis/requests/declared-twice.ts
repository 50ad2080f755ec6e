import { kindOf, objectWords } from "../mesh/kubernetes-object";
import type { Mesh } from "../mesh/mesh";
import type { Step } from "./trail";

/** Objects of the set that are there more than once, by their words. */
function repeated({ set }: Mesh): ReadonlySet<string> {
  const seen = new Set<string>();
  const found = new Set<string>();
  for (const { id } of set.objects) {
    const key = `${kindOf(id)} ${id.namespace}/${id.name}`;
    if (seen.has(key)) {
      found.add(objectWords(id));
    }
    seen.add(key);
  }
  return found;
}

/** What of the objects that decided a request is declared more than once, so that nobody knows which one stands. */
export function declaredTwice(mesh: Mesh, trail: readonly Step[]): string[] {
  const all = mesh.fact(repeated);
  return all.size === 0
    ? []
    : [...new Set(trail.map(objectWords))]
        .filter((one) => all.has(one))
        .map((one) => `${one} is declared more than once, and which of them stands is not known`);
}

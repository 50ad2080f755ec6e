import type { Mesh } from "../mesh/mesh";
import { isDiscovered } from "../mesh/model/discovery";
import { known } from "../mesh/not-judged";

/** Namespaces that istiod is told not to look into. */
const leftOut = (mesh: Mesh): ReadonlySet<string> =>
  new Set(
    [...mesh.namespaces.values()]
      .filter((one) => known(() => isDiscovered(mesh, one)) === false)
      .map(({ name }) => name),
  );

/** Which of the namespaces that an answer hangs on istiod does not look into, in words. */
export function undiscovered(mesh: Mesh, namespaces: () => readonly string[]): string[] {
  const all = mesh.fact(leftOut);
  return all.size === 0
    ? []
    : [...new Set(namespaces())]
        .filter((one) => all.has(one))
        .map((one) => `Namespace ${one}, into which discoverySelectors keep istiod from looking`);
}

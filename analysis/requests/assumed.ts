import type { Mesh } from "../mesh/mesh";
import type { Answer } from "./answer";
import type { Caller } from "./request";

const modeWords = { sidecar: "with sidecars", ambient: "in ambient mode", none: "outside" };

const hasAssumed = ({ namespaces }: Mesh): boolean =>
  [...namespaces.values()].some(({ assumed }) => assumed);

/** What an answer takes for granted of the namespaces on its way. */
export function assumedOf(mesh: Mesh, from: Caller, { destinations, trail }: Answer): string[] {
  if (!mesh.fact(hasAssumed)) {
    return [];
  }
  const names = [
    ...("namespace" in from ? [from.namespace] : []),
    ...destinations.map(({ namespace }) => namespace),
    ...trail.map(({ namespace }) => namespace),
  ];
  return [...new Set(names)].flatMap((name) => {
    const one = name === undefined ? undefined : mesh.namespaces.get(name);
    return one?.assumed
      ? [
          `namespace ${one.name} is not declared and is taken as one of the mesh, ${modeWords[one.mode]}`,
        ]
      : [];
  });
}

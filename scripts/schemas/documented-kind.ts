import type { KindSchema, Schema } from "../../schemas/kind-schema";

/** A kind of the newest release, and since which release it has its newer fields. */
export interface DocumentedKind extends KindSchema {
  /** In words, by path: `Istio 1.32`. What is inside of a new field is not listed. */
  since: ReadonlyMap<string, string>;
  /** Releases that have it, in words, the oldest first. */
  releases: readonly string[];
}

/** Paths of all fields, as the generated types call them: without marks for lists and maps. */
function fieldPaths(schema: Schema, path = "spec"): string[] {
  const { properties = {}, items, additionalProperties } = schema;
  return [
    ...Object.entries(properties).flatMap(([name, field]) => [
      `${path}.${name}`,
      ...fieldPaths(field, `${path}.${name}`),
    ]),
    ...(items ? fieldPaths(items, path) : []),
    ...(typeof additionalProperties === "object" ? fieldPaths(additionalProperties, path) : []),
  ];
}

const pathsOf = (kind: KindSchema): Set<string> =>
  new Set(kind.versions.flatMap(({ schema }) => fieldPaths(schema?.properties?.spec ?? {})));

const above = (path: string) => path.slice(0, path.lastIndexOf("."));

/** One kind through its releases, the oldest first. */
export function documented(
  releases: readonly { words: string; kind: KindSchema }[],
): DocumentedKind {
  const newest = releases.at(-1);
  if (!newest) {
    throw new Error("a kind is in no release");
  }
  const since = new Map<string, string>();
  const seen = pathsOf(releases[0]?.kind ?? newest.kind);
  for (const { words, kind } of releases.slice(1)) {
    const now = pathsOf(kind);
    const added = [...now].filter((path) => !seen.has(path));
    for (const path of added.filter((one) => seen.has(above(one)) || above(one) === "spec")) {
      since.set(path, words);
    }
    for (const path of now) {
      seen.add(path);
    }
  }
  return { ...newest.kind, since, releases: releases.map(({ words }) => words) };
}

import type { Node } from "yaml";

/** The reader that knows positions takes long to load: that is done where something is to be said. */
export const yaml = (): typeof import("yaml") => require("yaml");

const step = /([^.[\]"]+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/g;

/** The steps of a path such as `a.b[0]["c.d"]`. */
export const stepsOf = (path: string): (string | number)[] =>
  [...path.matchAll(step)].map(([, name, index, quoted]) =>
    index !== undefined ? Number(index) : (name ?? JSON.parse(`"${quoted}"`)),
  );

/** The node of a field, or that of the nearest one around it that is there. */
export function nodeAt(root: Node | null, path: string): Node | null {
  const { isMap, isSeq } = yaml();
  let node: Node | null = root;
  for (const key of stepsOf(path)) {
    if (!isMap(node) && !isSeq(node)) {
      return node;
    }
    const next = node.get(key, true) as Node | undefined;
    if (next === undefined || next === null) {
      return node;
    }
    node = next;
  }
  return node;
}

/** Whether a field is written by means of an anchor, so that others stand there too. */
export function isShared(root: Node | null, path: string): boolean {
  const { isAlias, isMap, isSeq } = yaml();
  const isAnchored = (node: Node | null): boolean =>
    isAlias(node) || (node !== null && "anchor" in node && node.anchor !== undefined);
  let node: Node | null = root;
  for (const key of stepsOf(path)) {
    if (isAnchored(node)) {
      return true;
    }
    if (!isMap(node) && !isSeq(node)) {
      return false;
    }
    node = (node.get(key, true) as Node | undefined) ?? null;
  }
  return isAnchored(node);
}

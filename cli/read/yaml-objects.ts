import { type Document, isMap, isSeq, LineCounter, type Node, parseAllDocuments } from "yaml";
import type { KubernetesObject } from "../../analysis/mesh/kubernetes-object";

/** Where something stands in a file; both begin with 1. */
export interface Position {
  line: number;
  column: number;
}

/** An object of a file, with the positions of its fields. */
export interface FileObject {
  object: KubernetesObject;
  /** Position of a field, or of the nearest one around it that is there. */
  positionOf: (path: string) => Position;
}

/** What of a text is no object, and where. */
export interface ReadProblem {
  message: string;
  line: number;
}

/** The objects of a text, and what of it is none. */
export interface ReadObjects {
  objects: FileObject[];
  problems: ReadProblem[];
}

const step = /([^.[\]"]+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/g;

/** The steps of a path such as `a.b[0]["c.d"]`. */
export const stepsOf = (path: string): (string | number)[] =>
  [...path.matchAll(step)].map(([, name, index, quoted]) =>
    index !== undefined ? Number(index) : (name ?? JSON.parse(`"${quoted}"`)),
  );

function nodeAt(root: Node | null, path: string): Node | null {
  let node: Node | null = root;
  for (const key of stepsOf(path)) {
    if (!isMap(node) && !isSeq(node)) {
      return node;
    }
    // A key is where a field begins, also where its value stands on the lines below.
    const next = node.get(key, true) as Node | undefined;
    if (next === undefined || next === null) {
      return node;
    }
    node = next;
  }
  return node;
}

function objectsOf(document: Document.Parsed, lines: LineCounter): ReadObjects {
  const lineOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const [error] = document.errors;
  if (error) {
    const text = error.message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? "";
    return { objects: [], problems: [{ message: text, line: lineOf(error.pos[0]).line }] };
  }
  const value = document.toJS({ maxAliasCount: 100 });
  if (value === null || value === undefined) {
    return { objects: [], problems: [] };
  }
  return fromValue(value, document.contents, lineOf);
}

const isObject = (value: unknown): value is KubernetesObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A list of Kubernetes stands for the objects in it. */
function fromValue(
  value: unknown,
  node: Node | null,
  lineOf: (offset: number) => Position,
): ReadObjects {
  const at = (inner: Node | null) => lineOf((inner ?? node)?.range?.[0] ?? 0);
  if (!isObject(value) || typeof value.apiVersion !== "string" || typeof value.kind !== "string") {
    const message = "is no Kubernetes object: apiVersion and kind are needed";
    return { objects: [], problems: [{ message, line: at(node).line }] };
  }
  if (value.kind.endsWith("List") && Array.isArray(value.items)) {
    const parts = value.items.map((item, i) =>
      fromValue(item, nodeAt(node, `items[${i}]`), lineOf),
    );
    return {
      objects: parts.flatMap(({ objects }) => objects),
      problems: parts.flatMap(({ problems }) => problems),
    };
  }
  const object = { ...value, metadata: isObject(value.metadata) ? value.metadata : {} };
  return {
    objects: [{ object: object as never, positionOf: (path) => at(nodeAt(node, path)) }],
    problems: [],
  };
}

/** Reads all documents of a text; a broken one does not hide the others. */
export function readYaml(text: string): ReadObjects {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, merge: true });
  const parts = Array.isArray(documents) ? documents.map((one) => objectsOf(one, lines)) : [];
  return {
    objects: parts.flatMap(({ objects }) => objects),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

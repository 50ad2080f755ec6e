import type { Document, Node } from "yaml";
import type { KubernetesObject } from "../../analysis/mesh/kubernetes-object";
import { lazy } from "../../analysis/mesh/lazy";
import { documentsOf, plainValue, type TextPart } from "./yaml-documents";
import { nodeAt, yaml } from "./yaml-nodes";

/** Where something stands in a file; both begin with 1. */
interface Position {
  line: number;
  column: number;
}

/** An object of a file, with the positions of its fields. */
interface FileObject {
  object: KubernetesObject;
  /** Position of a field, or of the nearest one around it that is there. */
  positionOf: (path: string) => Position;
  /** The document that holds it. */
  document: TextPart;
  /** Path of the object in its document: empty, or `items[3]` in a list. */
  path: string;
}

/** What of a text is no object, and where. */
export interface ReadProblem {
  message: string;
  line: number;
  /** Whether the text can be read, and is simply something else. */
  foreign: boolean;
}

/** The objects of a text, and what of it is none. */
export interface ReadObjects {
  objects: FileObject[];
  problems: ReadProblem[];
}

const nothing: ReadObjects = { objects: [], problems: [] };

interface Parsed {
  documents: readonly Document.Parsed[];
  positionOf: (offset: number) => Position;
}

function parse({ text, line: before }: TextPart): Parsed {
  const { LineCounter, parseAllDocuments } = yaml();
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, merge: true });
  return {
    documents: Array.isArray(documents) ? documents : [],
    positionOf: (offset) => {
      const { line, col } = lines.linePos(offset);
      return { line: line + before, column: col };
    },
  };
}

const isObject = (value: unknown): value is KubernetesObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An object that a server names itself is called by the beginning of its name. */
function named(value: KubernetesObject): KubernetesObject {
  const metadata = isObject(value.metadata) ? value.metadata : {};
  const { name, generateName } = metadata as Record<string, unknown>;
  const own = name === undefined && generateName !== undefined ? { name: generateName } : {};
  return { ...value, metadata: { ...metadata, ...own } as KubernetesObject["metadata"] };
}

/** A document that is being read. */
interface Reading {
  document: TextPart;
  parsed: () => Parsed;
  contents: () => Node | null;
}

function positionIn({ parsed, contents }: Reading, path: string): Position {
  const root = contents();
  return parsed().positionOf((nodeAt(root, path) ?? root)?.range?.[0] ?? 0);
}

const join = (path: string, inner: string): string =>
  path === "" || inner === "" ? path + inner : `${path}.${inner}`;

const foreign = (reading: Reading, path: string, message: string): ReadObjects => ({
  objects: [],
  problems: [{ message, line: positionIn(reading, path).line, foreign: true }],
});

/** A list of Kubernetes stands for the objects in it. */
function fromValue(value: unknown, path: string, reading: Reading): ReadObjects {
  if (value === null || value === undefined) {
    return nothing;
  }
  if (!isObject(value) || typeof value.apiVersion !== "string" || typeof value.kind !== "string") {
    return foreign(reading, path, "is no Kubernetes object: apiVersion and kind are needed");
  }
  if (value.kind.endsWith("List") && Array.isArray(value.items)) {
    return joined(
      value.items.map((item, i) => fromValue(item, join(path, `items[${i}]`), reading)),
    );
  }
  const object = named(value);
  if (typeof object.metadata.name !== "string" || object.metadata.name === "") {
    return foreign(reading, path, `is a ${value.kind} without a name: metadata.name is needed`);
  }
  const positionOf = (inner: string) => positionIn(reading, join(path, inner));
  return {
    objects: [{ object, positionOf, document: reading.document, path }],
    problems: [],
  };
}

const joined = (parts: readonly ReadObjects[]): ReadObjects => ({
  objects: parts.flatMap(({ objects }) => objects),
  problems: parts.flatMap(({ problems }) => problems),
});

function fromDocument(document: TextPart, parsed: () => Parsed, one: Document.Parsed): ReadObjects {
  const [error] = one.errors;
  const unreadable = (message: string, offset: number): ReadObjects => ({
    objects: [],
    problems: [{ message, line: parsed().positionOf(offset).line, foreign: false }],
  });
  if (error) {
    const text = error.message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? "";
    return unreadable(text, error.pos[0]);
  }
  let value: unknown;
  try {
    value = one.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return unreadable((error as Error).message, one.range[0]);
  }
  return fromValue(value, "", { document, parsed, contents: () => one.contents });
}

function objectsOf(document: TextPart): ReadObjects {
  const parsed = lazy(() => parse(document));
  const plain = plainValue(document.text);
  return plain === undefined
    ? joined(parsed().documents.map((one) => fromDocument(document, parsed, one)))
    : fromValue(plain.value, "", {
        document,
        parsed,
        contents: () => parsed().documents[0]?.contents ?? null,
      });
}

/** Reads all documents of a text; a broken one does not hide the others. */
export const readYaml = (text: string): ReadObjects => joined(documentsOf(text).map(objectsOf));

import { parse, parseAllDocuments } from "yaml";

/** One field that is not the same on both sides. */
export interface Difference {
  /** `Kind namespace/name`. */
  object: string;
  /** Path of the field; empty for the whole object. */
  path: string;
  /** Absent where there is no such field. */
  ours?: unknown;
  theirs?: unknown;
}

interface Rendered {
  kind: string;
  metadata: { name: string; namespace?: string };
  data?: Record<string, unknown>;
}

/** Most documents of one profile are those of the next one too. */
const parsed = new Map<string, Map<string, Rendered>>();

const nameOf = ({ kind, metadata }: Rendered) =>
  `${kind} ${[metadata.namespace, metadata.name].filter(Boolean).join("/")}`;

/** ConfigMaps hold YAML and JSON as text; the order of its keys says nothing. */
function withParsedData(object: Rendered): Rendered {
  if (object.kind !== "ConfigMap") {
    return object;
  }
  const read = ([key, text]: [string, unknown]) =>
    ["mesh", "meshNetworks", "values"].includes(key) ? [key, parse(String(text))] : [key, text];
  return { ...object, data: Object.fromEntries(Object.entries(object.data ?? {}).map(read)) };
}

function objectsIn(text: string): Map<string, Rendered> {
  const known = parsed.get(text);
  if (known) {
    return known;
  }
  const objects = parseAllDocuments(text)
    .map((document) => document.toJS() as Rendered | null)
    .filter((object): object is Rendered => Boolean(object?.kind))
    .map(withParsedData);
  const found = new Map(objects.map((object) => [nameOf(object), object]));
  parsed.set(text, found);
  return found;
}

/** Objects by name; texts are cut at the document marks, so that each is parsed once. */
function objects(texts: string[]): Map<string, Rendered> {
  const documents = texts.flatMap((text) => text.split(/^---.*$/m));
  return new Map(documents.flatMap((text) => [...objectsIn(text)]));
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Entries of a list with names are compared by name: their order says nothing to Kubernetes. */
function fields(value: unknown): [string, unknown][] | undefined {
  if (isMap(value)) {
    return Object.entries(value).map(([key, inner]) => [`.${key}`, inner]);
  }
  if (!Array.isArray(value)) {
    return undefined;
  }
  const names = value.map((entry) => (isMap(entry) ? entry.name : undefined));
  const distinct =
    names.every((name) => name !== undefined) && new Set(names).size === names.length;
  return value.map((entry, i) => [`[${distinct ? names[i] : i}]`, entry]);
}

/** A line break at the end of a text comes from how the YAML was written. */
const written = (value: unknown) =>
  JSON.stringify(typeof value === "string" ? value.trimEnd() : value);

function* between(
  path: string,
  ours: unknown,
  theirs: unknown,
): Generator<Omit<Difference, "object">> {
  const [left, right] = [fields(ours), fields(theirs)];
  if (left && right && Array.isArray(ours) === Array.isArray(theirs)) {
    const other = new Map(right);
    const own = new Map(left);
    for (const key of new Set([...own.keys(), ...other.keys()])) {
      yield* between(path + key, own.get(key), other.get(key));
    }
  } else if (written(ours) !== written(theirs)) {
    yield { path, ...(ours !== undefined && { ours }), ...(theirs !== undefined && { theirs }) };
  }
}

/** Every field in which two sets of manifests are not the same. */
export function differences(ours: string[], theirs: string[]): Difference[] {
  const [left, right] = [objects(ours), objects(theirs)];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((object) =>
    [...between("", left.get(object), right.get(object))].map((found) => ({ object, ...found })),
  );
}

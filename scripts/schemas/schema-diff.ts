import type { KindSchema, Schema } from "../../schemas/kind-schema";
import { newestFirst } from "./crd-data";

/** Path of a field, and all that its schema says beside its own fields. */
type Fields = Map<string, Schema>;

function collect(path: string, schema: Schema, fields: Fields): Fields {
  const { properties = {}, items, additionalProperties, ...own } = schema;
  fields.set(path, own);
  for (const [name, field] of Object.entries(properties)) {
    collect(`${path}.${name}`, field, fields);
  }
  if (items) {
    collect(`${path}[]`, items, fields);
  }
  if (typeof additionalProperties === "object") {
    collect(`${path}{}`, additionalProperties, fields);
  }
  return fields;
}

function newestSchema(kind: KindSchema): Schema {
  return [...kind.versions].sort((a, b) => newestFirst(a.name, b.name))[0]?.schema ?? {};
}

const id = ({ group, kind }: KindSchema) => `${kind}.${group}`;
const versionNames = ({ versions }: KindSchema) => versions.map(({ name }) => name).join(", ");

function keyChanges(before: Schema, after: Schema): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Schema)[];
  return keys
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => `${key} ${JSON.stringify(before[key])} → ${JSON.stringify(after[key])}`);
}

function kindChanges(before: KindSchema, after: KindSchema): string[] {
  const [old, now] = [before, after].map((kind) =>
    collect("spec", newestSchema(kind).properties?.spec ?? {}, new Map()),
  );
  if (!old || !now) {
    return [];
  }
  const versions =
    versionNames(before) === versionNames(after)
      ? []
      : [`versions ${versionNames(before)} → ${versionNames(after)}`];
  const added = [...now.keys()].filter((path) => !old.has(path)).map((path) => `new ${path}`);
  const removed = [...old.keys()].filter((path) => !now.has(path)).map((path) => `removed ${path}`);
  const changed = [...now].flatMap(([path, schema]) => {
    const earlier = old.get(path);
    return earlier ? keyChanges(earlier, schema).map((change) => `changed ${path}: ${change}`) : [];
  });
  return [...versions, ...added, ...removed, ...changed];
}

/** What an update means to users: one line for each new, removed and changed field. */
export function schemaChanges(
  before: readonly KindSchema[],
  after: readonly KindSchema[],
): string[] {
  const earlier = new Map(before.map((kind) => [id(kind), kind]));
  const later = new Map(after.map((kind) => [id(kind), kind]));
  return [
    ...after.filter((kind) => !earlier.has(id(kind))).map((kind) => `new kind ${id(kind)}`),
    ...before.filter((kind) => !later.has(id(kind))).map((kind) => `removed kind ${id(kind)}`),
    ...after.flatMap((kind) => {
      const old = earlier.get(id(kind));
      return old ? kindChanges(old, kind).map((change) => `${id(kind)}: ${change}`) : [];
    }),
  ];
}

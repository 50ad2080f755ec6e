import type { ArgumentType } from "../../schemas/argument-schema";
import type { JsonSchema } from "../../stack/json-schema";
import type { DescribedField, DescribedSchema } from "./describe";

const plainTypes: Record<string, JsonSchema> = {
  text: { type: "string" },
  number: { type: "number" },
  boolean: { type: "boolean" },
  open: {},
};

function typeSchema(type: ArgumentType): JsonSchema {
  if (typeof type === "string") {
    return plainTypes[type] ?? {};
  }
  if ("enum" in type) {
    return { enum: type.enum };
  }
  if ("ref" in type) {
    // A name that two files have is told apart by the file.
    return { $ref: `#/$defs/${type.ref.replaceAll("/", "~1")}` };
  }
  if ("list" in type) {
    return { type: "array", items: typeSchema(type.list.type) };
  }
  return "map" in type
    ? { type: "object", additionalProperties: typeSchema(type.map.type) }
    : { anyOf: type.union.map((one) => typeSchema(one.type)) };
}

function fieldSchema({ type, doc }: DescribedField): JsonSchema {
  const whenAbsent =
    doc.default === undefined ? [] : [`Default: ${doc.default.replace(/^- /, "")}`];
  const description = [doc.text, ...whenAbsent, ...doc.see].filter(Boolean).join("\n\n");
  return { description, ...typeSchema(type) };
}

const objectSchema = (fields: Readonly<Record<string, DescribedField>>): JsonSchema => ({
  type: "object",
  additionalProperties: false,
  properties: Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, fieldSchema(field)]),
  ),
  required: Object.keys(fields).filter((name) => fields[name]?.required),
});

/** Names of interfaces in a type. */
function named(type: ArgumentType): string[] {
  if (typeof type === "string" || "enum" in type) {
    return [];
  }
  if ("ref" in type) {
    return [type.ref];
  }
  if ("union" in type) {
    return type.union.flatMap((one) => named(one.type));
  }
  return named(("list" in type ? type.list : type.map).type);
}

/** Adds `name` and all that it refers to. */
function addReachable(name: string, { definitions }: DescribedSchema, seen: Set<string>): void {
  if (!seen.has(name)) {
    seen.add(name);
    for (const { type } of Object.values(definitions[name] ?? {})) {
      for (const next of named(type)) {
        addReachable(next, { roots: {}, definitions }, seen);
      }
    }
  }
}

/** JSON Schema of these interfaces and of what they refer to, by their names. */
export function interfaceSchemas(
  schema: DescribedSchema,
  names: readonly string[],
): Record<string, JsonSchema> {
  const seen = new Set<string>();
  for (const name of names) {
    addReachable(name, schema, seen);
  }
  return Object.fromEntries(
    [...seen].sort().map((name) => [name, objectSchema(schema.definitions[name] ?? {})]),
  );
}

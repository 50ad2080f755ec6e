import type { Schema } from "../../schemas/kind-schema";
import { isRecord } from "./fits";
import { factsOf } from "./schema-facts";

/** The value with every default of the schema filled in, as the API server does before it judges. */
export function withDefaults(schema: Schema, value: unknown): unknown {
  if (!factsOf(schema).defaults) {
    return value;
  }
  if (Array.isArray(value)) {
    const { items } = schema;
    return items ? value.map((entry) => withDefaults(items, entry)) : value;
  }
  return isRecord(value) ? filled(schema, value) : value;
}

function filled(schema: Schema, object: Record<string, unknown>): Record<string, unknown> {
  const { properties = {}, additionalProperties } = schema;
  const result: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(object)) {
    const inner = properties[name] ?? additionalProperties;
    if (field !== undefined) {
      result[name] = typeof inner === "object" ? withDefaults(inner, field) : field;
    }
  }
  for (const [name, inner] of Object.entries(properties)) {
    if (result[name] === undefined && inner.default !== undefined) {
      result[name] = withDefaults(inner, inner.default);
    }
  }
  return result;
}

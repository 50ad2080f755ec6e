import type { Schema } from "../../schemas/kind-schema";
import { isRecord } from "./fits";

/** The value with every default of the schema filled in, as the API server does before it judges. */
export function withDefaults(schema: Schema, value: unknown): unknown {
  if (Array.isArray(value)) {
    const { items } = schema;
    return items ? value.map((entry) => withDefaults(items, entry)) : value;
  }
  if (!isRecord(value)) {
    return value;
  }
  const { properties = {}, additionalProperties } = schema;
  const filled: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value)) {
    const inner = properties[name] ?? additionalProperties;
    if (field !== undefined) {
      filled[name] = typeof inner === "object" ? withDefaults(inner, field) : field;
    }
  }
  for (const [name, inner] of Object.entries(properties)) {
    if (filled[name] === undefined && inner.default !== undefined) {
      filled[name] = withDefaults(inner, inner.default);
    }
  }
  return filled;
}

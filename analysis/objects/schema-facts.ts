import type { Schema } from "../../schemas/kind-schema";

/** What is found somewhere in a schema; without it the walk over the value is saved. */
export interface SchemaFacts {
  defaults: boolean;
  rules: boolean;
}

const known = new WeakMap<Schema, SchemaFacts>();

/** Remembered by schema, since the same one is asked for with every object of its kind. */
export function factsOf(schema: Schema): SchemaFacts {
  const found = known.get(schema);
  if (found) {
    return found;
  }
  const { properties = {}, additionalProperties, items } = schema;
  const inner = [
    ...Object.values(properties),
    ...(items ? [items] : []),
    ...(typeof additionalProperties === "object" ? [additionalProperties] : []),
  ].map(factsOf);
  const facts = {
    defaults: schema.default !== undefined || inner.some(({ defaults }) => defaults),
    rules: schema["x-kubernetes-validations"] !== undefined || inner.some(({ rules }) => rules),
  };
  known.set(schema, facts);
  return facts;
}

import { entryPath, fieldPath } from "../../arguments/argument-path";
import type { ArgumentField, ArgumentFields, ArgumentValue } from "../../schemas/argument-schema";
import { argumentFields } from "../../schemas/argument-store";

/** A place in the arguments of a component. */
export interface Place {
  path: string;
  field: ArgumentField;
  /** Keys that lead to it. */
  keys: readonly (string | number)[];
  /** Names that may stand beside it; none in lists and maps. */
  siblings?: readonly string[];
}

/** A value of the declared shape; whether it makes sense is another question. */
function sampleOf({ type }: ArgumentValue): unknown {
  if (typeof type === "string") {
    return { text: "a", number: 1, boolean: true, open: "anything" }[type];
  }
  if ("enum" in type) {
    return type.enum[0];
  }
  if ("list" in type) {
    return [sampleOf(type.list)];
  }
  if ("map" in type) {
    return { "a/b": sampleOf(type.map) };
  }
  return "ref" in type
    ? samplesOf(argumentFields(type.ref))
    : sampleOf(type.union[0] as ArgumentValue);
}

/** Every argument, at every depth. */
export const samplesOf = (fields: ArgumentFields): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, sampleOf(field)]));

/** All places, those in lists, maps and objects too. */
export function placesIn(
  fields: ArgumentFields,
  path = "",
  keys: readonly (string | number)[] = [],
): Place[] {
  const siblings = Object.keys(fields);
  return Object.entries(fields).flatMap(([name, field]) =>
    placesAt({ path: fieldPath(path, name), field, keys: [...keys, name], siblings }),
  );
}

function placesAt(place: Place): Place[] {
  const { path, field, keys } = place;
  const { type } = field;
  if (typeof type === "string" || "enum" in type || "union" in type) {
    return [place];
  }
  if ("ref" in type) {
    return [place, ...placesIn(argumentFields(type.ref), path, keys)];
  }
  const [entry, at, key] =
    "list" in type ? [type.list, `${path}[0]`, 0] : [type.map, entryPath(path, "a/b"), "a/b"];
  return [
    place,
    ...placesAt({ path: at, field: { ...entry, required: true }, keys: [...keys, key] }),
  ];
}

/** A copy with another value at a place. */
export function withValue(root: unknown, [key, ...rest]: Place["keys"], value: unknown): unknown {
  if (key === undefined) {
    return value;
  }
  const node = root as Record<string | number, unknown>;
  const copy: Record<string | number, unknown> = Array.isArray(node)
    ? ([...node] as unknown as Record<number, unknown>)
    : { ...node };
  copy[key] = withValue(node[key], rest, value);
  return copy;
}

/** What stands at a place. */
export const valueAt = (root: unknown, keys: Place["keys"]): unknown =>
  keys.reduce<unknown>((node, key) => (node as Record<string | number, unknown>)[key], root);

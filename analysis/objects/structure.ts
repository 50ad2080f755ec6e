import type { Schema } from "../../schemas/kind-schema";
import { didYouMean } from "../../values/closest";
import { type Finding, refused } from "./finding";
import { exclusiveFields, fits, isRecord } from "./fits";
import { unknown } from "./mesh-object";
import { entryPath, fieldPath } from "./path";
import { scalarProblem } from "./scalars";

const article: Readonly<Record<string, string>> = {
  object: "an object",
  array: "a list",
  string: "a text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
};

function hasType({ type, "x-kubernetes-int-or-string": either }: Schema, value: unknown): boolean {
  if (either) {
    return typeof value === "string" || Number.isInteger(value);
  }
  switch (type) {
    case undefined:
      return true;
    case "object":
      return isRecord(value);
    case "array":
      return Array.isArray(value);
    case "integer":
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    default:
      return typeof value === type;
  }
}

/**
 * What the API server would refuse by the schema, and fields that it would drop unseen. The value has
 * its defaults filled in.
 */
export function checkStructure(schema: Schema, value: unknown, path: string): Finding[] {
  if (value === unknown || (value === null && schema.nullable)) {
    return [];
  }
  if (!hasType(schema, value)) {
    const expected = schema["x-kubernetes-int-or-string"]
      ? "a whole number or a text"
      : article[schema.type ?? ""];
    return [refused(path, value, `${expected} is expected`)];
  }
  const own = ownFindings(schema, value, path);
  if (Array.isArray(value)) {
    return [...own, ...listFindings(schema, value, path)];
  }
  return isRecord(value) ? [...own, ...objectFindings(schema, value, path)] : own;
}

function ownFindings(schema: Schema, value: unknown, path: string): Finding[] {
  if (schema.enum && !schema.enum.includes(value)) {
    const allowed = schema.enum.map(String);
    return [
      refused(
        path,
        value,
        `allowed: ${allowed.join(", ")}${typeof value === "string" ? didYouMean(value, allowed) : ""}`,
      ),
    ];
  }
  const problem = scalarProblem(schema, value);
  return problem === undefined ? [] : [refused(path, value, problem)];
}

function countProblem(
  count: number,
  unit: string,
  low: number | undefined,
  high: number | undefined,
): string | undefined {
  if (low !== undefined && count < low) {
    return count === 0
      ? `is empty; at least ${low} ${low === 1 ? "is" : "are"} expected`
      : `has ${count} ${unit}; at least ${low} are expected`;
  }
  return high !== undefined && count > high
    ? `has ${count} ${unit}; at most ${high} are allowed`
    : undefined;
}

function listFindings(schema: Schema, list: unknown[], path: string): Finding[] {
  const count = countProblem(list.length, "entries", schema.minItems, schema.maxItems);
  const { items } = schema;
  return [
    ...(count === undefined ? [] : [refused(path, list, count)]),
    ...(items ? list.flatMap((entry, i) => checkStructure(items, entry, entryPath(path, i))) : []),
    ...duplicates(schema, list, path),
  ];
}

function listKey(schema: Schema, entry: unknown): string | undefined {
  if (schema["x-kubernetes-list-type"] !== "map") {
    return typeof entry === "symbol" ? undefined : JSON.stringify(entry);
  }
  if (!isRecord(entry)) {
    return undefined;
  }
  const keys = (schema["x-kubernetes-list-map-keys"] ?? []).map((key) => entry[key]);
  return keys.includes(unknown) ? undefined : JSON.stringify(keys);
}

function duplicates(schema: Schema, list: unknown[], path: string): Finding[] {
  const type = schema["x-kubernetes-list-type"];
  if (type !== "map" && type !== "set" && !schema.uniqueItems) {
    return [];
  }
  const seen = new Map<string, number>();
  return list.flatMap((entry, i) => {
    const key = listKey(schema, entry);
    if (key === undefined) {
      return [];
    }
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, i);
      return [];
    }
    const names = schema["x-kubernetes-list-map-keys"];
    const what = names ? `the same ${names.join(" and ")}` : "the same value";
    return [refused(entryPath(path, i), entry, `${entryPath(path, earlier)} has ${what}`)];
  });
}

function objectFindings(schema: Schema, object: Record<string, unknown>, path: string): Finding[] {
  const { properties = {}, additionalProperties, required = [] } = schema;
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  const count = countProblem(entries.length, "fields", schema.minProperties, schema.maxProperties);
  const missing = required.filter((name) => object[name] === undefined);
  return [
    ...(count === undefined ? [] : [refused(path, object, count)]),
    ...missing.map((name) => refused(fieldPath(path, name), undefined, "is required")),
    ...entries.flatMap(([name, value]) => {
      const inner = properties[name] ?? additionalProperties;
      if (typeof inner === "object") {
        return checkStructure(inner, value, fieldPath(path, name));
      }
      return inner === true || schema["x-kubernetes-preserve-unknown-fields"]
        ? []
        : [unknownField(properties, name, value, path)];
    }),
    ...combinations(schema, object, path),
  ];
}

function unknownField(
  properties: Readonly<Record<string, Schema>>,
  name: string,
  value: unknown,
  path: string,
): Finding {
  const known = Object.keys(properties);
  return refused(
    fieldPath(path, name),
    value,
    `unknown field; allowed: ${known.join(", ")}${didYouMean(name, known)}`,
  );
}

function combinations(schema: Schema, object: Record<string, unknown>, path: string): Finding[] {
  const { oneOf, anyOf, allOf, not } = schema;
  if (!(oneOf || anyOf || allOf || not)) {
    return [];
  }
  const exclusive = exclusiveFields(schema).flatMap((names) => {
    const set = names.filter((name) => object[name] !== undefined);
    return set.length > 1
      ? [
          refused(
            path,
            object,
            `sets ${set.join(" and ")}; at most one of ${names.join(", ")} is allowed`,
          ),
        ]
      : [];
  });
  if (exclusive.length > 0 || Object.values(object).includes(unknown)) {
    return exclusive;
  }
  const combined = { oneOf, anyOf, allOf, not };
  return fits(combined, object)
    ? []
    : [refused(path, object, "does not fit any form that the schema allows")];
}

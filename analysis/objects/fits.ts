import { isIP } from "node:net";
import type { Schema } from "../../schemas/kind-schema";

/** Whether a value is a map: neither a list nor null, which are objects to JavaScript too. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a value fits the parts of a schema that stand inside oneOf, anyOf, allOf and not. */
export function fits(schema: Schema, value: unknown): boolean {
  const { required = [], properties = {}, oneOf, anyOf, allOf, not, format } = schema;
  if (isRecord(value)) {
    const missing = required.some((name) => value[name] === undefined);
    const wrong = Object.entries(properties).some(
      ([name, inner]) => value[name] !== undefined && !fits(inner, value[name]),
    );
    if (missing || wrong) {
      return false;
    }
  }
  return (
    (schema.enum === undefined || schema.enum.includes(value)) &&
    (format === undefined || fitsFormat(format, value)) &&
    (oneOf === undefined || oneOf.filter((part) => fits(part, value)).length === 1) &&
    (anyOf === undefined || anyOf.some((part) => fits(part, value))) &&
    (allOf === undefined || allOf.every((part) => fits(part, value))) &&
    (not === undefined || !fits(not, value))
  );
}

function fitsFormat(format: string, value: unknown): boolean {
  if (typeof value !== "string") {
    return true;
  }
  const versions: Record<string, number> = { ipv4: 4, ipv6: 6 };
  return versions[format] === undefined || isIP(value) === versions[format];
}

/**
 * The groups of fields of which at most one may be set: the names in
 * `[{not: {anyOf: […]}}, {required: [a]}, {required: [b]}]`.
 */
export function exclusiveFields({ oneOf, allOf = [] }: Schema): string[][] {
  return [oneOf, ...allOf.map((part) => part.oneOf)]
    .map((branches = []) => branches.flatMap(({ required = [] }) => required))
    .filter((names) => names.length > 1);
}

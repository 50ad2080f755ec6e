import type { Schema } from "../../schemas/kind-schema";
import { isBase64 } from "../../values/base64";

const int32 = 2 ** 31;
const bounds: Readonly<Record<string, [number, number]>> = {
  int32: [-int32, int32 - 1],
  uint32: [0, 2 ** 32 - 1],
};

function integerProblem({ format }: Schema, value: number): string | undefined {
  if (!Number.isInteger(value)) {
    return "a whole number is expected";
  }
  const [low, high] = bounds[format ?? ""] ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return value < low || value > high ? `allowed: ${low} to ${high}` : undefined;
}

function rangeProblem(schema: Schema, value: number): string | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  if (minimum !== undefined && (exclusiveMinimum ? value <= minimum : value < minimum)) {
    return `allowed: ${exclusiveMinimum ? "more than" : "at least"} ${minimum}`;
  }
  if (maximum !== undefined && (exclusiveMaximum ? value >= maximum : value > maximum)) {
    return `allowed: ${exclusiveMaximum ? "less than" : "at most"} ${maximum}`;
  }
  return multipleOf !== undefined && value % multipleOf !== 0
    ? `allowed: multiples of ${multipleOf}`
    : undefined;
}

const patterns = new Map<string, RegExp>();

function pattern(text: string): RegExp {
  const known = patterns.get(text) ?? new RegExp(text, "u");
  patterns.set(text, known);
  return known;
}

function textProblem(schema: Schema, value: string): string | undefined {
  // The API server counts characters, not UTF-16 units.
  const length = [...value].length;
  if (length < (schema.minLength ?? 0)) {
    return schema.minLength === 1
      ? "must not be empty"
      : `at least ${schema.minLength} characters are expected`;
  }
  if (length > (schema.maxLength ?? Number.POSITIVE_INFINITY)) {
    return `has ${length} characters; at most ${schema.maxLength} are allowed`;
  }
  if (schema.pattern !== undefined && !pattern(schema.pattern).test(value)) {
    return `does not match the pattern ${schema.pattern}`;
  }
  return schema.format === "byte" && !isBase64(value) ? "Base64 is expected" : undefined;
}

/** What is wrong with a number or text whose type is right. */
export function scalarProblem(schema: Schema, value: unknown): string | undefined {
  if (typeof value === "number") {
    return (
      (schema.type === "integer" ? integerProblem(schema, value) : undefined) ??
      rangeProblem(schema, value)
    );
  }
  return typeof value === "string" ? textProblem(schema, value) : undefined;
}

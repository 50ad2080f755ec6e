import type { CelInput } from "@bufbuild/cel";
import type { Schema } from "../../schemas/kind-schema";
import { isRecord } from "./fits";

const keywords = new Set([
  "true",
  "false",
  "null",
  "in",
  "as",
  "break",
  "const",
  "continue",
  "else",
  "for",
  "function",
  "if",
  "import",
  "let",
  "loop",
  "package",
  "namespace",
  "return",
  "var",
  "void",
  "while",
]);

/** How rules write the name of a declared field that their language could not read. */
function celName(name: string): string {
  if (keywords.has(name)) {
    return `__${name}__`;
  }
  const parts: Record<string, string> = {
    __: "__underscores__",
    ".": "__dot__",
    "-": "__dash__",
    "/": "__slash__",
  };
  return name.replace(/__|[./-]/g, (part) => parts[part] ?? part);
}

/** A value as rules see it: whole numbers are integers, declared fields have readable names. */
export function celValue(schema: Schema, value: unknown): CelInput {
  if (typeof value === "number") {
    return schema.type === "integer" || schema["x-kubernetes-int-or-string"]
      ? BigInt(value)
      : value;
  }
  if (Array.isArray(value)) {
    return value.map((entry) => celValue(schema.items ?? {}, entry));
  }
  if (isRecord(value)) {
    const { properties = {}, additionalProperties } = schema;
    const fields = Object.entries(value).filter(
      ([, field]) => field !== undefined && field !== null,
    );
    return new Map(
      fields.map(([name, field]) => {
        const declared = properties[name];
        const inner =
          declared ?? (typeof additionalProperties === "object" ? additionalProperties : {});
        return [declared ? celName(name) : name, celValue(inner, field)] as const;
      }),
    );
  }
  return value as CelInput;
}

import type { KindSchema, Schema } from "../../schemas/kind-schema";
import type { DocumentedKind } from "./documented-kind";
import { groupName } from "./group-name";
import { kindPage } from "./kind-page";
import { fieldSentences } from "./sentences";
import type { FieldSentences } from "./sentences/field-sentence";
import type { Field } from "./type-model";

const isDuration = ({ "x-kubernetes-validations": rules = [] }: Schema) =>
  rules.some(({ rule }) => rule.includes("duration("));

function range({ minimum, maximum }: Schema): string | undefined {
  if (minimum !== undefined && maximum !== undefined) {
    return `${minimum} to ${maximum}`;
  }
  if (minimum !== undefined) {
    return minimum === 0 ? "0 or more" : `at least ${minimum}`;
  }
  return maximum === undefined ? undefined : `at most ${maximum}`;
}

function count({ minItems, maxItems, minLength, maxLength }: Schema): string | undefined {
  const [low, high, unit] =
    minItems !== undefined || maxItems !== undefined
      ? [minItems, maxItems, "entries"]
      : [minLength, maxLength, "characters"];
  if (high !== undefined) {
    return `${low ? `${low} to ` : "at most "}${high} ${unit}`;
  }
  return low ? `at least ${low} ${unit}` : undefined;
}

/** What the schema itself allows, in words. */
function allowed(schema: Schema): string[] {
  const parts = [range(schema), count(schema)].filter((part) => part !== undefined);
  return [
    ...(isDuration(schema) ? ['Duration with its unit, e.g. `"1.5s"`, `"200ms"`.'] : []),
    ...(parts.length > 0 ? [`Allowed: ${parts.join(", ")}.`] : []),
  ];
}

/** What was written for the fields of a kind, by their paths. */
export const sentencesOf = ({ kind, group }: KindSchema): FieldSentences =>
  fieldSentences[`${kind}.${groupName(group)}`] ?? {};

/** Lines of a field's doc: meaning, what is allowed, default, reference. */
export function fieldDoc(kind: DocumentedKind, { path, schema }: Field): string[] {
  const sentence = sentencesOf(kind)[path];
  const fallback =
    schema.default === undefined ? [] : [`@default ${JSON.stringify(schema.default)}`];
  return [
    ...(sentence === undefined ? [] : [sentence.text]),
    ...allowed(schema),
    ...(kind.since.has(path) ? [`From ${kind.since.get(path)} on.`] : []),
    ...(sentence?.default === undefined ? fallback : [`@default - ${sentence.default}`]),
    ...(sentence === undefined ? [] : [`@see ${kindPage(kind)}`]),
  ];
}

/** Lines of a type's doc. */
export function typeDoc(kind: KindSchema, path: string): string[] {
  return path === "spec"
    ? [`Specification of ${kind.kind} (${kind.group}).`, `@see ${kindPage(kind)}`]
    : [`\`${path}\` of ${kind.kind}.`, `@see ${kindPage(kind)}`];
}

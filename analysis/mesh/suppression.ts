import type { Declared } from "./declared-set";
import { fields, text } from "./fields";
import { objectWords } from "./kubernetes-object";

/** A code that is not to be told of an object: both may have wildcards. */
export interface Suppression {
  /** A code, a check's id, or `*`. */
  code: string;
  /** `Kind name.namespace`, with `*` for any text. */
  object: string;
}

/** `CODE=Kind name.namespace`, as istioctl writes it. */
export function suppressionOf(text: string): Suppression | undefined {
  const at = text.indexOf("=");
  return at <= 0 || at === text.length - 1
    ? undefined
    : { code: text.slice(0, at).trim(), object: text.slice(at + 1).trim() };
}

const fits = (pattern: string, value: string): boolean => {
  const [first = "", ...rest] = pattern.split("*");
  if (rest.length === 0) {
    return pattern === value;
  }
  const last = rest.pop() ?? "";
  if (!value.startsWith(first) || value.length < first.length + last.length) {
    return false;
  }
  let at = first.length;
  for (const part of rest) {
    const found = value.indexOf(part, at);
    if (found < 0) {
      return false;
    }
    at = found + part.length;
  }
  return value.endsWith(last) && value.length - last.length >= at;
};

/** Annotation by which an object says which codes are not to be told of it, as istioctl reads it. */
const suppressingAnnotation = "galley.istio.io/analyze-suppress";

/** Codes that an object says are not to be told of it; `*` is all of them. */
export function codesLeftAlone(annotations: unknown): string[] {
  const own = fields(annotations)[suppressingAnnotation];
  return (text(own) ?? "").split(",").map((code) => code.trim());
}

/** Whether one of several names of a finding is not to be told of an object. */
export function isSuppressed(
  names: readonly string[],
  { id, source }: Declared,
  suppressions: readonly Suppression[],
): boolean {
  return (
    codesLeftAlone(source.metadata.annotations).some(
      (code) => code === "*" || names.includes(code),
    ) ||
    suppressions.some(
      ({ code, object }) => (code === "*" || names.includes(code)) && fits(object, objectWords(id)),
    )
  );
}

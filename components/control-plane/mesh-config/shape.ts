import type { ArgumentCheck } from "../../../arguments/argument-check";
import type { Test } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { isKnown } from "../../../arguments/when-known";
import { didYouMean } from "../../../values/closest";

/** What a field may hold: anything, what a test lets through, more fields, or a list of such. */
export type Shape = "any" | Test<never> | Fields | { each: Fields };

/** Fields by name. */
export interface Fields {
  [field: string]: Shape;
}

const isList = (shape: Fields | { each: Fields }): shape is { each: Fields } => "each" in shape;

function checkFields(check: ArgumentCheck, path: string, value: object, fields: Fields): void {
  for (const [key, inner] of Object.entries(value)) {
    const shape = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (shape === undefined) {
      check.fail(
        `${path}.${key}`,
        `${shown(key)} is not a field that is known here${didYouMean(key, Object.keys(fields))}; what Istio knows beyond the types can be written under values.istiod.meshConfig`,
      );
    } else {
      checkShape(check, `${path}.${key}`, inner, shape);
    }
  }
}

/** Checks what is known now; a value that arrives later is Istio's to check. */
export function checkShape(check: ArgumentCheck, path: string, value: unknown, shape: Shape): void {
  if (shape === "any" || value === undefined || !isKnown(value)) {
    return;
  }
  if (typeof shape === "function") {
    check.plain(path, value as never, shape);
  } else if (
    typeof value !== "object" ||
    value === null ||
    Array.isArray(value) !== isList(shape)
  ) {
    const expected = isList(shape) ? "a list" : "a map";
    check.fail(path, `${shown(value)} is not ${expected}`);
  } else if (isList(shape)) {
    (value as unknown[]).forEach((item, i) => {
      checkShape(check, `${path}[${i}]`, item, shape.each);
    });
  } else {
    checkFields(check, path, value, shape);
  }
}

import type { ArgumentCheck } from "./argument-check";
import { shown } from "./shown";
import { isKnown } from "./when-known";

/**
 * Reports values that stood in the list before, at the path that `at` gives them; `way` says what to
 * do instead. What is undefined or arrives later is compared with nothing.
 */
export function checkUnique(
  check: ArgumentCheck,
  values: readonly unknown[],
  at: (index: number) => string,
  way = "",
): void {
  const told = values.map((value) => (isKnown(value) ? JSON.stringify(value) : undefined));
  told.forEach((text, i) => {
    if (text !== undefined && told.indexOf(text) < i) {
      check.fail(at(i), `${shown(values[i])} is listed twice${way && `; ${way}`}`);
    }
  });
}

import type { ArgumentCheck } from "./argument-check";
import type { Test } from "./predicates";

/** Path of an argument inside another; the empty path is the component itself. */
export const under = (path: string, name: string): string => (path ? `${path}.${name}` : name);

/** The same object without the fields that are undefined. 0, false and "" stay. */
export function given<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}

/**
 * Tests fields of an object and returns a copy that is safe to use: values that arrive later are
 * held back when they fail.
 */
export function checkFields<T extends object>(
  check: ArgumentCheck,
  path: string,
  object: T,
  tests: { [K in keyof T]?: Test<never> },
): T {
  const checked = { ...object } as Record<string, unknown>;
  for (const [name, test] of Object.entries(tests)) {
    checked[name] = check.input(under(path, name), checked[name] as never, test as Test<never>);
  }
  return given(checked) as T;
}

import type { ArgumentCheck } from "./argument-check";
import type { Test } from "./tests";

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

const listed = (names: readonly string[]): string =>
  `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;

/** How many fields of a choice are set: exactly one, or at most one if the choice may be left out. */
export function checkChoice<T extends object>(
  check: ArgumentCheck,
  path: string,
  object: T,
  names: readonly (keyof T & string)[],
  optional = false,
): void {
  const set = names.filter((name) => object[name] !== undefined);
  if (set.length > 1) {
    check.fail(path, `has ${set.join(" and ")}; set ${listed(names)}, not several`);
  } else if (set.length === 0 && !optional) {
    check.fail(path, `needs ${listed(names)}`);
  }
}

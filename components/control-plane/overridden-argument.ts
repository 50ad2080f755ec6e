import type { ArgumentCheck } from "../../arguments/argument-check";
import { shown } from "../../arguments/shown";
import { isKnown } from "../../arguments/when-known";

/** What an argument comes to among the values of a chart. */
interface SaidByArgument {
  argument: string;
  said: unknown;
}

/** What the user's values say in its place. */
interface SaidByValue {
  path: string;
  value: unknown;
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && isKnown(value);

const isPlain = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.every(isPlain)
    : isMap(value)
      ? Object.values(value).every(isPlain)
      : isKnown(value);

/**
 * Reports where values of a chart say something else than an argument that is given: they would win, and
 * what the rest of the program knows of the component would be another thing than what is installed.
 * The same twice is let through, and so is what arrives later.
 */
export function refuseOverridden(
  check: ArgumentCheck,
  { argument, said }: SaidByArgument,
  { path, value }: SaidByValue,
): void {
  if (isMap(said) && isMap(value)) {
    for (const [key, inner] of Object.entries(said)) {
      const [at, own] = [`${path}.${key}`, value[key]];
      refuseOverridden(check, { argument, said: inner }, { path: at, value: own });
    }
    return;
  }
  const areGiven = said !== undefined && value !== undefined && isPlain(said) && isPlain(value);
  if (areGiven && JSON.stringify(said) !== JSON.stringify(value)) {
    check.fail(path, `${shown(value)} is not ${argument}, which is ${shown(said)}; leave it out`);
  }
}

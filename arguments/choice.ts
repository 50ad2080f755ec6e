import type { ArgumentCheck } from "./argument-check";
import { isScalar } from "./scalar";
import { shown } from "./shown";

/** Fields of which some exclude each other, or of which one at least is needed. */
interface Choice<T extends object> {
  object: T;
  names: readonly (keyof T & string)[];
  /** What the fields are called together. @default - by their names */
  called?: string;
}

/** What is set; whole objects, and what arrives later, by their names alone. */
const setOf = <T extends object>({ object, names }: Choice<T>): string[] =>
  names
    .filter((name) => object[name] !== undefined)
    .map((name) => (isScalar(object[name]) ? `${name} ${shown(object[name])}` : name));

const told = (set: readonly string[]): string =>
  set.length === 0 ? "nothing is" : `${set.join(" and ")} ${set.length === 1 ? "is" : "are"}`;

function checkCount<T extends object>(
  check: ArgumentCheck,
  path: string,
  choice: Choice<T>,
  [words, least, most]: readonly [words: string, least: number, most: number],
): void {
  const set = setOf(choice);
  if (set.length < least || set.length > most) {
    const of = choice.called ?? choice.names.join(", ");
    check.fail(path, `${told(set)} set; set ${words} of ${of}`);
  }
}

/** For fields that exclude each other and of which one is needed. */
export const checkExactlyOne = <T extends object>(
  check: ArgumentCheck,
  path: string,
  choice: Choice<T>,
): void => checkCount(check, path, choice, ["exactly one", 1, 1]);

/** For fields that exclude each other. */
export const checkAtMostOne = <T extends object>(
  check: ArgumentCheck,
  path: string,
  choice: Choice<T>,
): void => checkCount(check, path, choice, ["at most one", 0, 1]);

/** For fields that say nothing when none of them is set. */
export const checkAtLeastOne = <T extends object>(
  check: ArgumentCheck,
  path: string,
  choice: Choice<T>,
): void => checkCount(check, path, choice, ["at least one", 1, choice.names.length]);

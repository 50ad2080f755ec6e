import type { Check } from "../../analysis/mesh/check";
import { type ObjectRule, objectRules } from "../../analysis/mesh/object-rules";
import { didYouMean } from "../../values/closest";
import { UsageError } from "../usage-error";

/** What is told of a check: those between objects and those of single ones alike. */
export type Told = ObjectRule & Partial<Pick<Check, "fires" | "silent">>;

/** All that may be found, in the order of their codes. */
export const toldOf = (checks: readonly Check[]): Told[] =>
  [...objectRules, ...checks].sort(
    (a, b) => a.code.localeCompare(b.code) || a.id.localeCompare(b.id),
  );

/** The names that something is known by: its own, its code, and those of others for the same. */
export const namesOf = ({ id, code, aliases }: Pick<Told, "id" | "code" | "aliases">): string[] => [
  id,
  code,
  ...aliases,
];

/** What a name stands for; one code may have several checks. */
export function named(name: string, all: readonly Told[]): Told[] {
  const found = all.filter((one) =>
    namesOf(one).some((own) => own.toLowerCase() === name.toLowerCase()),
  );
  if (found.length === 0) {
    const meant = didYouMean(name, all.flatMap(namesOf));
    throw new UsageError(
      `${JSON.stringify(name)} is no code and no check${meant}; istio-mesh check --list names all`,
    );
  }
  return found;
}

/** Which checks run: those of `only`, or all, without those of `skip`. */
export function chosen(
  all: readonly Told[],
  only: readonly string[],
  skip: readonly string[],
): ReadonlySet<string> {
  const idsOf = (names: readonly string[]) =>
    new Set(names.flatMap((name) => named(name, all)).map(({ id }) => id));
  const wanted = only.length === 0 ? new Set(all.map(({ id }) => id)) : idsOf(only);
  const unwanted = idsOf(skip);
  return new Set([...wanted].filter((id) => !unwanted.has(id)));
}

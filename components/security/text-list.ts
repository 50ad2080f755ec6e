import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../validation/argument-check";
import type { Test } from "../validation/tests";
import { isKnown } from "../validation/when-known";

/** A list that may arrive later, or of which entries may. */
export type List<T> = pulumi.Input<pulumi.Input<T>[]>;

/** The entries, when all of them are known while the program runs. */
export const plainList = <T>(list: List<T>): readonly T[] | undefined =>
  isKnown(list) && list.every(isKnown) ? (list as T[]) : undefined;

/** Those entries that are known while the program runs, with their places. */
export const plainEntries = <T>(list: List<T> | undefined): [index: number, entry: T][] =>
  list !== undefined && isKnown(list)
    ? list.flatMap((entry, i): [number, T][] => (isKnown(entry) ? [[i, entry as T]] : []))
    : [];

/** A list made of another one, now if that is known. */
export function expanded<T, R>(list: List<T>, into: (entry: T) => R[]): List<R> {
  const plain = plainList(list);
  return plain
    ? plain.flatMap(into)
    : pulumi.output(list as pulumi.Input<T[]>).apply((known) => (known as T[]).flatMap(into));
}

/** One list after the other. */
export function concatenated<T>(first: List<T> | undefined, second: List<T>): List<T> {
  if (first === undefined) {
    return second;
  }
  return isKnown(first) && isKnown(second)
    ? [...first, ...second]
    : pulumi
        .all([pulumi.output(first), pulumi.output(second)])
        .apply(([a, b]) => [...(a as T[]), ...(b as T[])]);
}

/** Reports entries that cannot be, also of a list that arrives later. */
export function checkList<T>(
  check: ArgumentCheck,
  path: string,
  list: List<T> | undefined,
  test: Test<T>,
): void {
  if (list === undefined || !isKnown(list)) {
    check.input(path, list as pulumi.Input<T[]> | undefined, (entries) =>
      (entries ?? []).map(test).find((reason) => reason !== undefined),
    );
    return;
  }
  list.forEach((entry, i) => {
    check.input(`${path}[${i}]`, entry, test);
  });
}

import * as pulumi from "@pulumi/pulumi";
import type { LateList } from "../../arguments/late-list";
import { isKnown } from "../../arguments/when-known";

/** The entries, when all of them are known while the program runs. */
export const plainList = <T>(list: LateList<T>): readonly T[] | undefined =>
  isKnown(list) && list.every(isKnown) ? (list as T[]) : undefined;

/** Those entries that are known while the program runs, with their places. */
export const plainEntries = <T>(list: LateList<T> | undefined): [index: number, entry: T][] =>
  list !== undefined && isKnown(list)
    ? list.flatMap((entry, i): [number, T][] => (isKnown(entry) ? [[i, entry as T]] : []))
    : [];

/** A list made of another one, now if that is known. */
export function expanded<T, R>(list: LateList<T>, into: (entry: T) => R[]): LateList<R> {
  const plain = plainList(list);
  return plain
    ? plain.flatMap(into)
    : pulumi.output(list as pulumi.Input<T[]>).apply((known) => (known as T[]).flatMap(into));
}

/** One list after the other. */
export function concatenated<T>(first: LateList<T> | undefined, second: LateList<T>): LateList<T> {
  if (first === undefined) {
    return second;
  }
  return isKnown(first) && isKnown(second)
    ? [...first, ...second]
    : pulumi
        .all([pulumi.output(first), pulumi.output(second)])
        .apply(([a, b]) => [...(a as T[]), ...(b as T[])]);
}

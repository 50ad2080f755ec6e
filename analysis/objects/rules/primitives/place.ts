import { type Finding, refused } from "../../finding";
import { isRecord } from "../../fits";
import { unknown } from "../../mesh-object";
import { entryPath, fieldPath } from "../../path";

/** A value and where it stands. Absent values are undefined; values not known yet are `unknown`. */
export interface Place {
  readonly path: string;
  readonly value: unknown;
}

/** A field below a place. What is below an unknown value is unknown too, and null is absent. */
export function field({ path, value }: Place, name: string): Place {
  const inner = value === unknown ? unknown : isRecord(value) ? value[name] : undefined;
  return { path: fieldPath(path, name), value: inner ?? undefined };
}

/** The entries of a list with their places; none where there is no list or it is not known. */
export const entries = ({ path, value }: Place): Place[] =>
  Array.isArray(value)
    ? value.map((entry, i) => ({ path: entryPath(path, i), value: entry ?? undefined }))
    : [];

/** The keys of a map with what stands below them. */
export const pairs = ({ path, value }: Place): [key: string, place: Place][] =>
  isRecord(value)
    ? Object.entries(value).map(([key, inner]) => [
        key,
        { path: fieldPath(path, key), value: inner ?? undefined },
      ])
    : [];

/** There, and known. */
export const isSet = ({ value }: Place): boolean => value !== undefined && value !== unknown;

/** Neither there nor on its way. */
export const isAbsent = ({ value }: Place): boolean => value === undefined;

/** There, but known only later. */
export const isUnknown = ({ value }: Place): boolean => value === unknown;

/** Absent, or what istiod takes for absent: an empty text, zero, or an empty list. */
export const isBlank = ({ value }: Place): boolean =>
  value === undefined || value === "" || value === 0 || (Array.isArray(value) && !value.length);

/** Neither blank nor unknown. */
export const isFilled = (place: Place): boolean => !isBlank(place) && !isUnknown(place);

/** The fields of those names that are neither blank nor unknown. */
export const filledFields = (place: Place, names: readonly string[]): Place[] =>
  names.map((name) => field(place, name)).filter(isFilled);

/** The text at a place; undefined where there is none or it is not known. */
export const text = ({ value }: Place): string | undefined =>
  typeof value === "string" ? value : undefined;

/** The number at a place; undefined where there is none or it is not known. */
export const amount = ({ value }: Place): number | undefined =>
  typeof value === "number" ? value : undefined;

/** A flag that is surely set. */
export const isTrue = ({ value }: Place): boolean => value === true;

/** A finding when the condition holds. */
export const refusedIf = (condition: boolean, place: Place, reason: string): Finding[] =>
  condition ? [refused(place.path, place.value, reason)] : [];

/** A finding when there is a problem. */
export const refusedFor = (problem: string | undefined, { path, value }: Place): Finding[] =>
  problem === undefined ? [] : [refused(path, value, problem)];

/** What a grammar says of the text at a place; nothing where no text is known. */
export function checkText(
  place: Place,
  problemOf: (value: string) => string | undefined,
): Finding[] {
  const value = text(place);
  return value === undefined ? [] : refusedFor(problemOf(value), place);
}

/** The same for each text of a list. */
export const checkTexts = (
  list: Place,
  problemOf: (value: string) => string | undefined,
): Finding[] => entries(list).flatMap((entry) => checkText(entry, problemOf));

/** What a grammar says of the number at a place; nothing where no number is known. */
export function checkAmount(
  place: Place,
  problemOf: (value: number) => string | undefined,
): Finding[] {
  const value = amount(place);
  return value === undefined ? [] : refusedFor(problemOf(value), place);
}

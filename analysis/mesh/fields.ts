/** Fields of an object of which nothing is promised. */
export type Fields = Readonly<Record<string, unknown>>;

/** A part of an object that has fields; none where there is something else. */
export const fields = (value: unknown): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/** A part of an object that is a list of such; none where there is something else. */
export const list = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(fields) : []);

/** A part of an object that is text. */
export const text = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

/** A part of an object that is a number. */
export const number = (value: unknown): number | undefined =>
  typeof value === "number" ? value : undefined;

/** Entries of a map of texts; others are left out, as a server would refuse them. */
export const texts = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fields(value)).filter((entry): entry is [string, string] => {
      return typeof entry[1] === "string";
    }),
  );

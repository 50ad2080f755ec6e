/** Two lists as one. Most decisions on a request add little: what is left as it is is not copied. */
export const joined = <T>(own: readonly T[], more: readonly T[] = []): readonly T[] =>
  more.length === 0 ? own : own.length === 0 ? more : [...own, ...more];

/** Each of a list once, the first of those with the same key. */
export function unique<T>(
  all: readonly T[],
  keyOf: (one: T) => string = JSON.stringify,
): readonly T[] {
  if (all.length < 2) {
    return all;
  }
  const seen = new Set<string>();
  return all.filter((one) => {
    const key = keyOf(one);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

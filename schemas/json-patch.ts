/** What is other in a later document: a value at a place, or nothing there any more. */
export interface Difference {
  at: (string | number)[];
  value?: unknown;
}

type Container = Record<string | number, unknown>;

const isContainer = (value: unknown): value is Container =>
  typeof value === "object" && value !== null;

const alike = (a: unknown, b: unknown): boolean =>
  isContainer(a) &&
  isContainer(b) &&
  Array.isArray(a) === Array.isArray(b) &&
  (!Array.isArray(a) || a.length === (b as unknown as unknown[]).length);

/** What turns one document into another; lists of other lengths are taken whole. */
export function differencesOf(
  before: unknown,
  after: unknown,
  at: (string | number)[] = [],
): Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) {
    return [];
  }
  if (!alike(before, after)) {
    return [after === undefined ? { at } : { at, value: after }];
  }
  const [old, now] = [before as Container, after as Container];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return keys.flatMap((key) =>
    differencesOf(old[key], now[key], [...at, Array.isArray(old) ? Number(key) : key]),
  );
}

function changed(document: unknown, [key, ...rest]: (string | number)[], value: unknown): unknown {
  if (key === undefined) {
    return value;
  }
  const container = document as Container;
  const inner = changed(container[key], rest, value);
  if (Array.isArray(container)) {
    return container.map((entry, index) => (index === key ? inner : entry));
  }
  const { [key]: _, ...others } = container;
  return inner === undefined ? others : { ...container, [key]: inner };
}

/** The later document; what is the same in both is shared. */
export const patched = <T>(document: T, differences: readonly Difference[]): T =>
  differences.reduce<unknown>((now, { at, value }) => changed(now, at, value), document) as T;

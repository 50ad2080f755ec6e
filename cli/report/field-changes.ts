import { isMap } from "../read/json-values";

/** A field that is other, with its values as they are shown. */
export interface FieldChange {
  /** e.g. `spec.http[0].route[1].weight`. */
  readonly path: string;
  /** Absent where the field is new. */
  readonly before?: string;
  /** Absent where the field is gone. */
  readonly after?: string;
}

const longest = 160;

/** A value in one line; what is long is cut. */
function text(value: unknown): string {
  const written = typeof value === "string" ? value : JSON.stringify(value);
  const line = /[\r\n]/.test(written) ? JSON.stringify(written) : written;
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

const plainKey = /^[\w$-]+$/;

function joined(path: string, key: string): string {
  if (!plainKey.test(key)) {
    return `${path}[${JSON.stringify(key)}]`;
  }
  return path === "" ? key : `${path}.${key}`;
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** How many entries are the same at the beginning, or, turned round, at the end. */
function common(a: readonly unknown[], b: readonly unknown[]): number {
  const end = Math.min(a.length, b.length);
  let at = 0;
  while (at < end && isSame(a[at], b[at])) {
    at += 1;
  }
  return at;
}

/** Entries in the middle of two lists are compared one by one: what stands around them has only moved. */
function ofLists(path: string, a: readonly unknown[], b: readonly unknown[]): FieldChange[] {
  const start = common(a, b);
  const [restA, restB] = [a.slice(start), b.slice(start)];
  const end = common([...restA].reverse(), [...restB].reverse());
  const [midA, midB] = [restA.slice(0, restA.length - end), restB.slice(0, restB.length - end)];
  return Array.from({ length: Math.max(midA.length, midB.length) }, (_, i) =>
    fieldChanges(midA[i], midB[i], `${path}[${start + i}]`),
  ).flat();
}

function ofMaps(
  path: string,
  a: Record<string, unknown>,
  b: Record<string, unknown>,
): FieldChange[] {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.flatMap((key) => fieldChanges(a[key], b[key], joined(path, key)));
}

/** What of a value is other, field by field. */
export function fieldChanges(before: unknown, after: unknown, path = ""): FieldChange[] {
  if (isSame(before, after)) {
    return [];
  }
  if (isMap(before) && isMap(after)) {
    return ofMaps(path, before, after);
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    return ofLists(path, before, after);
  }
  return [
    {
      path,
      ...(before !== undefined && { before: text(before) }),
      ...(after !== undefined && { after: text(after) }),
    },
  ];
}

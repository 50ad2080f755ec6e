/** One document of a text. */
export interface TextPart {
  text: string;
  /** Where it begins in the whole text, in characters. */
  offset: number;
  /** The line on which it begins, from 0. */
  line: number;
}

const separator = /^---(?=\s|$)/gm;
const newline = /\n/g;

/** Nothing but comments, and directives for the document that follows. */
const isEmpty = (text: string): boolean => /^(?:\s*(?:[#%].*)?(?:\n|$))*$/.test(text);

/**
 * The documents of a text. No scalar of YAML may have a line that begins with three hyphens, so that a
 * document that cannot be read does not hide the others.
 */
export function documentsOf(text: string): TextPart[] {
  const starts = [0, ...[...text.matchAll(separator)].map(({ index }) => index)];
  const parts: TextPart[] = [];
  let line = 0;
  for (const [i, offset] of starts.entries()) {
    const own = text.slice(offset, starts[i + 1]);
    if (i > 0 || !isEmpty(own)) {
      parts.push({ text: own, offset, line });
    }
    line += own.match(newline)?.length ?? 0;
  }
  return parts;
}

interface FastReader {
  load: (text: string, options: { schema: unknown }) => unknown;
  CORE_SCHEMA: unknown;
}

let fast: FastReader | undefined;

/** What the fast reader would repeat in memory, or read otherwise. */
const special = /(?:^|[\s,[{:])[&*!]|^\s*(?:\?|<<)|(?:^|[\s,[{:+-])0[box]/m;

/**
 * The value of a document by a reader that is ten times as fast as the one that knows positions (measured
 * with 8,300 objects); nothing for what only the other one may read: anchors, tags, mistakes.
 */
export function plainValue(text: string): { value: unknown } | undefined {
  if (special.test(text)) {
    return undefined;
  }
  fast ??= require("js-yaml") as FastReader;
  try {
    return { value: fast.load(text, { schema: fast.CORE_SCHEMA }) };
  } catch {
    return undefined;
  }
}

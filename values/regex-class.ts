/** An expression that is read from left to right. */
export interface Reader {
  readonly text: string;
  /** Where to read on. */
  at: number;
}

/** A character that was read, its code, or neither for a class such as \d. */
interface Read {
  problem?: string;
  code?: number;
}

const categories =
  /^(?:C[cfnos]?|L[lmotuC]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?|Any|Assigned|ASCII)$/;

function isProperty(expression: string): boolean {
  try {
    return new RegExp(`\\p{${expression}}`, "u").unicode;
  } catch {
    return false;
  }
}

const isUnicodeClass = (name: string): boolean =>
  categories.test(name) ||
  (/^\w+$/.test(name) && (isProperty(`Script=${name}`) || isProperty(`General_Category=${name}`)));

const posixClass =
  /^\[:\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]/;

const escapes =
  /^\\(?:x\{([0-9A-Fa-f]+)\}|x([0-9A-Fa-f]{2})|(0[0-7]{0,2}|[1-7][0-7]{1,2})|([afnrtv])|([^\p{L}\p{N}\P{ASCII}]))/u;

/** Reads an escape; the reader stands on the backslash. */
export function readEscape(reader: Reader): Read {
  const rest = reader.text.slice(reader.at);
  const unicode = /^\\[pP](?:\{\^?([^}]*)\}|([^{]))/u.exec(rest);
  if (unicode) {
    reader.at += unicode[0].length;
    const name = unicode[1] ?? unicode[2] ?? "";
    return isUnicodeClass(name) ? {} : { problem: `${unicode[0]} is no class of characters` };
  }
  if (/^\\[dDsSwW]/.test(rest)) {
    reader.at += 2;
    return {};
  }
  const found = escapes.exec(rest);
  const code = found ? codeOf(found) : undefined;
  if (!found || code === undefined || code > 0x10ffff) {
    return { problem: `${rest.slice(0, 2)} is no escape` };
  }
  reader.at += found[0].length;
  return { code };
}

const controls: Readonly<Record<string, number>> = { a: 7, t: 9, n: 10, v: 11, f: 12, r: 13 };

function codeOf([, braced, pair, octal, control, literal]: RegExpExecArray): number | undefined {
  const hex = braced ?? pair;
  if (hex !== undefined) {
    return Number.parseInt(hex, 16);
  }
  if (octal !== undefined) {
    return Number.parseInt(octal, 8);
  }
  return control === undefined ? literal?.codePointAt(0) : controls[control];
}

function readCharacter(reader: Reader): Read {
  if (reader.text[reader.at] === "\\") {
    return readEscape(reader);
  }
  const code = reader.text.codePointAt(reader.at);
  if (code === undefined) {
    return { problem: 'a "]" is missing' };
  }
  reader.at += String.fromCodePoint(code).length;
  return { code };
}

/** Reads a class in brackets; the reader stands on the opening one. */
export function readClass(reader: Reader): string | undefined {
  reader.at += reader.text.startsWith("[^", reader.at) ? 2 : 1;
  // A "]" in front belongs to the class.
  let first = true;
  while (first || reader.text[reader.at] !== "]") {
    first = false;
    const problem = readMember(reader);
    if (problem !== undefined) {
      return problem;
    }
  }
  reader.at++;
  return undefined;
}

function readMember(reader: Reader): string | undefined {
  const rest = reader.text.slice(reader.at);
  if (/^\[:.*?:\]/s.test(rest)) {
    const known = posixClass.exec(rest)?.[0];
    reader.at += known?.length ?? 0;
    return known === undefined ? "a class in [: :] is not known" : undefined;
  }
  const low = readCharacter(reader);
  const isRange = /^-[^\]]/su.test(reader.text.slice(reader.at));
  if (low.problem !== undefined || low.code === undefined || !isRange) {
    return low.problem;
  }
  reader.at++;
  const high = readCharacter(reader);
  if (high.problem !== undefined) {
    return high.problem;
  }
  // A class such as \d cannot end a range.
  return high.code === undefined || high.code < low.code
    ? "a range of characters ends before it begins"
    : undefined;
}

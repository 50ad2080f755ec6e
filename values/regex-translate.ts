/** Where a regular expression is read, and which of RE2's flags hold there. */
interface Place {
  readonly text: string;
  at: number;
  flags: Flags;
}

interface Flags {
  readonly ignoreCase: boolean;
  readonly manyLines: boolean;
  readonly dotTakesAll: boolean;
}

const posix: Readonly<Record<string, string>> = {
  alnum: "0-9A-Za-z",
  alpha: "A-Za-z",
  ascii: "\\x00-\\x7f",
  blank: "\\t ",
  cntrl: "\\x00-\\x1f\\x7f",
  digit: "0-9",
  graph: "!-~",
  lower: "a-z",
  print: " -~",
  punct: "!-\\/:-@\\[-`\\{-~",
  space: "\\t\\n\\v\\f\\r ",
  upper: "A-Z",
  word: "0-9A-Za-z_",
  xdigit: "0-9A-Fa-f",
};

/** RE2's classes know letters of ASCII alone. */
const perl: Readonly<Record<string, string>> = { d: "0-9", s: "\\t\\n\\f\\r ", w: "0-9A-Za-z_" };

const controls: Readonly<Record<string, number>> = { a: 7, t: 9, n: 10, v: 11, f: 12, r: 13 };
const generalCategory = /^(?:C[cfnos]?|L[lmotuC]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)$/;
const flagGroup = /^\(\?([imsU]*)(?:-([imsU]+))?(:|\))/;
const namedGroup = /^\(\?P?<[A-Za-z0-9_]+>/;
const repetition = /^(?:[*+?]|\{(?:0|[1-9]\d*)(?:,(?:0|[1-9]\d*)?)?\})\??/;
const escapeForm = /^\\(?:x\{([0-9A-Fa-f]+)\}|x([0-9A-Fa-f]{2})|([0-7]{1,3})|(.))/su;
const property = /^\\([pP])(?:\{(\^?)([^}]*)\}|([^{]))/u;
const posixClass = /^\[:(\^?)(\w+):\]/;

/**
 * A regular expression of RE2, which is known to be one, in JavaScript's syntax with the flag `u`; nothing where
 * there is no such.
 */
export function translated(text: string): string | undefined {
  const place: Place = {
    text,
    at: 0,
    flags: { ignoreCase: false, manyLines: false, dotTakesAll: false },
  };
  const outer: Flags[] = [];
  let out = "";
  while (place.at < text.length) {
    const piece = next(place, outer);
    if (piece === undefined) {
      return undefined;
    }
    out += piece;
  }
  return out;
}

function next(place: Place, outer: Flags[]): string | undefined {
  const rest = place.text.slice(place.at);
  const repeated = repetition.exec(rest)?.[0];
  if (repeated !== undefined) {
    place.at += repeated.length;
    return repeated;
  }
  const { flags } = place;
  switch (rest[0]) {
    case "(":
      return opened(place, rest, outer);
    case ")":
      place.flags = outer.pop() ?? flags;
      place.at++;
      return ")";
    case "|":
      place.at++;
      return "|";
    case "^":
      place.at++;
      return flags.manyLines ? "(?:(?<=^|\\n))" : "(?:^)";
    case "$":
      place.at++;
      return flags.manyLines ? "(?:(?=$|\\n))" : "(?:$)";
    case ".":
      place.at++;
      return flags.dotTakesAll ? "[^]" : "[^\\n]";
    case "[":
      return classIn(place);
    case "\\":
      return escaped(place, rest);
    default:
      return literal(place, rest.codePointAt(0) ?? 0);
  }
}

function opened(place: Place, rest: string, outer: Flags[]): string {
  const found = flagGroup.exec(rest);
  if (found === null) {
    place.at += namedGroup.exec(rest)?.[0].length ?? 1;
    outer.push(place.flags);
    return "(";
  }
  const [whole, on = "", off = "", end] = found;
  const { flags } = place;
  const holds = (flag: string, before: boolean) =>
    off.includes(flag) ? false : on.includes(flag) || before;
  place.at += whole.length;
  if (end === ":") {
    outer.push(flags);
  }
  place.flags = {
    ignoreCase: holds("i", flags.ignoreCase),
    manyLines: holds("m", flags.manyLines),
    dotTakesAll: holds("s", flags.dotTakesAll),
  };
  return end === ":" ? "(?:" : "";
}

const hex = (code: number): string => `\\u{${code.toString(16)}}`;

/** Both cases of a character. */
function cases(code: number): number[] {
  const text = String.fromCodePoint(code);
  return [...new Set([text, text.toLowerCase(), text.toUpperCase()])]
    .filter((one) => [...one].length === 1)
    .map((one) => one.codePointAt(0) ?? code);
}

const oneOf = (code: number, { ignoreCase }: Flags): string =>
  ignoreCase && cases(code).length > 1 ? `[${cases(code).map(hex).join("")}]` : hex(code);

function literal(place: Place, code: number): string {
  place.at += String.fromCodePoint(code).length;
  return oneOf(code, place.flags);
}

function escaped(place: Place, rest: string): string | undefined {
  if (rest.startsWith("\\Q")) {
    const end = rest.indexOf("\\E");
    const quoted = end < 0 ? rest.slice(2) : rest.slice(2, end);
    place.at += end < 0 ? rest.length : end + 2;
    return [...quoted].map((one) => oneOf(one.codePointAt(0) ?? 0, place.flags)).join("");
  }
  const anchor = { A: "(?:^)", z: "(?:$)", b: "(?:\\b)", B: "(?:\\B)" }[rest[1] ?? ""];
  if (anchor !== undefined) {
    place.at += 2;
    return anchor;
  }
  const shorthand = shorthandClass(place, rest);
  if (shorthand !== undefined) {
    return shorthand && `[${shorthand.replace(outside, "^")}]`;
  }
  const code = escapedCode(place, rest);
  return code === undefined ? undefined : oneOf(code, place.flags);
}

/** Mark of a class that is turned round, for whoever writes its brackets. */
const outside = "\0";

/** Members of `\d`, `\pL` and the like; empty where JavaScript has no such class; undefined where none stands. */
function shorthandClass(place: Place, rest: string): string | undefined {
  const letter = rest[1] ?? "";
  const members = perl[letter.toLowerCase()];
  if (members !== undefined) {
    place.at += 2;
    return letter === letter.toLowerCase() ? members : outside + members;
  }
  const found = property.exec(rest);
  if (found === null) {
    return undefined;
  }
  const [whole, letterP, turned = "", braced, single] = found;
  place.at += whole.length;
  const name = braced ?? single ?? "";
  const known = generalCategory.test(name) || ["Any", "ASCII", "Assigned"].includes(name);
  const isNot = (letterP === "P") !== (turned === "^");
  return `\\${isNot ? "P" : "p"}{${known ? name : `Script=${name}`}}`;
}

function escapedCode(place: Place, rest: string): number | undefined {
  const [whole = "", braced, pair, octal, other] = escapeForm.exec(rest) ?? [];
  place.at += whole.length;
  const digits = braced ?? pair;
  if (digits !== undefined) {
    return Number.parseInt(digits, 16);
  }
  if (octal !== undefined) {
    return Number.parseInt(octal, 8);
  }
  // \C is a byte, of which JavaScript's texts have none.
  return other === "C" ? undefined : (controls[other ?? ""] ?? other?.codePointAt(0));
}

/** A class in brackets; its complements inside become alternatives. */
function classIn(place: Place): string | undefined {
  const { text, flags } = place;
  const isNot = text.startsWith("[^", place.at);
  place.at += isNot ? 2 : 1;
  const members: string[] = [];
  const complements: string[] = [];
  for (let first = true; first || text[place.at] !== "]"; first = false) {
    const member = memberIn(place, flags);
    if (member === undefined || member === "") {
      return undefined;
    }
    if (member.startsWith(outside)) {
      complements.push(`[^${member.slice(1)}]`);
    } else {
      members.push(member);
    }
  }
  place.at++;
  const own = members.length > 0 ? [`[${members.join("")}]`] : [];
  const either = [...own, ...complements].join("|");
  return isNot ? `(?:(?!${either})[^])` : `(?:${either})`;
}

function memberIn(place: Place, flags: Flags): string | undefined {
  const rest = place.text.slice(place.at);
  const named = posixClass.exec(rest);
  if (named !== null) {
    const [whole, turned, name = ""] = named;
    place.at += whole.length;
    return (turned === "^" ? outside : "") + (posix[name] ?? "");
  }
  const shorthand = rest[0] === "\\" ? shorthandClass(place, rest) : undefined;
  if (shorthand !== undefined) {
    return shorthand;
  }
  const low = characterIn(place);
  const isRange = place.text[place.at] === "-" && place.text[place.at + 1] !== "]";
  if (low === undefined || !isRange) {
    return low === undefined ? undefined : range(low, low, flags);
  }
  place.at++;
  const high = characterIn(place);
  return high === undefined ? undefined : range(low, high, flags);
}

function characterIn(place: Place): number | undefined {
  const rest = place.text.slice(place.at);
  if (rest[0] === "\\") {
    return escapedCode(place, rest);
  }
  const code = rest.codePointAt(0) ?? 0;
  place.at += String.fromCodePoint(code).length;
  return code;
}

const lowerA = 97;
const upperA = 65;
const letters = 26;

/** A range, and where case does not count the letters of ASCII in it in their other case. */
function range(low: number, high: number, { ignoreCase }: Flags): string {
  const own = low === high ? hex(low) : `${hex(low)}-${hex(high)}`;
  if (!ignoreCase) {
    return own;
  }
  if (low === high) {
    return cases(low).map(hex).join("");
  }
  const other = (from: number, to: number) => {
    const start = Math.max(low, from);
    const end = Math.min(high, from + letters - 1);
    return start > end ? "" : `${hex(start - from + to)}-${hex(end - from + to)}`;
  };
  return own + other(lowerA, upperA) + other(upperA, lowerA);
}

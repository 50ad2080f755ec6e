import { type Reader, readClass, readEscape } from "./regex-class";
import { translated } from "./regex-translate";

const longest = 1024;
const mostRepeats = 1000;

/** One open group of a regular expression. */
interface Group {
  /**
   * How often the last atom repeats, counts inside each other multiplied; undefined where nothing
   * stands that could be repeated.
   */
  last: number | undefined;
  /** The most that any atom of the group repeats. */
  most: number;
}

interface Expression extends Reader {
  readonly groups: Group[];
  /** Whether the text just before is a repetition, which takes no second one. */
  repeated: boolean;
}

/** What is wrong with a regular expression in RE2's syntax, as Envoy reads them. */
export function regexProblem(text: string): string | undefined {
  if (text === "") {
    return "a regular expression is expected";
  }
  if (Buffer.byteLength(text) > longest) {
    return `a regular expression has at most ${longest} bytes`;
  }
  const problem = syntaxProblem(text);
  return problem === undefined ? undefined : `is no regular expression of RE2: ${problem}`;
}

function syntaxProblem(text: string): string | undefined {
  const reader: Expression = {
    text,
    at: 0,
    groups: [{ last: undefined, most: 1 }],
    repeated: false,
  };
  while (reader.at < text.length) {
    const before = reader.repeated;
    reader.repeated = false;
    const problem = readNext(reader, before);
    if (problem !== undefined) {
      return problem;
    }
  }
  return reader.groups.length > 1 ? 'a ")" is missing' : undefined;
}

function readNext(reader: Expression, afterRepeat: boolean): string | undefined {
  const rest = reader.text.slice(reader.at);
  const repeat = /^[*+?]|^\{(?:0|[1-9]\d*)(?:,(?:0|[1-9]\d*)?)?\}/.exec(rest)?.[0];
  if (repeat !== undefined) {
    return readRepeat(reader, repeat, afterRepeat);
  }
  switch (rest[0]) {
    case "(":
      return openGroup(reader, rest);
    case ")":
      return closeGroup(reader);
    case "|":
      reader.at++;
      group(reader).last = undefined;
      return undefined;
    case "\\":
      return readBackslash(reader, rest);
    case "[":
      addAtom(reader, 1);
      return readClass(reader);
    default:
      addAtom(reader, 1);
      reader.at += String.fromCodePoint(rest.codePointAt(0) ?? 0).length;
      return undefined;
  }
}

const group = ({ groups }: Expression): Group => groups.at(-1) ?? { last: undefined, most: 1 };

function addAtom(reader: Expression, repeats: number): void {
  const own = group(reader);
  own.last = repeats;
  own.most = Math.max(own.most, repeats);
}

function readRepeat(reader: Expression, repeat: string, afterRepeat: boolean): string | undefined {
  const { last } = group(reader);
  const [least = 0, most = least] = (repeat.match(/\d+/g) ?? []).map(Number);
  if (least > mostRepeats || most > mostRepeats || least > most) {
    return `${repeat} counts to ${mostRepeats} at most, the smaller number first`;
  }
  if (afterRepeat) {
    return `${repeat} follows on another repetition`;
  }
  if (last === undefined) {
    return `nothing stands before ${repeat}`;
  }
  const repeats = last * Math.max(most, 1);
  if (most > 1 && repeats > mostRepeats) {
    return `repetitions inside each other make more than ${mostRepeats}`;
  }
  addAtom(reader, repeats);
  reader.at += repeat.length;
  if (reader.text[reader.at] === "?") {
    reader.at++;
  }
  reader.repeated = true;
  return undefined;
}

function openGroup(reader: Expression, rest: string): string | undefined {
  const flags = /^\(\?(?:[imsU]*(?:-[imsU]+)?)(:|\))/.exec(rest);
  const opening = /^\(\?P?<[A-Za-z0-9_]+>/.exec(rest)?.[0] ?? (rest[1] === "?" ? undefined : "(");
  const read = flags?.[0] ?? opening;
  if (read === undefined) {
    return "lookarounds and other groups of Perl do not exist";
  }
  reader.at += read.length;
  if (flags?.[1] !== ")") {
    reader.groups.push({ last: undefined, most: 1 });
  }
  return undefined;
}

function closeGroup(reader: Expression): string | undefined {
  if (reader.groups.length < 2) {
    return 'a ")" closes nothing';
  }
  const { most } = group(reader);
  reader.groups.pop();
  reader.at++;
  addAtom(reader, most);
  return undefined;
}

function readBackslash(reader: Expression, rest: string): string | undefined {
  if (rest.startsWith("\\Q")) {
    const end = rest.indexOf("\\E");
    const literal = end < 0 ? rest.slice(2) : rest.slice(2, end);
    reader.at += end < 0 ? rest.length : end + 2;
    if (literal !== "") {
      addAtom(reader, 1);
    }
    return undefined;
  }
  addAtom(reader, 1);
  if (/^\\[AbBz]/.test(rest)) {
    reader.at += 2;
    return undefined;
  }
  return readEscape(reader).problem;
}

const special = /[\\.+*?()|[\]{}^$]/g;

/** A text as a regular expression that fits this text only. */
export const exactRegex = (text: string): string => text.replace(special, "\\$&");

/**
 * A regular expression of RE2 as JavaScript's, with the flag `u` and those that are given, neither of them anchored;
 * nothing where it is none, or where JavaScript has no such.
 */
export function regexOf(text: string, flags = ""): RegExp | undefined {
  const source = regexProblem(text) === undefined ? translated(text) : undefined;
  try {
    return source === undefined ? undefined : new RegExp(source, `u${flags}`);
  } catch {
    return undefined;
  }
}

/** The same for a whole text, as Envoy compares paths, headers and names. */
export function wholeRegexOf(text: string): RegExp | undefined {
  const found = regexOf(text);
  return found && new RegExp(`^(?:${found.source})$`, "u");
}

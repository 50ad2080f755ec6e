import { wholeRegexOf } from "./regex";
import { type Reader, readClass, readEscape } from "./regex-class";

/** How a text is written that fits an expression: which alternative is taken, and how often something repeats. */
interface Writer extends Reader {
  readonly branch: number;
  readonly most: number;
}

const repetition = /^(?:([*+?])|\{(\d+)(?:,(\d*))?\})\??/;
const opening = /^\((?:\?(?:P?<\w+>|[imsU]*(?:-[imsU]+)?(?::|(?=\)))))?/;
const anchor = /^(?:[\^$]|\\[AzbB])/;
const quoted = /^\\Q(.*?)(?:\\E|$)/s;

/** Characters that classes of paths, names and numbers take. */
const candidates = [..."a1-_A/.z0~ @:ébcB9"];

const mostMembers = 3;

/** One of the characters that a class takes, another for each branch. */
function memberOf(text: string, branch: number): string {
  const whole = wholeRegexOf(text);
  const members = candidates.filter((one) => whole?.test(one)).slice(0, mostMembers);
  return members[branch % members.length] ?? "";
}

function alternatives(writer: Writer): string {
  const all = [sequence(writer)];
  while (writer.text[writer.at] === "|") {
    writer.at++;
    all.push(sequence(writer));
  }
  return all[writer.branch % all.length] ?? "";
}

function sequence(writer: Writer): string {
  let written = "";
  while (writer.at < writer.text.length && !"|)".includes(writer.text[writer.at] ?? "")) {
    const atom = atomIn(writer);
    written += atom.repeat(timesIn(writer));
  }
  return written;
}

function timesIn(writer: Writer): number {
  const found = repetition.exec(writer.text.slice(writer.at));
  if (found === null) {
    return 1;
  }
  const [whole, sign, least = "0", most] = found;
  writer.at += whole.length;
  switch (sign) {
    case undefined:
      return Math.max(Number(least), Math.min(writer.most, Number(most || least)));
    case "?":
      return Math.min(1, writer.most);
    case "+":
      return Math.max(1, writer.most);
    default:
      return writer.most;
  }
}

function atomIn(writer: Writer): string {
  const rest = writer.text.slice(writer.at);
  const group = opening.exec(rest)?.[0];
  if (group !== undefined) {
    writer.at += group.length;
    const inner = alternatives(writer);
    writer.at++;
    return inner;
  }
  const fixed = anchor.exec(rest)?.[0];
  if (fixed !== undefined) {
    writer.at += fixed.length;
    return "";
  }
  const [quotation, literal] = quoted.exec(rest) ?? [];
  if (quotation !== undefined) {
    writer.at += quotation.length;
    return literal ?? "";
  }
  return characterIn(writer, rest);
}

function characterIn(writer: Writer, rest: string): string {
  const start = writer.at;
  if (rest[0] === "[") {
    readClass(writer);
    return memberOf(writer.text.slice(start, writer.at), writer.branch);
  }
  if (rest[0] === "\\") {
    const { code } = readEscape(writer);
    return code === undefined
      ? memberOf(writer.text.slice(start, writer.at), writer.branch)
      : String.fromCodePoint(code);
  }
  const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  writer.at += character.length;
  return character === "." ? "a" : character;
}

const branches = [0, 1, 2, 3, 4, 5, 6, 7];
const repeats = [1, 0, 2];
/** As many as are asked for; those of other alternatives come before those that repeat otherwise. */
const mostWitnesses = 9;

/**
 * Texts that a regular expression of RE2 takes as a whole, one for each of its first alternatives; each has been
 * tried. `before` is put in front where only that fits, as a path begins with `/`. None where none was found.
 */
export function regexWitnesses(text: string, before = ""): string[] {
  const whole = wholeRegexOf(text);
  const written = repeats.flatMap((most) =>
    branches.map((branch) => alternatives({ text, at: 0, branch, most })),
  );
  const led = written.flatMap((one) => (one.startsWith(before) ? [one] : [before + one, one]));
  const fitting = [...new Set(led)].filter((one) => whole?.test(one));
  const leading = fitting.filter((one) => one.startsWith(before));
  return (leading.length > 0 ? leading : fitting).slice(0, mostWitnesses);
}

/** A text near to one that fits an expression, which does not fit it and begins with `before`. */
export function regexCounterWitness(
  text: string,
  fitting: string,
  before = "",
): string | undefined {
  const whole = wholeRegexOf(text);
  const near = [
    `${fitting}~`,
    `~${fitting}`,
    `${fitting}~~/`,
    fitting.slice(0, -1),
    `${fitting[0] ?? ""}~${fitting.slice(1)}`,
    `${before}any`,
  ];
  return near.find((one) => one !== "" && one.startsWith(before) && whole?.test(one) === false);
}

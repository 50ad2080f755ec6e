import { fitsPattern } from "../../../values/pattern";
import { fitsText, type TestOf } from "./connection-tests";
import type { Subject } from "./subject";

const notEmpty = (text: string): boolean => text !== "";

const exactly = (value: string) => (text: string) => text === value;

/** How the two halves of a token's identity are compared. */
type Halves = readonly [issuer: (text: string) => boolean, subject: (text: string) => boolean];

/** The parts of `<issuer>/<subject>`, which ends at its last slash; the star of each half by itself. */
function halvesOf(value: string): Halves {
  const slash = value.lastIndexOf("/");
  const issuer = value.slice(0, Math.max(slash, 0));
  const subject = value.slice(slash + 1);
  const open = (text: string) =>
    text === "*" ? notEmpty : (own: string) => fitsPattern(text, own);
  if (value === "*") {
    return [notEmpty, notEmpty];
  }
  if (slash === -1) {
    const whole = (own: string) => fitsPattern(value, own);
    return value.startsWith("*")
      ? [notEmpty, whole]
      : value.endsWith("*")
        ? [whole, notEmpty]
        : [exactly(value), exactly("")];
  }
  return value.startsWith("*")
    ? [open(issuer), exactly(subject)]
    : value.endsWith("*")
      ? [exactly(issuer), open(subject)]
      : [exactly(issuer), exactly(subject)];
}

/** Identities of checked tokens. */
export const requestPrincipal: TestOf = (value) => {
  const [issuer, subject] = halvesOf(value);
  return ({ claims: { iss, sub } = {} }) =>
    typeof iss === "string" && typeof sub === "string" && issuer(iss) && subject(sub);
};

/** A claim by its names, from the outer one on; undefined where a name leads nowhere. */
function claimAt({ claims }: Subject, names: readonly string[]): unknown {
  let value: unknown = claims;
  for (const name of names) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return undefined;
    }
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
}

/** A claim that is text, or a list with such. */
export const claim =
  (names: readonly string[]): TestOf =>
  (value) =>
  (subject) => {
    const own = claimAt(subject, names);
    return (Array.isArray(own) ? own : [own]).some(
      (text) => typeof text === "string" && fitsText(value, text),
    );
  };

/** The name in brackets, `[a]`; undefined where there are none around. */
export const nameInBrackets = (text: string): string | undefined =>
  text.startsWith("[") && text.endsWith("]") ? text.slice(1, -1) : undefined;

/**
 * Names in brackets, `[a][b]`; brackets inside of each other are one name. Undefined where there are no
 * brackets around.
 */
export function namesInBrackets(text: string): readonly string[] | undefined {
  const inner = nameInBrackets(text);
  if (inner === undefined) {
    return undefined;
  }
  const names = inner.split("][");
  return names.some((name) => name.includes("[") || name.includes("]")) ? [inner] : names;
}

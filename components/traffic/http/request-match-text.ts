import type * as pulumi from "@pulumi/pulumi";
import { whenKnown } from "../../validation/when-known";
import type { CookieMatch, ValueMatch } from "./request-match-args";

/** A text as a regular expression that fits this text only. */
export const escaped = (text: string): string => text.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&");

/** Regular expression for a value that begins with `prefix`; for every value without it. */
export const beginningWith = (prefix: pulumi.Input<string> = ""): pulumi.Input<string> =>
  whenKnown([prefix], (text: string) => `${escaped(text)}.*`);

/** Regular expression for the whole `cookie` header in which this cookie stands somewhere. */
function cookiePattern({ name, exact, regex }: CookieMatch): pulumi.Input<string> {
  const value = exact ?? regex ?? "[^;]*";
  return whenKnown([value], (text: string) => {
    const inside = exact === undefined ? `(?:${text})` : escaped(text);
    return `(?:.*;\\s*)?${escaped(name)}=${inside}(?:;.*)?`;
  });
}

/** All conditions on headers, that on the cookie among them. */
export function headersOf(match: { headers?: ValueMatch[]; cookie?: CookieMatch }): ValueMatch[] {
  const { headers = [], cookie } = match;
  return cookie ? [...headers, { name: "cookie", regex: cookiePattern(cookie) }] : headers;
}

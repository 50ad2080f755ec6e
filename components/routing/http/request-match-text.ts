import type * as pulumi from "@pulumi/pulumi";
import { whenKnown } from "../../../arguments/when-known";
import { exactRegex } from "../../../values/regex";
import type { CookieMatch, ValueMatch } from "./request-match-args";

/** Regular expression for a value that begins with `prefix`; for every value without it. */
export const beginningWith = (prefix: pulumi.Input<string> = ""): pulumi.Input<string> =>
  whenKnown([prefix], (text: string) => `${exactRegex(text)}.*`);

/** Regular expression for the whole `cookie` header in which this cookie stands somewhere. */
function cookiePattern({ name, exact, regex }: CookieMatch): pulumi.Input<string> {
  const value = exact ?? regex ?? "[^;]*";
  return whenKnown([value], (text: string) => {
    const inside = exact === undefined ? `(?:${text})` : exactRegex(text);
    return `(?:.*;\\s*)?${exactRegex(name)}=${inside}(?:;.*)?`;
  });
}

/** All conditions on headers, that on the cookie among them. */
export function headersOf(match: { headers?: ValueMatch[]; cookie?: CookieMatch }): ValueMatch[] {
  const { headers = [], cookie } = match;
  return cookie ? [...headers, { name: "cookie", regex: cookiePattern(cookie) }] : headers;
}

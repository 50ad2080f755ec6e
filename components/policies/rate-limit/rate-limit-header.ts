import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../../arguments/argument-check";
import { checkExactlyOne } from "../../../arguments/choice";
import { type Test, textTest } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { whenKnown } from "../../../arguments/when-known";
import { limitedHeaderProblem } from "../../../values/header";
import { exactRegex, regexProblem } from "../../../values/regex";
import type { RateLimitHeader } from "./rate-limit-args";

/** Name of a header to count by, in lower case; `:path` and its like are allowed too. */
export const headerName = textTest(limitedHeaderProblem);

const regex: Test<string> = (value) => {
  const problem = regexProblem(value);
  return problem === undefined ? undefined : `${shown(value)}: ${problem}`;
};

const notEmpty: Test<string> = (value) =>
  value === "" ? '"" fits everything; write present: true for any value' : undefined;

/** Reports conditions on headers that are empty, or that say none or several things of one header. */
export function checkHeaders(
  check: ArgumentCheck,
  path: string,
  headers: readonly RateLimitHeader[],
): void {
  if (headers.length === 0) {
    check.fail(path, "is empty; name at least one header");
  }
  headers.forEach((header, i) => {
    const at = `${path}[${i}]`;
    check.input(`${at}.name`, header.name, headerName);
    check.input(`${at}.prefix`, header.prefix, notEmpty);
    check.input(`${at}.regex`, header.regex, regex);
    checkExactlyOne(check, at, { object: header, names: ["exact", "prefix", "regex", "present"] });
  });
}

/** A path goes on with its query, which a client may add to get past the limit. */
const withAnyQuery = (path: string): object =>
  path.includes("?") ? { exact: path } : { safe_regex: { regex: `${exactRegex(path)}(\\?.*)?` } };

const exactly = (name: pulumi.Input<string>, exact: pulumi.Input<string>) =>
  whenKnown([name, exact], (known: string, text: string) =>
    known === ":path" ? withAnyQuery(text) : { exact: text },
  );

/** Envoy's HeaderMatcher. */
function headerMatcher({ name, exact, prefix, regex, present }: RateLimitHeader): object {
  if (exact !== undefined) {
    return { name, string_match: exactly(name, exact) };
  }
  if (prefix !== undefined) {
    return { name, string_match: { prefix } };
  }
  return regex === undefined
    ? { name, present_match: present !== false }
    : { name, string_match: { safe_regex: { regex } } };
}

/** Envoy's action that adds a descriptor entry to requests that have all of these headers. */
export const headerMatchAction = (
  key: string,
  value: string,
  headers: readonly RateLimitHeader[],
): object => ({
  header_value_match: {
    descriptor_key: key,
    descriptor_value: value,
    headers: headers.map(headerMatcher),
  },
});

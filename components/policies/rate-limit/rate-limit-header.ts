import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../../arguments/argument-check";
import { checkExactlyOne } from "../../../arguments/choice";
import { type Test, textTest } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { isKnown, whenKnown } from "../../../arguments/when-known";
import { hasPort, hostWithoutPort, withoutPort } from "../../../values/authority";
import { limitedHeaderProblem } from "../../../values/header";
import { comparedMethodProblem } from "../../../values/http-method";
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

const method = textTest(comparedMethodProblem);

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
    if (header.name === ":method") {
      check.input(`${at}.exact`, header.exact, method);
    }
    check.input(`${at}.prefix`, header.prefix, notEmpty);
    check.input(`${at}.regex`, header.regex, regex);
    checkExactlyOne(check, at, { object: header, names: ["exact", "prefix", "regex", "present"] });
  });
}

/** A path goes on with its query, which a client may add to get past the limit. */
const withAnyQuery = (path: string): object =>
  path.includes("?") ? { exact: path } : { safe_regex: { regex: `${exactRegex(path)}(\\?.*)?` } };

/** A host can be called with any port, with a dot at its end and in capitals, and all of it is one host. */
const withAnyPort = (host: string): object =>
  hasPort(host)
    ? { exact: host, ignore_case: true }
    : { safe_regex: { regex: `(?i)${exactRegex(hostWithoutPort(host))}\\.?(:\\d+)?` } };

/** Headers of which clients can write one value in several ways. */
const inAnyForm = new Map([
  [":path", withAnyQuery],
  [":authority", withAnyPort],
]);

const exactly = (name: pulumi.Input<string>, exact: pulumi.Input<string>) =>
  whenKnown(
    [name, exact],
    (known: string, text: string) => inAnyForm.get(known)?.(text) ?? { exact: text },
  );

/** Conditions that a client gets past by calling the same host in another way. */
export const headerDoubts = (path: string, headers: readonly RateLimitHeader[]): string[] =>
  headers.flatMap(({ name, exact }, i) =>
    name === ":authority" && isKnown(exact) && exact !== undefined && hasPort(exact)
      ? [
          `${path}[${i}].exact: ${shown(exact)} is what the client writes, not the port that it comes to: ${shown(withoutPort(exact))} is not counted; leave the port out`,
        ]
      : [],
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

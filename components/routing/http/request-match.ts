import type { ArgumentCheck } from "../../../arguments/argument-check";
import { checkExactlyOne } from "../../../arguments/choice";
import { checkFields, under } from "../../../arguments/fields";
import { dnsLabel, port, requestPath, textTest } from "../../../arguments/predicates";
import { checkSelector } from "../../../arguments/selector";
import { checkUnique } from "../../../arguments/unique";
import { cookieNameProblem } from "../../../values/header";
import { Dialect } from "../dialect";
import { filled, headerName, regularExpression } from "./http-options-tests";
import { checkMost, httpRouteLimits } from "./http-route-limits";
import type { CookieMatch, PathMatch, RequestMatch, ValueMatch } from "./request-match-args";
import { routePath } from "./request-match-path";

const { conditions } = httpRouteLimits;

const values = ["exact", "prefix", "regex"] as const;

/** Conditions that HTTPRoute has no field for, and what to do instead. */
const istioOnly: Partial<Record<keyof RequestMatch, string>> = {
  withoutHeaders:
    "HTTPRoute matches on headers that are there; put a rule for the requests with the header in front",
  sourceLabels:
    "a waypoint does not know its callers' labels (istio/istio#51565); match a header that the callers set",
  sourceNamespace: "a waypoint does not match on its callers; match a header that the callers set",
  authority: "HTTPRoute has its hosts in one place for all rules",
  port: "HTTPRoute names the port of its parent, for all rules",
};

function checkDialect(check: ArgumentCheck, path: string, match: RequestMatch): void {
  for (const [name, reason] of Object.entries(istioOnly)) {
    if (match[name as keyof RequestMatch] !== undefined) {
      check.fail(under(path, name), `is for dialect "istio" only: ${reason}`);
    }
  }
  if (match.path?.ignoreCase !== undefined) {
    check.fail(
      under(path, "path.ignoreCase"),
      'is for dialect "istio" only: HTTPRoute compares letters as they are; use regex with (?i)',
    );
  }
}

function checkPath(
  check: ArgumentCheck,
  path: string,
  match: PathMatch,
  dialect: Dialect,
): PathMatch {
  checkExactlyOne(check, path, { object: match, names: values });
  const test = dialect === Dialect.GatewayApi ? routePath : requestPath;
  return checkFields(check, path, match, { exact: test, prefix: test, regex: regularExpression });
}

/** A name alone would take every value, which a forgotten value would say as well. */
function checkPresent(check: ArgumentCheck, at: string, { present }: { present?: boolean }): void {
  if (present === false) {
    check.fail(`${at}.present`, "false says nothing; leave it out, or write withoutHeaders");
  }
}

function checkValues(
  check: ArgumentCheck,
  path: string,
  matches: ValueMatch[] | undefined,
  name: typeof headerName,
): ValueMatch[] | undefined {
  const names = matches?.map((match) => match.name) ?? [];
  checkUnique(check, names, (i) => `${path}[${i}].name`);
  return matches?.map((match, i) => {
    const at = `${path}[${i}]`;
    check.plain(`${at}.name`, match.name, name);
    checkExactlyOne(check, at, { object: match, names: [...values, "present"] });
    checkPresent(check, at, match);
    return checkFields(check, at, match, {
      exact: filled,
      prefix: filled,
      regex: regularExpression,
    });
  });
}

const cookieName = textTest(cookieNameProblem);

function checkCookie(check: ArgumentCheck, path: string, match: RequestMatch): CookieMatch {
  const cookie = match.cookie as CookieMatch;
  const at = under(path, "cookie");
  check.plain(`${at}.name`, cookie.name, cookieName);
  checkExactlyOne(check, at, { object: cookie, names: ["exact", "regex", "present"] });
  checkPresent(check, at, cookie);
  if (match.headers?.some(({ name }) => name === "cookie")) {
    check.fail(at, "and a header named cookie exclude each other; write one of them");
  }
  return checkFields(check, at, cookie, { exact: filled, regex: regularExpression });
}

/** A canary's match names the version beside its conditions. */
const hasCondition = (match: object): boolean =>
  Object.entries(match).some(([name, value]) => name !== "version" && value !== undefined);

/** Checks the conditions; what comes back is safe to write. */
export function checkRequestMatch(
  check: ArgumentCheck,
  path: string,
  match: RequestMatch,
  dialect: Dialect,
): RequestMatch {
  if (!hasCondition(match)) {
    check.fail(
      path,
      "has no condition, and would fit every request; leave it out if that is meant",
    );
  }
  if (dialect === Dialect.GatewayApi) {
    checkDialect(check, path, match);
    const { headers = [], cookie, queryParams = [] } = match;
    const asHeaders = headers.length + (cookie === undefined ? 0 : 1);
    checkMost(check, under(path, "headers"), asHeaders, conditions, "conditions");
    checkMost(check, under(path, "queryParams"), queryParams.length, conditions, "conditions");
  }
  const sourceLabels = checkSelector(
    check,
    under(path, "sourceLabels"),
    match.sourceLabels,
    "is empty; leave it out to take every caller",
  );
  const list = (name: "headers" | "withoutHeaders" | "queryParams") =>
    checkValues(
      check,
      under(path, name),
      match[name],
      name === "queryParams" ? filled : headerName,
    );
  return checkFields(
    check,
    path,
    {
      ...match,
      sourceLabels,
      path: match.path && checkPath(check, under(path, "path"), match.path, dialect),
      headers: list("headers"),
      withoutHeaders: list("withoutHeaders"),
      queryParams: list("queryParams"),
      cookie: match.cookie && checkCookie(check, path, match),
    },
    { sourceNamespace: dnsLabel, authority: filled, port },
  );
}

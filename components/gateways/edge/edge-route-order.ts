import { holdsLater } from "../../resources/plain-part";
import { Dialect } from "../../traffic/dialect";
import type { PathMatch, RequestMatch } from "../../traffic/http/request-match-args";
import type { ArgumentCheck } from "../../validation/argument-check";
import { covers, overlap } from "./edge-host";
import type { EdgeRoute, RouteMatch } from "./edge-route";

const shareHost = (one: EdgeRoute, other: EdgeRoute): boolean =>
  !one.hosts ||
  !other.hosts ||
  one.hosts.some((host) => other.hosts?.some((name) => overlap(host, name)));

/** Whether the later one is for no host that the earlier one is not for. */
const takesHosts = (earlier: EdgeRoute, later: EdgeRoute): boolean =>
  !earlier.hosts ||
  (later.hosts?.every((host) => earlier.hosts?.some((pattern) => covers(pattern, host))) ?? false);

const onlyPath = ({ path, ...rest }: RequestMatch): boolean =>
  Object.values(rest).every((value) => value === undefined) && !path?.ignoreCase;

const withSlash = (path: string) => (path.endsWith("/") ? path : `${path}/`);

/** Whether every path that fits the second fits the first; expressions are not looked into. */
function coversPath(wide: PathMatch | undefined, narrow: PathMatch | undefined): boolean {
  if (!wide || wide.prefix === "/") {
    return true;
  }
  const { exact, prefix } = narrow ?? {};
  const inside = String(exact ?? prefix ?? "");
  if (wide.prefix !== undefined) {
    const base = withSlash(String(wide.prefix));
    return inside !== "" && withSlash(inside).startsWith(base);
  }
  return wide.exact !== undefined && wide.exact === exact;
}

function neverReached(earlier: RouteMatch, later: RouteMatch): boolean {
  if (holdsLater(earlier.match) || holdsLater(later.match)) {
    return false;
  }
  return (
    (onlyPath(earlier.match) && coversPath(earlier.match.path, later.match.path)) ||
    JSON.stringify(earlier.match) === JSON.stringify(later.match)
  );
}

const rankOf = ({ exact, regex }: PathMatch): number => {
  if (exact !== undefined) {
    return 3;
  }
  return regex === undefined ? 2 : 1;
};

/** What istiod compares routes of the Gateway API by: the first difference decides. */
const precedence = ({ path = { prefix: "/" }, ...rest }: RequestMatch): number[] => [
  rankOf(path),
  String(path.exact ?? path.prefix ?? path.regex).length,
  rest.method === undefined ? 0 : 1,
  (rest.headers?.length ?? 0) + (rest.cookie ? 1 : 0),
  rest.queryParams?.length ?? 0,
];

function isPreferred(one: RequestMatch, other: RequestMatch): boolean {
  const [first, second] = [precedence(one), precedence(other)];
  const at = first.findIndex((value, i) => value !== second[i]);
  return at >= 0 && (first[at] ?? 0) > (second[at] ?? 0);
}

/** Whether the Gateway API tries the later one first although both may fit a request. */
function turnedRound(earlier: RouteMatch, later: RouteMatch): boolean {
  if (holdsLater(earlier.match) || holdsLater(later.match)) {
    return false;
  }
  const [one, other] = [earlier.match.path, later.match.path];
  // What fits an expression is not known, so it may be anything.
  const open = one?.regex !== undefined || other?.regex !== undefined;
  const bothFit = open || coversPath(one, other) || coversPath(other, one);
  return bothFit && isPreferred(later.match, earlier.match);
}

type Finding = [at: string, reason: string];

function unreached(earlier: EdgeRoute, later: RouteMatch): Finding | undefined {
  const before = earlier.sources.find((source) => neverReached(source, later));
  const { path } = later.match;
  const value = onlyPath(later.match) ? (path?.exact ?? path?.prefix) : undefined;
  const shown = value === undefined ? "" : `${JSON.stringify(value)} `;
  return before && [later.at, `${shown}is never reached: ${before.at} has it already (IST0131)`];
}

function misplaced(earlier: EdgeRoute, later: RouteMatch): Finding | undefined {
  const after = earlier.sources.find((source) => turnedRound(source, later));
  return (
    after && [
      after.at,
      `comes before ${later.at} here and after it in the Gateway API, where the more specific match counts; change the order, or use dialect "istio"`,
    ]
  );
}

const targetsOf = ({ at, sources }: EdgeRoute): RouteMatch[] =>
  sources.length > 0 ? sources : [{ at, match: {} }];

function findings(dialect: Dialect, earlier: EdgeRoute, later: EdgeRoute): Finding[] {
  const tests = [
    ...(takesHosts(earlier, later) ? [unreached] : []),
    ...(dialect === Dialect.GatewayApi && shareHost(earlier, later) ? [misplaced] : []),
  ];
  return targetsOf(later).flatMap((target) => {
    const [found] = tests.map((test) => test(earlier, target)).filter((one) => one !== undefined);
    return found ? [found] : [];
  });
}

/** Checks that every route is reached, and in the order in which the routes stand. */
export function checkOrder(
  check: ArgumentCheck,
  routes: readonly EdgeRoute[],
  dialect: Dialect,
): void {
  routes.forEach((earlier, i) => {
    const behind = routes.slice(i + 1);
    if (earlier.sources.length === 0 && behind.some((later) => takesHosts(earlier, later))) {
      check.fail(
        earlier.at,
        "takes every request, so the routes behind it are never reached; put it last (IST0130)",
      );
      return;
    }
    for (const finding of behind.flatMap((later) => findings(dialect, earlier, later))) {
      check.fail(...finding);
    }
  });
}

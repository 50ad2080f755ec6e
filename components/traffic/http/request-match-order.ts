import type { ArgumentCheck } from "../../validation/argument-check";
import { Dialect } from "../dialect";
import type { PathMatch, RequestMatch, ValueMatch } from "./request-match-args";
import { headersOf } from "./request-match-text";

/** A match in the order of its route. */
export interface PlacedMatch {
  /** Path of the argument. */
  path: string;
  /** Which rule it belongs to: matches of one rule do not compete. */
  rule: number;
  match: RequestMatch;
}

/** One condition; what arrives later equals nothing. */
type Condition = string | symbol;

const comparable = (kind: string, value: unknown): Condition =>
  typeof value === "object" ? Symbol(kind) : `${kind} ${value}`;

const present = "present";

function valueCondition({ exact, prefix, regex }: ValueMatch): Condition {
  if (exact !== undefined) {
    return comparable("exact", exact);
  }
  if (regex !== undefined) {
    return comparable("regex", regex);
  }
  return prefix === undefined ? present : comparable("prefix", prefix);
}

/** All conditions but the path, by what they are about. */
function conditionsOf(match: RequestMatch): Map<string, Condition> {
  const named = (kind: string, values: readonly ValueMatch[] = []) =>
    values.map((value) => [`${kind} ${value.name}`, valueCondition(value)] as const);
  const scalars = (["method", "sourceNamespace", "authority", "port"] as const)
    .filter((name) => match[name] !== undefined)
    .map((name) => [name, comparable("exact", match[name])] as const);
  const labels = Object.entries(match.sourceLabels ?? {}).map(
    ([name, value]) => [`label ${name}`, comparable("exact", value)] as const,
  );
  return new Map<string, Condition>([
    ...named("header", headersOf(match)),
    ...named("query", match.queryParams),
    ...named("without", match.withoutHeaders),
    ...scalars,
    ...labels,
  ]);
}

const isText = (value: unknown): value is string => typeof value === "string";

/** Whether a path lies at or below a prefix. */
function isWithin(path: unknown, prefix: unknown): boolean {
  if (!isText(path) || !isText(prefix)) {
    return false;
  }
  const base = prefix.replace(/\/+$/, "");
  return path === base || path.startsWith(`${base}/`);
}

const takesAllPaths = (path: PathMatch | undefined): boolean =>
  path === undefined || path.prefix === "/";

function pathCovers(earlier: PathMatch | undefined, later: PathMatch | undefined): boolean {
  if (takesAllPaths(earlier)) {
    return true;
  }
  if (!earlier || !later || earlier.ignoreCase !== later.ignoreCase) {
    return false;
  }
  if (earlier.prefix !== undefined) {
    return isWithin(later.exact ?? later.prefix, earlier.prefix);
  }
  const name = earlier.exact !== undefined ? "exact" : "regex";
  return isText(earlier[name]) && earlier[name] === later[name];
}

/** Whether every request of the later match fits the earlier one too. */
export function covers(earlier: RequestMatch, later: RequestMatch): boolean {
  const others = conditionsOf(later);
  return (
    pathCovers(earlier.path, later.path) &&
    [...conditionsOf(earlier)].every(([about, condition]) => {
      const other = others.get(about);
      return (
        other !== undefined &&
        (other === condition || (condition === present && !about.startsWith("without")))
      );
    })
  );
}

function pathsExclude(one: PathMatch | undefined, other: PathMatch | undefined): boolean {
  const [a, b] = [one?.exact ?? one?.prefix, other?.exact ?? other?.prefix];
  return isText(a) && isText(b) && !pathCovers(one, other) && !pathCovers(other, one);
}

const isExact = (condition: Condition | undefined): boolean =>
  isText(condition) && condition.startsWith("exact ");

/** Whether surely no request fits both. */
function exclude(one: RequestMatch, other: RequestMatch): boolean {
  const others = conditionsOf(other);
  return (
    pathsExclude(one.path, other.path) ||
    [...conditionsOf(one)].some(([about, condition]) => {
      const same = others.get(about);
      return isExact(condition) && isExact(same) && condition !== same;
    })
  );
}

/** A match without a path has the prefix `/`, which goes before every expression. */
function pathRank({ exact, regex, prefix }: PathMatch): [kind: number, length: number] {
  const kind = exact !== undefined ? 3 : regex === undefined ? 2 : 1;
  const text = exact ?? regex ?? prefix;
  return [kind, isText(text) ? text.length : 0];
}

/** What istiod sorts the rules of an HTTPRoute by, the most important first. */
const ranks = (match: RequestMatch): number[] => [
  ...pathRank(match.path ?? { prefix: "/" }),
  match.method === undefined ? 0 : 1,
  headersOf(match).length,
  match.queryParams?.length ?? 0,
];

function goesBefore(one: RequestMatch, other: RequestMatch): boolean {
  const [a, b] = [ranks(one), ranks(other)];
  const first = a.findIndex((rank, i) => rank !== b[i]);
  return first >= 0 && (a[first] ?? 0) > (b[first] ?? 0);
}

/** What is wrong between a match and one behind it. */
function checkPair(
  check: ArgumentCheck,
  earlier: PlacedMatch,
  later: PlacedMatch,
  dialect: Dialect,
): void {
  if (covers(earlier.match, later.match)) {
    const code = Object.keys(earlier.match).length === 0 ? "IST0130" : "IST0131";
    check.fail(later.path, `is never reached: ${earlier.path} takes its requests before (${code})`);
  } else if (
    dialect === Dialect.GatewayApi &&
    goesBefore(later.match, earlier.match) &&
    !exclude(earlier.match, later.match)
  ) {
    check.fail(
      earlier.path,
      `comes after ${later.path} in an HTTPRoute, whatever the order here: exact paths go before prefixes and these before expressions, then longer paths, methods, more headers, more query parameters; put them into that order, or use dialect "istio"`,
    );
  }
}

/** Refuses matches that no request reaches, and orders that HTTPRoute does not keep. */
export function checkOrder(
  check: ArgumentCheck,
  matches: readonly PlacedMatch[],
  dialect: Dialect,
): void {
  matches.forEach((later, i) => {
    for (const earlier of matches.slice(0, i)) {
      if (earlier.rule !== later.rule) {
        checkPair(check, earlier, later, dialect);
      }
    }
  });
}

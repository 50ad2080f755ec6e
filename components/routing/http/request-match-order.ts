import type { ArgumentCheck } from "../../../arguments/argument-check";
import { shown } from "../../../arguments/shown";
import { isPathWithin } from "../../../values/path";
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

/** A condition on a value, to be compared; without one it is that the value is there. */
export function valueCondition({ exact, prefix, regex }: ValueMatch): Condition {
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

/** Whether a path begins with a prefix of whole elements; false for what arrives later. */
export const isWithin = (path: unknown, prefix: unknown): boolean =>
  isText(path) && isText(prefix) && isPathWithin(path, prefix);

const takesAllPaths = (path: PathMatch | undefined): boolean =>
  path === undefined || path.prefix === "/";

function pathCovers(earlier: PathMatch | undefined, later: PathMatch | undefined): boolean {
  if (takesAllPaths(earlier)) {
    return true;
  }
  if (!earlier || !later || (earlier.ignoreCase ?? false) !== (later.ignoreCase ?? false)) {
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
export function exclude(one: RequestMatch, other: RequestMatch): boolean {
  const others = conditionsOf(other);
  return (
    pathsExclude(one.path, other.path) ||
    [...conditionsOf(one)].some(([about, condition]) => {
      const same = others.get(about);
      return isExact(condition) && isExact(same) && condition !== same;
    })
  );
}

/**
 * A match without a path has the prefix `/`, which goes before every expression. How long a path is
 * that arrives later is not known, and NaN is neither more nor less than anything.
 */
function pathRank({ exact, regex, prefix }: PathMatch): [kind: number, length: number] {
  const kind = exact !== undefined ? 3 : regex === undefined ? 2 : 1;
  const text = exact ?? regex ?? prefix;
  return [kind, isText(text) ? text.length : Number.NaN];
}

/** What istiod sorts the rules of an HTTPRoute by, the most important first. */
const ranks = (match: RequestMatch): number[] => [
  ...pathRank(match.path ?? { prefix: "/" }),
  match.method === undefined ? 0 : 1,
  headersOf(match).length,
  match.queryParams?.length ?? 0,
];

/** Whether an HTTPRoute asks the first match before the second, whatever their order. */
export function goesBefore(one: RequestMatch, other: RequestMatch): boolean {
  const [a, b] = [ranks(one), ranks(other)];
  const first = a.findIndex((rank, i) => rank !== b[i]);
  return first >= 0 && (a[first] ?? 0) > (b[first] ?? 0);
}

/** What differs where the matches of one list are for several hosts. */
export interface HostTests<M> {
  /** Whether the later one is for no host that the earlier one is not for. */
  include(earlier: M, later: M): boolean;
  /** Whether some object holds both. */
  meet(earlier: M, later: M): boolean;
}

const sameHosts: HostTests<PlacedMatch> = { include: () => true, meet: () => true };

const takesAll = ({ match }: PlacedMatch): boolean => Object.keys(match).length === 0;

/** The path of a match that has no other condition, as the user wrote it. */
function pathText({ match: { path, ...rest } }: PlacedMatch): string {
  const text = path?.exact ?? path?.prefix ?? path?.regex;
  return isText(text) && Object.keys(rest).length === 0 ? `${shown(text)} ` : "";
}

/**
 * Refuses matches that no request reaches, and orders that HTTPRoute does not keep. Every match has
 * one problem at most, and one that takes all has that of the matches behind it.
 */
export function checkOrder<M extends PlacedMatch>(
  check: ArgumentCheck,
  matches: readonly M[],
  dialect: Dialect,
  hosts: HostTests<M> = sameHosts,
): void {
  const hides = (earlier: M, later: M) =>
    earlier.rule !== later.rule &&
    hosts.include(earlier, later) &&
    covers(earlier.match, later.match);
  const overtakes = (later: M, earlier: M) =>
    dialect === Dialect.GatewayApi &&
    earlier.rule !== later.rule &&
    hosts.meet(earlier, later) &&
    goesBefore(later.match, earlier.match) &&
    !exclude(earlier.match, later.match);
  matches.forEach((match, i) => {
    const behind = matches.slice(i + 1);
    const before = matches.slice(0, i).find((earlier) => hides(earlier, match));
    const first = behind.find((later) => overtakes(later, match));
    if (before && !takesAll(before)) {
      check.fail(
        match.path,
        `${pathText(match)}is never reached: ${before.path} takes its requests before (IST0131)`,
      );
    } else if (takesAll(match) && behind.some((later) => hides(match, later))) {
      check.fail(
        match.path,
        "takes every request, so nothing behind it is reached; put it last (IST0130)",
      );
    } else if (!before && first) {
      check.fail(
        match.path,
        `comes after ${first.path} in an HTTPRoute, whatever the order here: exact paths go before prefixes and these before expressions, then longer paths, methods, more headers, more query parameters; put them into that order, or use dialect "istio"`,
      );
    }
  });
}

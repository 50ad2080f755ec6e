import { isKnown } from "../../../arguments/when-known";
import type { PathMatch, RequestMatch, ValueMatch } from "./request-match-args";
import { isWithin, valueCondition } from "./request-match-order";

/** One match for what fits two, why there is none, or neither when no request fits both. */
export interface BothMatch {
  match?: RequestMatch;
  problem?: string;
}

const never: BothMatch = {};

/** Whether two conditions are the same, value by value; of one that arrives later nothing is known. */
const equal = <T extends object>(one: T, other: T): boolean =>
  [...Object.keys(one), ...Object.keys(other)].every(
    (name) => one[name as keyof T] === other[name as keyof T],
  );

/** One value in the place of two, as far as they can be compared. */
function same<T>(name: string, one: T | undefined, other: T | undefined): BothMatch {
  if (one === undefined || other === undefined || one === other) {
    const value = one ?? other;
    return { match: value === undefined ? {} : { [name]: value } };
  }
  return isKnown(one) && isKnown(other)
    ? never
    : { problem: `both match on ${name}, one of them by a value that arrives later` };
}

const plainPath = ({ regex, exact, prefix }: PathMatch): boolean =>
  regex === undefined && isKnown(exact) && isKnown(prefix);

function bothPaths(one: PathMatch | undefined, other: PathMatch | undefined): BothMatch {
  const path = one ?? other;
  if (one === undefined || other === undefined) {
    return { match: path === undefined ? {} : { path } };
  }
  const cases = [one, other].map(({ ignoreCase }) => ignoreCase ?? false);
  if (!plainPath(one) || !plainPath(other) || cases[0] !== cases[1]) {
    return equal(one, other)
      ? { match: { path: one } }
      : { problem: "both match on the path, which one match cannot say" };
  }
  const within = (inner: PathMatch, outer: PathMatch) =>
    outer.prefix === undefined
      ? inner.exact !== undefined && inner.exact === outer.exact
      : isWithin(inner.exact ?? inner.prefix, outer.prefix);
  return within(one, other)
    ? { match: { path: one } }
    : within(other, one)
      ? { match: { path: other } }
      : never;
}

/** All of both lists; a name in both has to say the same. */
function bothValues(
  name: "headers" | "queryParams" | "withoutHeaders",
  one: readonly ValueMatch[] = [],
  other: readonly ValueMatch[] = [],
): BothMatch {
  const more: ValueMatch[] = [];
  for (const value of other) {
    const twin = one.find((each) => each.name === value.name);
    const [a, b] = [twin && valueCondition(twin), valueCondition(value)];
    if (twin === undefined) {
      more.push(value);
    } else if (typeof a === "symbol" || typeof b === "symbol") {
      return { problem: `both match on ${value.name}, one of them by a value that arrives later` };
    } else if (a !== b) {
      const exact = [a, b].every((condition) => condition?.startsWith("exact "));
      return exact && name !== "withoutHeaders"
        ? never
        : { problem: `both match on ${value.name}, which one match cannot say` };
    }
  }
  const all = [...one, ...more];
  return { match: all.length > 0 ? { [name]: all } : {} };
}

function bothCookies(one: RequestMatch, other: RequestMatch): BothMatch {
  const cookie = one.cookie ?? other.cookie;
  if (cookie === undefined) {
    return { match: {} };
  }
  const header = [one, other].some(({ headers }) => headers?.some(({ name }) => name === "cookie"));
  const twice = one.cookie && other.cookie && !equal(one.cookie, other.cookie);
  return header || twice
    ? { problem: "both match on cookies, which one match cannot say" }
    : { match: { cookie } };
}

/** The match for requests that fit both. */
export function bothMatch(one: RequestMatch, other: RequestMatch): BothMatch {
  const parts = [
    bothPaths(one.path, other.path),
    bothCookies(one, other),
    ...(["headers", "queryParams", "withoutHeaders"] as const).map((name) =>
      bothValues(name, one[name], other[name]),
    ),
    ...(["method", "sourceNamespace", "authority", "port"] as const).map((name) =>
      same(name, one[name], other[name]),
    ),
    one.sourceLabels && other.sourceLabels
      ? { problem: "both match on sourceLabels; write them in one place" }
      : same("sourceLabels", one.sourceLabels, other.sourceLabels),
  ];
  const [problem] = parts.flatMap((part) => part.problem ?? []);
  if (problem !== undefined) {
    return { problem };
  }
  return parts.some((part) => part.match === undefined)
    ? never
    : { match: Object.assign({}, ...parts.map(({ match }) => match)) };
}

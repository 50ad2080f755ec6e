import type { Action, Route } from "../route";
import type { Step } from "../trail";
import type { RoutePlace } from "./api-filters";
import { type ApiMatch, byRank } from "./api-match";

/** One match of a rule of an HTTPRoute or GRPCRoute, and what it does. */
export interface ApiRule {
  readonly match: ApiMatch;
  readonly action: (at: RoutePlace) => Action;
  readonly steps: readonly Step[];
  readonly hasCors: boolean;
}

const isCatchAll = ({ conditions: { path, headers, query }, rank }: ApiMatch): boolean => {
  const isWide =
    path === undefined ||
    (path.kind === "prefix" && path.value === "/") ||
    (path.kind === "regex" && path.value === ".*");
  return rank === undefined || (isWide && headers.length === 0 && query.length === 0);
};

/** Rules in the order in which they are asked; those of one object, or of one that is older, first. */
export const inOrder = (rules: readonly ApiRule[]): ApiRule[] =>
  [...rules].sort((a, b) => byRank(a.match, b.match));

/** Rules in their order as routes of a proxy: nothing comes behind one that takes all. */
export function routesOfRules(rules: readonly ApiRule[], at: RoutePlace): Route[] {
  const end = rules.findIndex(({ match }) => isCatchAll(match));
  return (end < 0 ? rules : rules.slice(0, end + 1)).map(({ match, action, steps, hasCors }) => ({
    conditions: match.conditions,
    action: action(at),
    steps,
    ...(hasCors && { hasCors }),
  }));
}

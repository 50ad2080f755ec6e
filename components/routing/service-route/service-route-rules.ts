import type { ArgumentCheck } from "../../../arguments/argument-check";
import { given } from "../../../arguments/fields";
import { dnsLabel } from "../../../arguments/predicates";
import { checkUnique } from "../../../arguments/unique";
import { isKnown } from "../../../arguments/when-known";
import { checkWeights } from "../canary/split";
import { Dialect } from "../dialect";
import type { RouteContext } from "../http/http-options-context";
import { checkTarget, withOwnHost } from "../http/http-options-destination";
import { checkHttpRule } from "../http/http-options-rule";
import { checkMost, httpRouteLimits } from "../http/http-route-limits";
import { checkOrder, type PlacedMatch } from "../http/request-match-order";
import type { RouteTarget, ServiceRouteRule } from "./service-route-args";

/** What the rules have in common. */
interface RulesPlace {
  dialect: Dialect;
  context: Partial<RouteContext>;
}

function checkWeightsOf(check: ArgumentCheck, path: string, to: readonly RouteTarget[]) {
  if (to.length === 1) {
    return to[0]?.weight === undefined
      ? []
      : checkWeights(check, path, [name(to[0], 0)], [to[0].weight]);
  }
  to.forEach(({ weight }, i) => {
    if (weight === undefined) {
      check.fail(`${path}[${i}].weight`, "is missing; with several targets each needs a weight");
    }
  });
  const weights = to.flatMap(({ weight }) => (weight === undefined ? [] : [weight]));
  return weights.length === to.length ? checkWeights(check, path, to.map(name), weights) : [];
}

/** What a message calls a target. */
const name = ({ service, version }: RouteTarget, i: number): string => {
  const parts = [service, version].filter((part) => typeof part === "string");
  return parts.length > 0 ? parts.join(" ") : `target ${i}`;
};

/** Two shares of one target are one share. */
function checkTwice(check: ArgumentCheck, path: string, to: readonly RouteTarget[]): void {
  const places = to.map(({ service, namespace, port, version }) => {
    const place = given({ service, namespace, port, version });
    return Object.values(place).every(isKnown) ? place : undefined;
  });
  checkUnique(check, places, (i) => `${path}[${i}]`, "add their weights up");
}

function checkTargets(
  check: ArgumentCheck,
  path: string,
  to: readonly RouteTarget[],
  dialect: Dialect,
): RouteTarget[] {
  checkTwice(check, path, to);
  if (to.length === 0) {
    check.fail(path, "is empty; leave it out to call the service itself");
    return [];
  }
  const weights = checkWeightsOf(check, path, to);
  return to.map((target, i) => {
    const at = `${path}[${i}]`;
    return given({ ...checkTarget(check, at, target, dialect), weight: weights[i] });
  });
}

function checkRule(
  check: ArgumentCheck,
  path: string,
  rule: ServiceRouteRule,
  place: RulesPlace,
): ServiceRouteRule {
  check.plain(`${path}.name`, rule.name, dnsLabel);
  if (rule.redirect && rule.to) {
    check.fail(`${path}.to`, "and redirect exclude each other; a redirect calls no service");
  }
  const checked = checkHttpRule(check, path, rule, place);
  const to = rule.to && checkTargets(check, `${path}.to`, rule.to, place.dialect);
  const { rewrite, targets } = withOwnHost(
    check,
    path,
    checked.rewrite,
    (to ?? []).map((target, i) => ({ at: `${path}.to[${i}]`, target })),
  );
  return given({ ...checked, rewrite, name: rule.name, to: to && targets });
}

/** A rule without matches takes all, as one match without conditions would. */
const placed = (rules: readonly ServiceRouteRule[]): PlacedMatch[] =>
  rules.flatMap(({ matches }, rule) =>
    matches
      ? matches.map((match, i) => ({
          path: `rules[${rule}].matches[${i}]`,
          rule,
          match: given(match),
        }))
      : [{ path: `rules[${rule}]`, rule, match: {} }],
  );

function checkLast(check: ArgumentCheck, rules: readonly ServiceRouteRule[]): void {
  const last = rules.at(-1);
  const takesAll = last?.matches?.some((match) => Object.keys(given(match)).length === 0) ?? true;
  if (last && !takesAll) {
    check.fail(
      `rules[${rules.length - 1}].matches`,
      "leave requests that no rule fits, which get 404; add a last rule without matches",
    );
  }
}

const { rules: mostRules, matchesOfRule, matchesOfRoute, backends } = httpRouteLimits;

function checkLimits(check: ArgumentCheck, rules: readonly ServiceRouteRule[]): void {
  checkMost(check, "rules", rules.length, mostRules, "rules");
  const counts = rules.map(({ matches }) => matches?.length ?? 0);
  rules.forEach(({ to = [] }, i) => {
    checkMost(check, `rules[${i}].matches`, counts[i] ?? 0, matchesOfRule, "matches");
    checkMost(check, `rules[${i}].to`, to.length, backends, "targets");
  });
  const all = counts.reduce((sum, count) => sum + count, 0);
  checkMost(check, "rules", all, matchesOfRoute, "matches in all");
}

/** Rules that are safe to use. Each is reached, and the last one takes what is left. */
export function checkRules(
  check: ArgumentCheck,
  rules: readonly ServiceRouteRule[],
  place: RulesPlace,
): ServiceRouteRule[] {
  if (rules.length === 0) {
    check.fail("rules", "is empty; a route needs a rule");
  }
  if (place.dialect === Dialect.GatewayApi) {
    checkLimits(check, rules);
  }
  checkLast(check, rules);
  checkOrder(check, placed(rules), place.dialect);
  return rules.map((rule, i) => checkRule(check, `rules[${i}]`, rule, place));
}

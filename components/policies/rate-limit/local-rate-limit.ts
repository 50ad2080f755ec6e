import type { ArgumentCheck } from "../../../arguments/argument-check";
import { recall } from "../../../arguments/known-output";
import { integer, type Test } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { checkUnique } from "../../../arguments/unique";
import { isKnown, whenKnown } from "../../../arguments/when-known";
import { envoyDuration, millisecondsOf } from "../../../values/duration";
import type { LocalRateLimitFact, RateLimitPlace } from "../../program/facts/traffic-facts";
import { labelsMeet } from "../../program/labels";
import { type EndCheck, type Fact, fact } from "../../program/part";
import type { View } from "../../program/view";
import { wholeMilliseconds } from "../../routing/http/http-options-duration";
import { rootNamespace } from "../policy-reach";
import type { LocalRateLimit, LocalRateLimitRule, TokenBucket } from "./rate-limit-args";
import { percent, typed } from "./rate-limit-filter";
import { checkHeaders, headerDoubts, headerMatchAction } from "./rate-limit-header";

/** Where each proxy counts for itself, and in which steps, as far as it is plain. */
export function localPlace(
  place: RateLimitPlace,
  { interval }: LocalRateLimit,
): LocalRateLimitFact {
  const known = recall(interval ?? defaultInterval);
  return { ...place, ...(known !== undefined && { interval: known }) };
}

/** Whether some proxy surely counts for both; a limit of the root namespace is for all namespaces. */
function meet(one: RateLimitPlace, other: RateLimitPlace, program: View): boolean {
  const namespaces = [one.namespace, other.namespace];
  const isShared = one.namespace === other.namespace || namespaces.includes(rootNamespace(program));
  return (
    !namespaces.includes(undefined) &&
    isShared &&
    one.position === other.position &&
    one.waypoint === other.waypoint &&
    labelsMeet(one.labels, other.labels) === "surely"
  );
}

/** Limits of other intervals hold beside each other: so many at once, and so many in all. */
const isMeant = (one: LocalRateLimitFact, other: LocalRateLimitFact): boolean =>
  one.interval === undefined || one.interval !== other.interval;

/** What the program is told of a limit; without a key, since two limits meet by the labels of Pods. */
export const localFact = (place: LocalRateLimitFact): Fact =>
  fact({ topic: "localRateLimit", key: [], value: place, path: "local" });

/** A second bucket takes nothing from the first one's: a request needs a token of both. */
export const countsTwice = (place: LocalRateLimitFact): EndCheck => ({
  path: "local",
  reason(program) {
    const all = program.said("localRateLimit");
    const [first] = all
      .slice(0, all.indexOf(place))
      .filter((other) => meet(place, other, program) && !isMeant(place, other));
    return first
      ? `is counted by proxies that count for ${first.owner} too, and a request needs room in both: the smaller limit decides; write both into one RateLimit (local.rules for some requests), or choose other Pods by selector`
      : undefined;
  },
});

const shortest = 50;

const interval: Test<string> = (value) =>
  wholeMilliseconds(value) ??
  (millisecondsOf(value) < shortest
    ? `${shown(value)} is too short; at least ${shortest}ms is allowed`
    : undefined);

/** What Envoy holds in a counter of requests. */
export const mostRequests = 4_294_967_295;

function checkBucket(check: ArgumentCheck, path: string, bucket: TokenBucket): void {
  const { requests, burst } = bucket;
  check.input(`${path}.requests`, requests, integer(1, mostRequests));
  check.input(`${path}.interval`, bucket.interval, interval);
  check.input(`${path}.burst`, burst, integer(1, mostRequests));
  if (isKnown(requests) && isKnown(burst) && burst !== undefined && burst < requests) {
    check.fail(
      `${path}.burst`,
      `${burst} is less than requests, so that ${requests} could never pass; allowed: ${requests} or more`,
    );
  }
}

/** Envoy refuses the whole filter otherwise. */
function checkMultiple(check: ArgumentCheck, path: string, own: string, all: string): void {
  if (interval(own) || interval(all)) {
    return;
  }
  if (millisecondsOf(own) % millisecondsOf(all) !== 0) {
    check.fail(path, `${shown(own)} is no multiple of the limit's own interval, ${shown(all)}`);
  }
}

/** Time after which the tokens come back, where a limit names none. */
const defaultInterval = "1s";

const intervalOf = (bucket: TokenBucket) => bucket.interval ?? defaultInterval;

/** Reports amounts and intervals that Envoy refuses, or that contradict each other. */
export function checkLocalRateLimit(check: ArgumentCheck, limit: LocalRateLimit): void {
  checkBucket(check, "local", limit);
  check.input("local.enforcedPercent", limit.enforcedPercent, integer(0, 100));
  const plain = (limit.rules ?? []).map(({ headers }) =>
    headers.flatMap((header) => Object.values(header)).every(isKnown) ? headers : undefined,
  );
  checkUnique(check, plain, (i) => `local.rules[${i}].headers`, "the first rule that fits counts");
  limit.rules?.forEach((rule, i) => {
    const at = `local.rules[${i}]`;
    checkBucket(check, at, rule);
    checkHeaders(check, `${at}.headers`, rule.headers);
    const [own, all] = [intervalOf(rule), intervalOf(limit)];
    if (isKnown(own) && isKnown(all)) {
      checkMultiple(check, `${at}.interval`, own, all);
    }
  });
}

/** What works, but not as a limit that a client cannot get past. */
export const localRateLimitDoubts = ({ rules = [] }: LocalRateLimit): string[] =>
  rules.flatMap(({ headers }, i) => headerDoubts(`local.rules[${i}].headers`, headers));

const bucket = (limit: TokenBucket) => ({
  max_tokens: limit.burst ?? limit.requests,
  tokens_per_fill: limit.requests,
  fill_interval: whenKnown([intervalOf(limit)], envoyDuration),
});

const ruleName = (i: number) => `rule-${i + 1}`;
const key = "header_match";

const ruleAction = ({ headers }: LocalRateLimitRule, i: number) => ({
  actions: [headerMatchAction(key, ruleName(i), headers)],
});

const ruleBucket = (rule: LocalRateLimitRule, i: number) => ({
  entries: [{ key, value: ruleName(i) }],
  token_bucket: bucket(rule),
});

/**
 * The filter holds its rules itself: those of routes are shared with every other filter that limits
 * requests, also with the one for the rate limit service.
 */
export function localRateLimitFilter(limit: LocalRateLimit): { [key: string]: unknown } {
  const { rules = [], countAll, enforcedPercent = 100, showRemaining } = limit;
  const config = {
    stat_prefix: "http_local_rate_limiter",
    token_bucket: bucket(limit),
    filter_enabled: percent(100),
    filter_enforced: percent(enforcedPercent),
    ...(rules.length > 0 && {
      rate_limits: rules.map(ruleAction),
      descriptors: rules.map(ruleBucket),
    }),
    ...(countAll !== undefined && { always_consume_default_token_bucket: countAll }),
    ...(showRemaining !== undefined && {
      enable_x_ratelimit_headers: whenKnown([showRemaining], (show: boolean) =>
        show ? "DRAFT_VERSION_03" : "OFF",
      ),
    }),
  };
  const name = "envoy.filters.http.local_ratelimit";
  const type = "envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit";
  return { name, typed_config: typed(type, config) };
}

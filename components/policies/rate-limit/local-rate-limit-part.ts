import { recall } from "../../../arguments/known-output";
import type { LocalRateLimitFact, RateLimitPlace } from "../../program/facts/traffic-facts";
import { labelsMeet } from "../../program/labels";
import { type EndCheck, type Fact, fact } from "../../program/part";
import type { View } from "../../program/view";
import { rootNamespace } from "../policy-reach";
import { defaultInterval } from "./local-rate-limit";
import type { LocalRateLimit } from "./local-rate-limit-args";

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

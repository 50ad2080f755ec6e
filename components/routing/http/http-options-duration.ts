import { type Test, textTest } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import {
  isNoTime,
  millisecondsProblem,
  plainDurationProblem,
  secondsProblem,
} from "../../../values/duration";

/** Time that Envoy counts in milliseconds. */
export const wholeMilliseconds = textTest(
  (time) => plainDurationProblem(time) ?? millisecondsProblem(time),
);

/** Longest time of something, where Istio takes 0 for no word on it. */
export const limit: Test<string> = (value) =>
  isNoTime(value)
    ? `${shown(value)} would be no limit; leave it out for that, or write at least "1ms"`
    : wholeMilliseconds(value);

const seconds = textTest((time) => plainDurationProblem(time) ?? secondsProblem(time));

/** Time that browsers count in seconds. */
export const wholeSeconds: Test<string> = (value) =>
  isNoTime(value)
    ? `${shown(value)} cannot be said in Istio; write "1s", the shortest time`
    : seconds(value);

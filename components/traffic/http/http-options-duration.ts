import type * as pulumi from "@pulumi/pulumi";
import { shown } from "../../validation/shown";
import { duration, type Test } from "../../validation/tests";
import { whenKnown } from "../../validation/when-known";

const units: readonly [unit: string, ms: number][] = [
  ["h", 3_600_000],
  ["m", 60_000],
  ["s", 1_000],
  ["ms", 1],
];

/** Length of a duration that `duration` lets through. */
export const milliseconds = (text: string): number =>
  [...text.matchAll(/([\d.]+)(ms|h|m|s)/g)].reduce(
    (total, [, count, unit]) =>
      total + Number(count) * (units.find(([name]) => name === unit)?.[1] ?? 0),
    0,
  );

const isWhole = (count: number, of: number): boolean =>
  Math.abs(count / of - Math.round(count / of)) < 1e-9;

/** Time that Envoy counts in milliseconds. */
export const wholeMilliseconds: Test<string> = (value) =>
  duration(value) ??
  (isWhole(milliseconds(value), 1)
    ? undefined
    : `${shown(value)} is not a whole number of milliseconds`);

/** Whether a text is a duration of nothing, such as `0s`. */
const isZero = (value: unknown): boolean =>
  typeof value === "string" && /^(0+(\.0+)?(h|m|s|ms))+$/.test(value);

/** Longest time of something, where Istio takes 0 for no word on it. */
export const limit: Test<string> = (value) =>
  isZero(value)
    ? `${shown(value)} would be no limit; leave it out for that, or write at least "1ms"`
    : wholeMilliseconds(value);

/** Time that browsers count in seconds. */
export const wholeSeconds: Test<string> = (value) =>
  (isZero(value)
    ? `${shown(value)} cannot be said in Istio; write "1s", the shortest time`
    : duration(value)) ??
  (isWhole(milliseconds(value), 1000)
    ? undefined
    : `${shown(value)} is not a whole number of seconds`);

export const inSeconds = (value: pulumi.Input<string>): pulumi.Input<number> =>
  whenKnown([value], (text: string) => Math.round(milliseconds(text) / 1000));

function withoutFractions(text: string): string {
  let left = Math.round(milliseconds(text));
  return units
    .map(([unit, ms]) => {
      const count = Math.floor(left / ms);
      left -= count * ms;
      return count > 0 ? `${count}${unit}` : "";
    })
    .join("");
}

/** The Gateway API writes no fractions: `0.5s` is `500ms` there. */
export const gatewayApiDuration = (value: pulumi.Input<string>): pulumi.Input<string> =>
  whenKnown([value], (text: string) => (text.includes(".") ? withoutFractions(text) : text));

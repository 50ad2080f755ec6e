import * as pulumi from "@pulumi/pulumi";
import { isKnown } from "../../arguments/when-known";

/**
 * Values of one Helm chart. Every part of them, and so the whole, may be an Output: read them with
 * `valueAt`.
 */
// biome-ignore lint/suspicious/noExplicitAny: a chart's values have no type, as in Pulumi's own Chart
export type ChartValues = { [key: string]: any };

const isMap = (value: unknown): value is ChartValues =>
  typeof value === "object" && value !== null && !Array.isArray(value) && isKnown(value);

/** One value laid over another. What arrives later is merged then, and stays a secret if it is one. */
function laidOver(before: unknown, value: unknown): unknown {
  if (value === undefined) {
    return before;
  }
  if (!isKnown(value)) {
    return isMap(before) || !isKnown(before) ? whenArrived(before, value) : value;
  }
  if (!isMap(value)) {
    return value;
  }
  return isKnown(before)
    ? mergedMaps(isMap(before) ? before : {}, value)
    : whenArrived(before, value);
}

const whenArrived = (before: unknown, value: unknown): pulumi.Output<unknown> =>
  pulumi.all([before, value]).apply(([known, late]) => laidOver(known, late));

function mergedMaps(before: ChartValues, values: ChartValues): ChartValues {
  const merged: ChartValues = { ...before };
  for (const [key, value] of Object.entries(values)) {
    const result = laidOver(merged[key], value);
    if (result !== undefined) {
      merged[key] = result;
    }
  }
  return merged;
}

/**
 * Merges the way Helm does: maps by key, everything else is replaced. `null` stays, since it tells
 * Helm to drop a default of the chart; `undefined` says nothing. A layer or a part of one that is an
 * Output is merged as soon as it arrives, and with it what it is laid over.
 */
export const mergeValues = (...layers: (ChartValues | undefined)[]): ChartValues =>
  layers.reduce<unknown>(laidOver, {}) as ChartValues;

/** What stands at a path such as `labels.istio`; nothing where there is none. */
export const valueAt = (values: ChartValues, path: string): pulumi.Input<unknown> =>
  follow(values, path.split("."));

function follow(value: unknown, [key, ...rest]: readonly string[]): pulumi.Input<unknown> {
  if (key === undefined) {
    return value;
  }
  if (isMap(value)) {
    return follow(value[key], rest);
  }
  return pulumi.Output.isInstance(value) || value instanceof Promise
    ? pulumi.output(value).apply((late) => follow(late, [key, ...rest]))
    : undefined;
}

import * as pulumi from "@pulumi/pulumi";

/** Values of one Helm chart. */
// biome-ignore lint/suspicious/noExplicitAny: a chart's values have no type, as in Pulumi's own Chart
export type ChartValues = { [key: string]: any };

const isMap = (value: unknown): value is ChartValues =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  !pulumi.Output.isInstance(value) &&
  !(value instanceof Promise);

/**
 * Merges the way Helm does: maps by key, everything else is replaced. `null` stays, since it tells
 * Helm to drop a default of the chart; `undefined` says nothing. Outputs are not looked into.
 */
export function mergeValues(...layers: (ChartValues | undefined)[]): ChartValues {
  const merged: ChartValues = {};
  for (const layer of layers) {
    for (const [key, value] of Object.entries(layer ?? {})) {
      if (value === undefined) {
        continue;
      }
      const before = merged[key];
      merged[key] = isMap(value) ? mergeValues(isMap(before) ? before : {}, value) : value;
    }
  }
  return merged;
}

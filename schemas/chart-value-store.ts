import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Keys that a chart knows at one place; 0 where all are allowed. */
export type ChartKeys = { readonly [key: string]: ChartKeys } | 0;

/** Keys of Istio's charts. */
export interface ChartValueSchema {
  /** Istio version of the charts. */
  version: string;
  charts: { readonly [chart: string]: ChartKeys };
}

let read: ChartValueSchema | undefined;

/** What is known of the charts' values, read at the first use. */
export function chartValueSchema(): ChartValueSchema {
  read ??= JSON.parse(
    readFileSync(join(__dirname, "chart-values.json"), "utf8"),
  ) as ChartValueSchema;
  return read;
}

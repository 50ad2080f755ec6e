import { isKnown } from "../../arguments/when-known";
import type { EndCheck } from "../program/part";
import { type ChartValues, valueAt } from "./chart-values";

const path = "meshConfig.defaultProviders";

/** The chart names Prometheus only where nobody names any provider. */
export function defaultMetricsChecks(values: ChartValues): EndCheck[] {
  const providers = valueAt(values, path);
  const isPlain = typeof providers === "object" && providers !== null && isKnown(providers);
  const named = isPlain ? Object.keys(providers) : [];
  return named.length === 0 || named.includes("metrics")
    ? []
    : [
        {
          path,
          reason: (program) =>
            program.said("proxyCall").some(({ provider }) => provider === "prometheus")
              ? undefined
              : `names providers for ${named.join(" and ")} alone, and takes the place of the chart's own, which is Prometheus for metrics: proxies then count no requests, and dashboards and Kiali stay empty; add metrics: ["prometheus"]`,
        },
      ];
}

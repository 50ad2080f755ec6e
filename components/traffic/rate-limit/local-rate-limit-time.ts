const unit: Record<string, number> = { h: 3_600_000, m: 60_000, s: 1_000, ms: 1 };

/** Length of a time in Istio's notation, e.g. `"1m30s"`. */
export const milliseconds = (time: string): number =>
  [...time.matchAll(/([\d.]+)(ms|h|m|s)/g)].reduce(
    (sum, [, count, name = "ms"]) => sum + Math.round(Number(count) * (unit[name] ?? 0)),
    0,
  );

/** The same in the only notation that Envoy's JSON has. */
export const seconds = (time: string): string => `${milliseconds(time) / 1000}s`;

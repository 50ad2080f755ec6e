import { isKnown } from "../../arguments/when-known";
import { type ChartKeys, chartValueSchema } from "../../schemas/chart-value-store";
import { releaseOf } from "../../schemas/releases";
import { didYouMean } from "../../values/closest";

/** A key that the chart does not read, and what may be meant. */
export interface UnknownValue {
  path: string;
  reason: string;
}

const scopes: Record<string, string> = { istiod: "pilot", cni: "cni" };

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && isKnown(value);

function below(path: string, values: unknown, keys: ChartKeys, version: string): UnknownValue[] {
  if (!isMap(values) || keys === 0) {
    return [];
  }
  return Object.entries(values).flatMap(([key, inner]) => {
    const known = Object.hasOwn(keys, key) ? keys[key] : undefined;
    const at = `${path}.${key}`;
    return known === undefined
      ? [
          {
            path: at,
            reason: `${JSON.stringify(key)} is nothing that the chart of Istio ${version} reads${didYouMean(key, Object.keys(keys))}`,
          },
        ]
      : below(at, inner, known, version);
  });
}

/**
 * Keys that have no effect, which Helm says nothing of. Charts of other versions may know more, and what
 * arrives later is not looked at.
 */
export function unknownValues(
  chart: string,
  path: string,
  values: unknown,
  version: unknown,
): UnknownValue[] {
  const { version: known, charts } = chartValueSchema();
  const keys = charts[chart] ?? 0;
  if (typeof version !== "string" || releaseOf(version) !== releaseOf(known) || !isMap(values)) {
    return [];
  }
  const scope = scopes[chart];
  const { [scope ?? ""]: scoped, ...rest } = values;
  return scope === undefined
    ? below(path, values, keys, known)
    : [...below(path, rest, keys, known), ...below(`${path}.${scope}`, scoped, keys, known)];
}

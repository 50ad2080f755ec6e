import { isRecord } from "../fits";
import { unknown } from "../mesh-object";

/** Fields that are maps: to istiod an empty map is none, while an empty object is one. */
const maps = ["headers", "withoutHeaders", "queryParams", "sourceLabels"];

function isLeftOut(name: string, value: unknown): boolean {
  const isEmpty =
    (Array.isArray(value) && value.length === 0) ||
    (maps.includes(name) && isRecord(value) && Object.keys(value).length === 0);
  return name === "name" || !value || isEmpty;
}

function hasUnknown(value: unknown): boolean {
  return (
    value === unknown ||
    (typeof value === "object" && value !== null ? Object.values(value).some(hasUnknown) : false)
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return isRecord(value)
    ? Object.keys(value)
        .sort()
        .map((name) => [name, sorted(value[name])])
    : String(value);
}

/** A text that two matches share when they match the same; undefined where that is not known. */
export function matchKey(match: unknown): string | undefined {
  if (!isRecord(match) || hasUnknown(match)) {
    return undefined;
  }
  const written = Object.entries(match).filter(([name, value]) => !isLeftOut(name, value));
  return JSON.stringify(sorted(Object.fromEntries(written)));
}

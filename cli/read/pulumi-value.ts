import { unknown } from "../../analysis/objects/mesh-object";
import { secretMark, signatureKey, unknownMark } from "../../values/pulumi-marks";
import { isMap } from "./json-values";

/** Keys that the provider adds to every object. */
const own = /^__/;

/**
 * A value of a state or a preview as checks read it. A secret is as good as unknown: what is not known
 * here cannot be told.
 */
export function pulumiValue(value: unknown): unknown {
  if (value === unknownMark || value === secretMark) {
    return unknown;
  }
  if (Array.isArray(value)) {
    return value.map(pulumiValue);
  }
  if (!isMap(value)) {
    return value;
  }
  return signatureKey in value
    ? unknown
    : Object.fromEntries(
        Object.entries(value)
          .filter(([key]) => !own.test(key))
          .map(([key, inner]) => [key, pulumiValue(inner)]),
      );
}

import { unknown } from "../../analysis/objects/mesh-object";
import { isMap } from "./json-values";

/** What Pulumi's engine writes in place of a value that is not known yet. */
const computed = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
/** What previews write in place of a secret. */
const hidden = "[secret]";
/** Key of a value with a meaning of its own, and those that the provider adds to every object. */
const signature = "4dabf18193072939515e22adb298388d";
const own = /^__/;

/**
 * A value of a state or a preview as checks read it. A secret is as good as unknown: what is not known
 * here cannot be told.
 */
export function pulumiValue(value: unknown): unknown {
  if (value === computed || value === hidden) {
    return unknown;
  }
  if (Array.isArray(value)) {
    return value.map(pulumiValue);
  }
  if (!isMap(value)) {
    return value;
  }
  return signature in value
    ? unknown
    : Object.fromEntries(
        Object.entries(value)
          .filter(([key]) => !own.test(key))
          .map(([key, inner]) => [key, pulumiValue(inner)]),
      );
}

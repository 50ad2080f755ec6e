import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Metadata } from "./argument-check";
import { labelValue, metadataKey, type Test } from "./predicates";
import { shown } from "./shown";
import { isKnown } from "./when-known";

const comparedLabel: Test<string> = (value) =>
  typeof value === "string" && value.includes("*")
    ? `${shown(value)} has a wildcard; labels are compared as they are (IST0106)`
    : labelValue(value);

const lateSelector =
  (none: string): Test<Metadata> =>
  (labels) => {
    const entries = Object.entries(labels as Record<string, string>);
    if (entries.length === 0) {
      return none;
    }
    const [found] = entries.flatMap(
      ([key, value]) => metadataKey(key) ?? comparedLabel(value) ?? [],
    );
    return found;
  };

/** No labels would choose every Pod, which leaving the selector out says in plain words. */
export const emptySelector = "is empty; leave it out to choose all workloads of the namespace";

/** Labels by which Pods are chosen, safe to use; `none` says what is wrong with no labels at all. */
export function checkSelector(
  check: ArgumentCheck,
  path: string,
  selector: pulumi.Input<Metadata> | undefined,
  none: string,
): pulumi.Input<Metadata> | undefined {
  if (selector === undefined || !isKnown(selector)) {
    return check.input(path, selector, lateSelector(none));
  }
  const entries = Object.entries(selector);
  if (entries.length === 0) {
    check.fail(path, none);
  }
  const checked = entries.map(([key, value]) => {
    const at = `${path}[${JSON.stringify(key)}]`;
    check.plain(at, key, metadataKey);
    return [key, check.input(at, value, comparedLabel)];
  });
  return Object.fromEntries(checked);
}

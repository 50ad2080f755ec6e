import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Metadata } from "./argument-check";
import { labelValue, metadataKey, type Test } from "./tests";
import { isKnown } from "./when-known";

const comparedLabel: Test<string> = (value) =>
  typeof value === "string" && value.includes("*")
    ? `${JSON.stringify(value)} has a wildcard; labels are compared as they are (IST0106)`
    : labelValue(value);

/**
 * Labels by which `what` is chosen. None at all would choose everything, which leaving the selector
 * out says in plain words. A selector that arrives later is checked in the object it stands in.
 */
export function checkSelector(
  check: ArgumentCheck,
  path: string,
  selector: pulumi.Input<Metadata> | undefined,
  what: string,
): void {
  if (selector === undefined || !isKnown(selector)) {
    return;
  }
  const entries = Object.entries(selector);
  if (entries.length === 0) {
    check.fail(path, `is empty; leave it out to choose all ${what}`);
  }
  for (const [key, value] of entries) {
    const at = `${path}[${JSON.stringify(key)}]`;
    check.plain(at, key, metadataKey);
    check.input(at, value, comparedLabel);
  }
}

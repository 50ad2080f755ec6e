import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "./argument-check";
import type { Test } from "./predicates";
import { isKnown } from "./when-known";

/** A list that may arrive later, as a whole or in its entries. */
export type LateList<T> = pulumi.Input<pulumi.Input<T>[]>;

/** Tests every entry; what comes back is safe to use. */
export function checkList<T>(
  check: ArgumentCheck,
  path: string,
  list: LateList<T> | undefined,
  test: Test<T>,
): LateList<T> | undefined {
  if (list === undefined) {
    return undefined;
  }
  if (isKnown(list)) {
    return list.map((entry, i) => check.input(`${path}[${i}]`, entry, test));
  }
  const each: Test<T[]> = (entries) => {
    const reasons = entries.map((entry) => test(entry));
    const first = reasons.findIndex((reason) => reason !== undefined);
    return first < 0 ? undefined : `entry ${first}: ${reasons[first]}`;
  };
  return check.input(path, list as pulumi.Input<T[]>, each) as LateList<T>;
}

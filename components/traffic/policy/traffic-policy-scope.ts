import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../validation/argument-check";
import { shown } from "../../validation/shown";
import { dnsLabel, type Test } from "../../validation/tests";
import { isKnown } from "../../validation/when-known";

const exported: Test<string> = (value) =>
  value === "." || value === "*" || !dnsLabel(value)
    ? undefined
    : `${shown(value)} is no namespace; allowed: a namespace, "." for the own one, "*" for all`;

/** Namespaces that see an object. */
export function checkExportTo(
  check: ArgumentCheck,
  path: string,
  exportTo: pulumi.Input<string>[] | undefined,
): void {
  if (exportTo?.length === 0) {
    check.fail(path, "is empty; leave it out for all namespaces");
  }
  exportTo?.forEach((to, i) => {
    check.input(`${path}[${i}]`, to, exported);
    if (isKnown(to) && exportTo.indexOf(to) < i) {
      check.fail(`${path}[${i}]`, `${shown(to)} is there twice`);
    }
    if (to === "*" && exportTo.length > 1) {
      check.fail(`${path}[${i}]`, '"*" is all namespaces already; name it alone');
    }
  });
}

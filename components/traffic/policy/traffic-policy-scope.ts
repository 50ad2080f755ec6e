import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Metadata } from "../../validation/argument-check";
import { dnsLabel, labelValue, metadataKey, type Test } from "../../validation/tests";
import { isKnown } from "../../validation/when-known";

/** A selector without labels would choose everything, which leaving it out says in plain words. */
export function checkSelector(
  check: ArgumentCheck,
  path: string,
  selector: Metadata | undefined,
): void {
  const entries = Object.entries(selector ?? {});
  if (selector && entries.length === 0) {
    check.fail(path, "is empty; leave it out to choose all");
  }
  for (const [key, value] of entries) {
    check.plain(`${path}[${JSON.stringify(key)}]`, key, metadataKey);
    check.input(`${path}[${JSON.stringify(key)}]`, value, labelValue);
  }
}

const exported: Test<string> = (value) =>
  value === "." || value === "*" || !dnsLabel(value)
    ? undefined
    : `${JSON.stringify(value)} is no namespace; allowed: a namespace, "." for the own one, "*" for all`;

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
      check.fail(`${path}[${i}]`, `${JSON.stringify(to)} is there twice`);
    }
    if (to === "*" && exportTo.length > 1) {
      check.fail(`${path}[${i}]`, '"*" is all namespaces already; name it alone');
    }
  });
}

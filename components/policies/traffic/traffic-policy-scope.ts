import type { ArgumentCheck } from "../../../arguments/argument-check";
import { checkList, type LateList } from "../../../arguments/late-list";
import { dnsLabel, type Test } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { checkUnique } from "../../../arguments/unique";
import { isKnown } from "../../../arguments/when-known";

const exported: Test<string> = (value) =>
  value === "." || value === "*" || !dnsLabel(value)
    ? undefined
    : `${shown(value)} is no namespace; allowed: a namespace, "." for the own one, "*" for all`;

/** Namespaces that see an object. */
export function checkExportTo(
  check: ArgumentCheck,
  path: string,
  exportTo: LateList<string> | undefined,
): void {
  checkList(check, path, exportTo, exported);
  if (exportTo === undefined || !isKnown(exportTo)) {
    return;
  }
  if (exportTo.length === 0) {
    check.fail(path, "is empty; leave it out for all namespaces");
  }
  checkUnique(check, exportTo, (i) => `${path}[${i}]`);
  exportTo.forEach((to, i) => {
    if (to === "*" && exportTo.length > 1) {
      check.fail(`${path}[${i}]`, '"*" is all namespaces already; name it alone');
    }
  });
}

import type { ArgumentCheck } from "../../arguments/argument-check";
import { oneOf } from "../../arguments/one-of";
import { checkUnique } from "../../arguments/unique";

/** Versions to run: each exists, none is listed twice, and there is one at least. */
export function checkVersions(
  check: ArgumentCheck,
  path: string,
  versions: readonly string[],
  allowed: readonly string[],
): void {
  if (versions.length === 0) {
    check.fail(path, `is empty; allowed: ${allowed.join(", ")}`);
  }
  versions.forEach((version, i) => {
    check.plain(`${path}[${i}]`, version, oneOf(allowed));
  });
  checkUnique(check, versions, (i) => `${path}[${i}]`);
}

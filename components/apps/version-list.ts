import { didYouMean } from "../../values/closest";
import type { ArgumentCheck } from "../validation/argument-check";
import { shown } from "../validation/shown";
import { checkUnique } from "../validation/unique";

/** Versions to run: each exists, none is listed twice, and there is one at least. */
export function checkVersions(
  check: ArgumentCheck,
  path: string,
  versions: readonly string[],
  allowed: readonly string[],
): void {
  const known = `allowed: ${allowed.join(", ")}`;
  if (versions.length === 0) {
    check.fail(path, `is empty; ${known}`);
  }
  versions.forEach((version, i) => {
    const text = shown(version);
    if (!allowed.includes(version)) {
      check.fail(`${path}[${i}]`, `${text} is unknown; ${known}${didYouMean(version, allowed)}`);
    }
  });
  checkUnique(check, versions, (i) => `${path}[${i}]`);
}

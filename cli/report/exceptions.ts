import type { Danger } from "../../analysis/requests/impact/change";
import { fitsGlob } from "../../values/pattern";
import { dangerOf } from "../fail-on";
import { UsageError } from "../usage-error";

/** A danger that somebody has said is meant. */
export interface Exception {
  readonly danger: Danger | "*";
  /** What it is of: `reviews.bookinfo:9080`, `VirtualService reviews.bookinfo`; `*` stands for any text. */
  readonly of: string;
}

/** An exception as it is written: `outage=reviews.bookinfo:9080`. */
export function exceptionOf(written: string): Exception {
  const at = written.indexOf("=");
  if (at < 1 || at === written.length - 1) {
    throw new UsageError(
      `--allow ${JSON.stringify(written)}: write "outage=reviews.bookinfo:9080", with * for any text`,
    );
  }
  const danger = written.slice(0, at);
  return {
    danger: danger === "*" ? "*" : dangerOf(danger, "--allow"),
    of: written.slice(at + 1),
  };
}

/** Whether somebody has said that a danger is meant. */
export const isAllowed = (
  exceptions: readonly Exception[],
  danger: Danger,
  ...names: readonly string[]
): boolean =>
  exceptions.some(
    (one) =>
      (one.danger === "*" || one.danger === danger) && names.some((name) => fitsGlob(one.of, name)),
  );

import type { ArgumentCheck } from "../../arguments/argument-check";
import type { EndCheck } from "./part";
import type { View } from "./view";

/**
 * What hangs on other components that may come before or after: refused when what was said before
 * contradicts it, and warned of when the program has said all.
 */
export interface Doubt {
  /** Argument that is doubtful. */
  path: string;
  /** Why it cannot work beside what was said so far, or nothing. */
  now(program: View): string | undefined;
  /** Why it may not work in this program, or nothing. */
  atEnd(program: View): string | undefined;
}

/** A doubt with one reason at all times. */
export const doubt = (path: string, reason: Doubt["now"]): Doubt => ({
  path,
  now: reason,
  atEnd: reason,
});

/** To be called before the check of the arguments ends. */
export function refuseDoubts(check: ArgumentCheck, doubts: readonly Doubt[], program: View): void {
  for (const { path, now } of doubts) {
    const reason = now(program);
    if (reason) {
      check.fail(path, reason);
    }
  }
}

/** What remains of the doubts when the program has said all: warnings. */
export const endChecks = (doubts: readonly Doubt[]): EndCheck[] =>
  doubts.map(({ path, atEnd }) => ({ path, reason: atEnd }));

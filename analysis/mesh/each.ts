import type { Verdict } from "./check";
import { NotJudged } from "./not-judged";

/** What an entry of a list is not known of is said, and the others are judged all the same. */
export function each<T>(
  entries: Iterable<T>,
  judge: (entry: T) => Iterable<Verdict>,
): readonly Verdict[] {
  const found: Verdict[] = [];
  for (const entry of entries) {
    const before = found.length;
    try {
      for (const verdict of judge(entry)) {
        found.push(verdict);
      }
    } catch (error) {
      if (!(error instanceof NotJudged)) {
        throw error;
      }
      found.length = before;
      found.push({ notJudged: error.message });
    }
  }
  return found;
}

import { slipOf } from "../../values/closest";
import type { Fix } from "./check";
import { quoted } from "./words";

/** What was probably meant, to put behind a message, and the change that writes it. */
export interface Slip {
  /** `; did you mean "x"?`, or nothing. */
  readonly hint: string;
  /** To be spread into a finding. */
  readonly fix: { fix?: Fix };
}

/** Looks a word up among those that are there; `write` says what is to stand at the path instead. */
export function slip(
  path: string,
  word: string,
  allowed: Iterable<string>,
  write: (meant: string) => string = (meant) => meant,
): Slip {
  const meant = slipOf(word, allowed);
  return meant === undefined
    ? { hint: "", fix: {} }
    : {
        hint: `; did you mean ${quoted(meant)}?`,
        fix: { fix: { path, value: write(meant) } },
      };
}

import type { Test } from "../../arguments/predicates";
import { shown } from "../../arguments/shown";
import { didYouMean } from "../../values/closest";

/** istiod ignores a policy whose provider no mesh config declares, without a word to the user. */
export const knownProvider =
  (known: readonly string[] | undefined): Test<string> =>
  (value) => {
    if (value === "") {
      return '"" is no name of a provider';
    }
    return known === undefined || known.includes(value)
      ? undefined
      : `${shown(value)} is not among the known providers; allowed: ${known.join(", ") || "none"}${didYouMean(value, known)}`;
  };

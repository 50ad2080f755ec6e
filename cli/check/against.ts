import { objectWords } from "../../analysis/mesh/kubernetes-object";
import { grouped } from "../../analysis/mesh/lazy";
import type { Located } from "./judgement";

/** What is other in one judgement than in an earlier one. */
export interface Difference {
  introduced: Located[];
  fixed: Located[];
  unchanged: Located[];
}

/**
 * What makes two findings the same although lines and entries have moved: the check, the object and the
 * words, which name both sides. Numbers of entries change when one is put before them.
 */
export const sameness = ({ finding }: Located): string => {
  const { check, code, resource, path, message } = finding;
  return [check, code, objectWords(resource), path.replaceAll(/\[\d+\]/g, "[]"), message].join(
    "\n",
  );
};

/** Compares two judgements; the same finding twice counts twice. */
export function difference(before: readonly Located[], after: readonly Located[]): Difference {
  const left = grouped(before, sameness);
  const introduced: Located[] = [];
  const unchanged: Located[] = [];
  for (const one of after) {
    const known = left.get(sameness(one))?.shift();
    (known === undefined ? introduced : unchanged).push(one);
  }
  return { introduced, unchanged, fixed: [...left.values()].flat() };
}

import { labelKeyProblem, labelValueProblem } from "../../../../values/label";
import type { Finding } from "../../finding";
import { checkText, type Place, pairs, refusedFor } from "./place";

/** Labels that have to be well formed, keys and values. */
export function labelsFindings(labels: Place): Finding[] {
  return pairs(labels).flatMap(([key, place]) => {
    return [...refusedFor(labelKeyProblem(key), place), ...checkText(place, labelValueProblem)];
  });
}

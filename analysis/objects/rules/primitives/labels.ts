import { type Finding, refused } from "../../finding";
import { checkText, type Place, pairs } from "./place";

const part = "[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?";
const qualified = "(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
const keyForm = new RegExp(`^(?:(${part}(?:\\.${part})*)/)?(${qualified})$`);
const valueForm = new RegExp(`^(?:${qualified})?$`);
const longestPrefix = 253;
const longestName = 63;

export function labelKeyProblem(key: string): string | undefined {
  const [, prefix = "", name] = keyForm.exec(key) ?? [];
  return name !== undefined && prefix.length <= longestPrefix && name.length <= longestName
    ? undefined
    : "is no key of a label";
}

/** istiod sets no limit to the length of a value. */
export const labelValueProblem = (value: string): string | undefined =>
  valueForm.test(value)
    ? undefined
    : "the value of a label has letters, digits and inner dashes, dots and underscores";

/** Labels that have to be well formed, keys and values. */
export function labelsFindings(labels: Place): Finding[] {
  return pairs(labels).flatMap(([key, place]) => {
    const problem = labelKeyProblem(key);
    return [
      ...(problem === undefined ? [] : [refused(place.path, place.value, problem)]),
      ...checkText(place, labelValueProblem),
    ];
  });
}

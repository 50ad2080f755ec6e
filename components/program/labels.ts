import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../arguments/known-output";

/** Labels that are known while the program runs. */
export type Labels = Readonly<Record<string, string>>;

/** Labels that choose Pods, when all of them are known while the program runs. */
export function plainLabels(
  selector: pulumi.Input<{ [key: string]: pulumi.Input<string> }>,
): Labels | undefined {
  const all = Object.entries(recall(selector) ?? {});
  const known = all.flatMap(([key, value]) => {
    const text = recall(value);
    return text === undefined ? [] : [[key, text] as const];
  });
  return all.length > 0 && known.length === all.length ? Object.fromEntries(known) : undefined;
}

/** Whether Pods with these labels are among those that the others choose. */
export const chosenBy = (chosen: Labels, labels: Labels): boolean =>
  Object.entries(chosen).every(([key, value]) => labels[key] === value);

/** Whether two choose a Pod in common: as far as the program shows, if at all, or never. */
export type Meeting = "surely" | "perhaps" | "never";

/** Of labels that choose Pods; none choose all of them. */
export function labelsMeet(
  a: Labels | "later" | undefined,
  b: Labels | "later" | undefined,
): Meeting {
  if (a === undefined || b === undefined) {
    return "surely";
  }
  if (a === "later" || b === "later") {
    return "perhaps";
  }
  const shared = Object.keys(a).filter((key) => key in b);
  if (shared.some((key) => a[key] !== b[key])) {
    return "never";
  }
  const fewer = Math.min(Object.keys(a).length, Object.keys(b).length);
  return shared.length === fewer ? "surely" : "perhaps";
}

/** Labels in words that go into a message. */
export const labelsInWords = (labels: Labels): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join(",");

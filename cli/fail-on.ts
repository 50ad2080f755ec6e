import { Danger, dangers } from "../analysis/requests/impact/change";
import { didYouMean } from "../values/closest";
import { UsageError } from "./usage-error";

const isDanger = (word: string): word is Danger => (dangers as readonly string[]).includes(word);

/** A danger by its name. */
export function dangerOf(word: string, option: string): Danger {
  if (!isDanger(word)) {
    throw new UsageError(
      `${option} ${JSON.stringify(word)}: allowed: ${dangers.join(", ")}${didYouMean(word, dangers)}`,
    );
  }
  return word;
}

const usualFailOn: readonly Danger[] = [Danger.Outage, Danger.Exposure];

/** The dangers with which a command fails: those that are named, or outages and exposures; `none` for none. */
export function failOnOf(words: readonly string[] | undefined): readonly Danger[] {
  if (words === undefined) {
    return usualFailOn;
  }
  return words.length === 1 && words[0] === "none"
    ? []
    : words.map((word) => dangerOf(word, "--fail-on"));
}

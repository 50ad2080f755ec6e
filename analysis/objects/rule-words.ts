import { wordsOfRules } from "../../schemas/rule-words";

/** Rules for which others have a code, by our words for them. */
const names: Readonly<Record<string, string>> = {
  "listeners have to differ in port, protocol or hostname": "listeners-alike",
  "listeners with a port have to differ in port, protocol or hostname": "listeners-alike",
};

/** The name of a broken rule, by the words for it, where it has one. */
export const ruleName = (words: string): string | undefined => names[words];

/** A reason for a broken rule; the rule itself where nobody has put it into words. */
export function ruleWords(rule: string): string {
  const written = rule.replace(/\s+/g, " ").trim();
  return wordsOfRules[written] ?? `breaks the rule ${written}`;
}

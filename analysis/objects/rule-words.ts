import { wordsOfRules } from "../../schemas/rule-words";

/** A reason for a broken rule; the rule itself where nobody has put it into words. */
export function ruleWords(rule: string): string {
  const written = rule.replace(/\s+/g, " ").trim();
  return wordsOfRules[written] ?? `breaks the rule ${written}`;
}

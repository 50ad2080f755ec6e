import type { KindSchema } from "../../schemas/kind-schema";
import { wordsOfRules } from "../../schemas/rule-words";

/** The rules of the kinds, with single spaces, each once. */
export function rulesOf(kinds: readonly KindSchema[]): string[] {
  const rules = new Set<string>();
  JSON.stringify(kinds, (key, value) => {
    if (key === "x-kubernetes-validations") {
      for (const { rule } of value) {
        rules.add(rule.replace(/\s+/g, " ").trim());
      }
    }
    return value;
  });
  return [...rules].sort();
}

/** Rules that users would have to read as they are written. */
export const withoutWords = (kinds: readonly KindSchema[]): string[] =>
  rulesOf(kinds).filter((rule) => !Object.hasOwn(wordsOfRules, rule));

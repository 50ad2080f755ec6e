import type { Envoy } from "./translate";

/** Envoy's StringMatcher; no matcher takes any text. */
export function textMatches(matcher: Envoy, text: string): boolean {
  if (matcher === undefined) {
    return true;
  }
  const turn = (part: string) => (matcher.ignoreCase ? part.toLowerCase() : part);
  const kind = Object.keys(tests).find((name) => matcher[name] !== undefined);
  if (kind === undefined) {
    throw new Error(`unknown matcher ${JSON.stringify(matcher)}`);
  }
  const wanted = matcher[kind];
  return tests[kind]?.(turn(text), typeof wanted === "string" ? turn(wanted) : wanted) ?? false;
}

const tests: Record<string, (text: string, wanted: Envoy) => boolean> = {
  exact: (text, wanted) => text === wanted,
  prefix: (text, wanted) => text.startsWith(wanted),
  suffix: (text, wanted) => text.endsWith(wanted),
  contains: (text, wanted) => text.includes(wanted),
  safeRegex: (text, wanted) => new RegExp(`^(?:${wanted.regex})$`).test(text),
};

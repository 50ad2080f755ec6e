import type { Told } from "../check/check-names";
import type { Style } from "./style";

const indented = (yaml: string): string[] =>
  yaml
    .trimEnd()
    .split("\n")
    .map((line) => `  ${line}`.trimEnd());

/** All that is known of a check: what it finds, why it matters, what to do, and two examples. */
export function explanation(told: Told, style: Style): string {
  const { code, aliases, id, level, summary, why, fix, fires, silent, url } = told;
  const also = aliases.length > 0 ? ` (also ${aliases.join(", ")})` : "";
  const example = (title: string, yaml: string | undefined) =>
    yaml === undefined ? [] : ["", style("bold", title), ...indented(yaml)];
  return [
    style("bold", `${code}${also} ${id}: ${level}`),
    summary,
    "",
    why,
    `To mend it: ${fix}`,
    ...example("Found:", fires),
    ...example("Nearly the same, and right:", silent),
    "",
    url,
  ].join("\n");
}

/** A line for each check. */
export function checkList(all: readonly Told[], style: Style): string {
  const width = Math.max(...all.map(({ id }) => id.length));
  return all
    .map(({ code, aliases, id, level, summary }) => {
      const also = aliases.length > 0 ? ` (${aliases.join(", ")})` : "";
      return `${style("bold", code.padEnd(8))} ${level.padEnd(7)} ${id.padEnd(width)} ${summary}${style("dim", also)}`;
    })
    .join("\n");
}

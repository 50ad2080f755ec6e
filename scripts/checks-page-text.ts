import type { Check } from "../analysis/mesh/check";
import { type Told, toldOf } from "../cli/check/check-names";
import { saidOf } from "./check-says";

const heading = `# What is checked

Written by \`scripts/update-checks\` from \`analysis/mesh/checks/\`; do not edit. \`istio-mesh check --explain CODE\`
says the same of one check. Codes are istioctl's (\`IST\`), or else Kiali's (\`KIA\`), or else of this project
(\`MESH\`); a check is known by its name and by each of its codes, in \`--only\`, \`--skip\`, \`--suppress\` and in the
annotation \`galley.istio.io/analyze-suppress\`.

An **error** is a request that fails, a door that is open, or an object that is refused; a **warning** is
something that has not the effect that it seems to have; **info** is worth knowing, and often meant.
`;

const title = ({ code, id }: Told): string => `${code} ${id}`;

/** As forges make it of a heading. */
const anchor = (told: Told): string => title(told).toLowerCase().replaceAll(" ", "-");

const cell = (text: string): string => text.replaceAll("|", "\\|");

const row = (told: Told): string => {
  const also = told.aliases.length > 0 ? ` (${told.aliases.join(", ")})` : "";
  return `| [${told.code}](#${anchor(told)})${also} | ${told.level} | ${cell(told.summary)} |`;
};

const example = (words: string, yaml: string | undefined): string[] =>
  yaml === undefined ? [] : ["", words, "", "```yaml", yaml.trimEnd(), "```"];

const said = (check: Check | undefined): string[] =>
  check === undefined ? [] : ["", "It says:", "", "```text", saidOf(check), "```"];

const section = (told: Told, check: Check | undefined): string =>
  [
    `## ${title(told)}`,
    "",
    `${told.summary} ${told.why}`,
    "",
    `**To mend it:** ${told.fix} [More](${told.url})`,
    ...example("Found:", told.fires),
    ...said(check),
    ...example("Nearly the same, and right:", told.silent),
    "",
  ].join("\n");

/** The page about all checks: a table, and a section for each. */
export function checksPage(checks: readonly Check[]): string {
  const all = toldOf(checks);
  const table = ["| code | level | what is wrong |", "|---|---|---|", ...all.map(row)].join("\n");
  const byId = new Map(checks.map((check) => [check.id, check]));
  const sections = all.map((told) => section(told, byId.get(told.id)));
  return [heading, `${table}\n`, ...sections].join("\n");
}

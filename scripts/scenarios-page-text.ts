import type { Scenario } from "../test/scenarios/scenario";

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

const exampleOf = ({ example, namespace, config = {} }: Scenario): string =>
  [
    `[${example}](../examples/${example}/index.ts)`,
    ...(namespace === undefined ? [] : [`namespace \`${namespace}\``]),
    ...Object.entries(config).map(([key, value]) => `with \`${key}: ${value}\``),
  ].join(", ");

const answerOf = ({ asked, noRequest }: Scenario): string =>
  asked === undefined ? `no request: ${noRequest ?? ""}` : asked;

const differencesOf = ({ differences = [] }: Scenario): string =>
  differences
    .map(({ object, path, reason }) => `${object}${path === "" ? "" : ` \`${path}\``}: ${reason}`)
    .join("; ");

const row = (scenario: Scenario): string =>
  `| ${[
    scenario.source,
    exampleOf(scenario),
    scenario.look,
    answerOf(scenario),
    differencesOf(scenario),
  ]
    .map(cell)
    .join(" | ")} |`;

/** The page that leads from what a reader comes for to a program that is it. */
export const scenariosPage = (scenarios: readonly Scenario[]): string =>
  [
    "# Scenarios",
    "",
    "What people come for, by the public sample or text that shows it, and the program here that is it. Each program",
    "is run by the tests, and asked the request of its row; where it says something else than the sample, the last",
    "column says why. Objects of the book are of the current versions of their kinds; where a row has a namespace,",
    "it stands in the place of the sample's, so that several rows stand side by side. Written by `scripts/update-examples` from `test/scenarios/`.",
    "",
    "| where it is from | program | what to look at | request that the tests ask | other than there |",
    "|---|---|---|---|---|",
    ...scenarios.map(row),
    "",
  ].join("\n");

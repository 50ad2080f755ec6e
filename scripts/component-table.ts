// component-table.ts [--check]: writes docs/components.md from the results that the last run of all
// tests left in build/test; with --check it only compares, and fails when a cell is empty.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { componentCases } from "../test/support/component-case";
import { type Outcome, openCells, tableRows, tableText } from "./component-claims";

const results = "build/test";
const page = "docs/components.md";

function outcomes(): Outcome[] {
  return readdirSync(results)
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => JSON.parse(readFileSync(join(results, file), "utf8")).tests ?? []);
}

const heading = `# What is shown of each component

Written by \`make table\` from the results of \`make test\`; do not edit. A tick stands where tests show
the claim and all of them pass. The first four columns run against a recording engine, the next against
the schemas, then come the real code of the API server and istiod's webhook, istiod's real translation
into Envoy configuration, and the lab with its real API server, istiod and Envoy.
`;

function main(check: boolean): void {
  const rows = tableRows(componentCases, outcomes());
  const open = openCells(rows);
  const text = `${heading}\n${tableText(rows)}\n`;
  if (open.length > 0) {
    throw new Error(`the table of components has open cells:\n  ${open.join("\n  ")}`);
  }
  if (!check) {
    writeFileSync(page, text);
  } else if (readFileSync(page, "utf8") !== text) {
    throw new Error(`${page} is not what the tests show; run \`make table\``);
  }
}

try {
  main(process.argv.includes("--check"));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}

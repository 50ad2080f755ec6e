// transitions.ts: writes docs/transitions.md, what a change of each argument deletes, replaces and updates.
import { writeFileSync } from "node:fs";
import { openSteps } from "../test/support/transitions/allowed";
import { pageFile, transitionsPage } from "../test/support/transitions/page";
import { allTransitions } from "../test/support/transitions/table";

async function main(): Promise<void> {
  const found = await allTransitions();
  writeFileSync(pageFile, transitionsPage(found));
  const open = openSteps(found);
  process.stdout.write(`${found.length} changes in ${pageFile}\n`);
  if (open.length > 0) {
    throw new Error(`without a reason in test/support/transitions:\n  ${open.join("\n  ")}`);
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});

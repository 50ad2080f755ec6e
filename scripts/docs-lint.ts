// docs-lint.ts: fails when something that the package exports is not documented.
import { resolve } from "node:path";
import { gapText, publicDocs } from "./public-docs";

const { gaps } = publicDocs(resolve("."), "components/index.ts");
process.stdout.write(gaps.map((gap) => `${gapText(gap)}\n`).join(""));
if (gaps.length > 0) {
  process.stderr.write(
    `docs-lint: ${gaps.length} gaps in the documentation of the public surface\n`,
  );
  process.exitCode = 1;
}

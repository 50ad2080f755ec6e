// mutants.ts FILE [--page]: lists the changes of a report that no test has noticed, and writes docs/mutants.md.
import { readFileSync, writeFileSync } from "node:fs";
import { mutantsPage, rowsOf, survivors } from "./mutation-report";

const [file = "", page] = process.argv.slice(2);
const report = JSON.parse(readFileSync(file, "utf8"));
for (const { file: where, line, change } of survivors(report)) {
  process.stdout.write(`${where}:${line}: ${change}\n`);
}
for (const { level, files, noticed, survived } of rowsOf(report)) {
  process.stdout.write(
    `${level}: ${noticed} of ${noticed + survived} changes in ${files} files are noticed\n`,
  );
}
if (page !== undefined) {
  writeFileSync(
    "docs/mutants.md",
    mutantsPage(rowsOf(report), new Date().toISOString().slice(0, 10)),
  );
}

// failures.mjs FILE…   prints what failed in these outcomes, so that a long log need not be searched
import { readFileSync } from "node:fs";

const shownLines = 12;
for (const outcome of process.argv.slice(2)) {
  for (const { title, file, message } of JSON.parse(readFileSync(outcome, "utf8")).failures ?? []) {
    const lines = message.split("\n");
    const rest = lines.length > shownLines ? [`… ${lines.length - shownLines} lines more`] : [];
    const shown = [...lines.slice(0, shownLines), ...rest].map((line) => `    ${line}\n`).join("");
    process.stdout.write(`failed: ${title} (${file})\n${shown}`);
  }
}

// failures.ts FILE…: prints what failed in tiers, so that a long log need not be searched.
import { tierResult } from "./tier-result";

const shownLines = 12;
for (const { title, file, message } of process.argv
  .slice(2)
  .flatMap((f) => tierResult(f).failures)) {
  const lines = message.split("\n");
  const rest = lines.length > shownLines ? [`… ${lines.length - shownLines} lines more`] : [];
  const shown = [...lines.slice(0, shownLines), ...rest].map((line) => `    ${line}\n`).join("");
  process.stdout.write(`failed: ${title} (${file})\n${shown}`);
}

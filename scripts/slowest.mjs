// slowest.mjs FILE…   prints the twenty test files of these outcomes that took longest
import { readFileSync } from "node:fs";

const shownFiles = 20;
const files = process.argv
  .slice(2)
  .flatMap((outcome) => Object.entries(JSON.parse(readFileSync(outcome, "utf8")).milliseconds ?? {}))
  .sort(([, a], [, b]) => b - a)
  .slice(0, shownFiles);
for (const [file, milliseconds] of files) {
  process.stdout.write(`${(milliseconds / 1000).toFixed(1).padStart(8)} s  ${file}\n`);
}

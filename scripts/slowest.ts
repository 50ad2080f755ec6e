// slowest.ts FILE…: prints the twenty test files of these tiers that took longest.
import { tierResult } from "./tier-result";

const shownFiles = 20;
const files = process.argv
  .slice(2)
  .flatMap((file) => Object.entries(tierResult(file).milliseconds ?? {}))
  .sort(([, a], [, b]) => b - a)
  .slice(0, shownFiles);
for (const [file, milliseconds] of files) {
  process.stdout.write(`${(milliseconds / 1000).toFixed(1).padStart(8)} s  ${file}\n`);
}

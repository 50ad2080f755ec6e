// main.ts [NAME…]: runs the comparisons in this folder, all without a name, and prints the ratios.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Comparison, compare } from "./paired";

const suffix = ".bench.js";
const known = readdirSync(__dirname)
  .filter((file) => file.endsWith(suffix))
  .map((file) => file.slice(0, -suffix.length));

async function main(): Promise<void> {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`there is no benchmark ${unknown.join(", ")}; there are: ${known.join(", ")}`);
  }
  for (const name of names.length > 0 ? names : known) {
    const { default: comparison }: { default: Comparison } = require(
      join(__dirname, `${name}${suffix}`),
    );
    const { subject, baseline, ratio, quartiles } = await compare(comparison);
    const [low, high] = quartiles.map((value) => value.toFixed(2));
    process.stdout.write(
      `${comparison.title}\n` +
        `  ${comparison.subject.name}: ${subject.toFixed(1)}\n` +
        `  ${comparison.baseline.name}: ${baseline.toFixed(1)}\n` +
        `  ratio ${ratio.toFixed(2)} (half of ${comparison.rounds} rounds between ${low} and ${high})\n`,
    );
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});

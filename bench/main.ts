// main.ts [NAME…]: runs the comparisons in this folder, all without a name, and prints the ratios.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Comparison, compare, type Result } from "./paired";

const suffix = ".bench.js";
const known = readdirSync(__dirname)
  .filter((file) => file.endsWith(suffix))
  .map((file) => file.slice(0, -suffix.length));

function told({ subject, rounds }: Comparison, found: Result): string {
  const [low, high] = found.quartiles.map((value) => value.toFixed(2));
  return (
    `  ${subject.name}: ${found.subject.toFixed(1)} ${found.measure}\n` +
    `  ${found.against}: ${found.baseline.toFixed(1)} ${found.measure}\n` +
    `  ratio ${found.ratio.toFixed(2)} (half of ${rounds} rounds between ${low} and ${high})\n`
  );
}

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
    process.stdout.write(`${comparison.title}\n`);
    for (const found of await compare(comparison)) {
      process.stdout.write(told(comparison, found));
    }
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});

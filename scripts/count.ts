// count.ts FILE…: adds up the results of tiers, prints them in one line, exits 1 on failures.
import { tierResult } from "./tier-result";

const results = process.argv.slice(2).map(tierResult);
const sum = (key: "passed" | "failed" | "skipped"): number =>
  results.reduce((total, result) => total + result[key], 0);

const line = `${sum("passed")} passed, ${sum("failed")} failed`;
process.stdout.write(`${sum("skipped") > 0 ? `${line}, ${sum("skipped")} skipped` : line}\n`);
process.exitCode = sum("failed") > 0 || sum("passed") === 0 ? 1 : 0;

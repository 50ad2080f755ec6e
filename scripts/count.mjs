// count.mjs FILE…       adds up the counts in the files, prints them in one line, exits 1 on failures
// count.mjs --go FILE   turns the output of `go test -json` into such counts; prints what failed
import { readFileSync } from "node:fs";

function goCounts(file) {
  const events = readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  const outcome = { pass: "passed", fail: "failed", skip: "skipped" };
  for (const { Action, Test, Package } of events) {
    // A package that does not compile fails without a test.
    const wholePackage = !Test && Action === "fail" && !events.some((e) => e.Package === Package && e.Test);
    if (outcome[Action] && (Test || wholePackage)) {
      counts[outcome[Action]] += 1;
      if (Action === "fail") {
        const said = events.filter((e) => e.Package === Package && e.Test === Test);
        const message = said.map(({ Output }) => Output ?? "").join("");
        counts.failures.push({ title: Test ?? Package, file: Package, message });
      }
    }
  }
  if (counts.failed > 0) {
    process.stderr.write(events.map(({ Output }) => Output ?? "").join(""));
  }
  return counts;
}

function total(files) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const file of files) {
    const counts = JSON.parse(readFileSync(file, "utf8"));
    for (const key of Object.keys(sum)) {
      sum[key] += counts[key];
    }
  }
  return sum;
}

const [first, ...rest] = process.argv.slice(2);
if (first === "--go") {
  process.stdout.write(JSON.stringify(goCounts(rest[0])));
} else {
  const { passed, failed, skipped } = total([first, ...rest]);
  const line = `${passed} passed, ${failed} failed`;
  process.stdout.write(`${skipped > 0 ? `${line}, ${skipped} skipped` : line}\n`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

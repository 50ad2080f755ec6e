// go-results.ts FILE: turns the output of `go test -json` into a tier's result; prints what failed.
import { readFileSync } from "node:fs";
import type { Failure, TierResult } from "./tier-result";

/** A line of what `go test -json` prints. */
interface Event {
  Action: string;
  Package?: string;
  Test?: string;
  Output?: string;
}

const [file = ""] = process.argv.slice(2);
const events: Event[] = readFileSync(file, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const printed = (some: readonly Event[]): string => some.map(({ Output = "" }) => Output).join("");

/** A package that does not compile fails without a test. */
const isOutcome = ({ Action, Package, Test }: Event): boolean =>
  Test !== undefined ||
  (Action === "fail" && !events.some((event) => event.Package === Package && event.Test));
const ended = (action: string): Event[] =>
  events.filter((event) => event.Action === action && isOutcome(event));

const failures = ended("fail").map(({ Package = "", Test }): Failure => {
  const said = events.filter((event) => event.Package === Package && event.Test === Test);
  return { title: Test ?? Package, file: Package, message: printed(said) };
});
const result: TierResult = {
  passed: ended("pass").length,
  failed: failures.length,
  skipped: ended("skip").length,
  failures,
};
process.stdout.write(JSON.stringify(result));
if (failures.length > 0) {
  process.stderr.write(printed(events));
}

// Shows the specs as they run and leaves their outcome in a file: counts, so that all tiers can be
// added up, titles, from which the table of components is made, what each test file took, and the
// failures, which scripts/failures.ts repeats at the end of a whole run.
import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import { type Hook, type MochaOptions, type Runner, reporters, type Test } from "mocha";
import type { TierResult } from "./tier-result";

const fileOf = ({ file }: Test | Hook): string => relative(process.cwd(), file ?? "");

// Mocha takes what the module is, and no default of it.
export = class extends reporters.Spec {
  constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
    const tests: TierResult["tests"] = [];
    const failures: TierResult["failures"] = [];
    const milliseconds: Record<string, number> = {};
    const took = (what: Test | Hook) => {
      const name = fileOf(what);
      milliseconds[name] = (milliseconds[name] ?? 0) + (what.duration ?? 0);
    };
    runner.on("test end", (test) => {
      tests.push({ title: test.fullTitle(), state: test.state, milliseconds: test.duration });
      took(test);
    });
    // A lab comes up in a hook.
    runner.on("hook end", took);
    runner.on("fail", (what, { message, stack }) => {
      failures.push({
        title: what.fullTitle(),
        file: fileOf(what),
        message: message || `${stack}`,
      });
    });
    runner.once("end", () => {
      const { passes: passed, failures: failed, pending: skipped } = this.stats;
      const result: TierResult = { passed, failed, skipped, tests, failures, milliseconds };
      writeFileSync(options.reporterOptions.output, JSON.stringify(result));
    });
  }
};

// Shows the specs as they run and leaves their outcome in a file: counts, so that all tiers can be
// added up, titles, from which the table of components is made, what each test file took, and the
// failures, which scripts/failures.mjs repeats at the end of a whole run.
const { writeFileSync } = require("node:fs");
const { relative } = require("node:path");
const { reporters } = require("mocha");

module.exports = class extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const tests = [];
    const failures = [];
    const milliseconds = {};
    const fileOf = ({ file }) => relative(process.cwd(), file ?? "");
    const took = (what) => {
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
      failures.push({ title: what.fullTitle(), file: fileOf(what), message: message || stack });
    });
    runner.once("end", () => {
      const { passes: passed, failures: failed, pending: skipped } = this.stats;
      const outcome = { passed, failed, skipped, tests, failures, milliseconds };
      writeFileSync(options.reporterOption.output, JSON.stringify(outcome));
    });
  }
};

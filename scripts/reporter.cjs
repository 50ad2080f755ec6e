// Shows the specs as they run and leaves their outcome in a file: counts, so that all tiers can be
// added up, titles, from which the table of components is made, and what each test file took.
const { writeFileSync } = require("node:fs");
const { relative } = require("node:path");
const { reporters } = require("mocha");

module.exports = class extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const tests = [];
    const milliseconds = {};
    const took = ({ file, duration = 0 }) => {
      const name = relative(process.cwd(), file ?? "");
      milliseconds[name] = (milliseconds[name] ?? 0) + duration;
    };
    runner.on("test end", (test) => {
      tests.push({ title: test.fullTitle(), state: test.state });
      took(test);
    });
    // A lab comes up in a hook.
    runner.on("hook end", took);
    runner.once("end", () => {
      const { passes, failures, pending } = this.stats;
      const outcome = { passed: passes, failed: failures, skipped: pending, tests, milliseconds };
      writeFileSync(options.reporterOption.output, JSON.stringify(outcome));
    });
  }
};

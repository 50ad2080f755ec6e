// Shows the specs as they run and leaves their outcome in a file: counts, so that all tiers can be
// added up, and titles, from which the table of components is made.
const { writeFileSync } = require("node:fs");
const { reporters } = require("mocha");

module.exports = class extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const tests = [];
    runner.on("test end", (test) => tests.push({ title: test.fullTitle(), state: test.state }));
    runner.once("end", () => {
      const { passes, failures, pending } = this.stats;
      const outcome = { passed: passes, failed: failures, skipped: pending, tests };
      writeFileSync(options.reporterOption.output, JSON.stringify(outcome));
    });
  }
};

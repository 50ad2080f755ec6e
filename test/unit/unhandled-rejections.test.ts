import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as path from "node:path";

const root = path.resolve(__dirname, "../..");

function runFixture() {
  const mocha = require.resolve("mocha/bin/mocha.js");
  const fixture = path.join(root, "test/support/fixtures/unhandled-rejection.ts");
  const run = spawnSync(process.execPath, [mocha, "--reporter", "json", fixture], {
    cwd: root,
    encoding: "utf8",
  });
  return { status: run.status, report: JSON.parse(run.stdout) };
}

describe("the root hook for unhandled rejections", () => {
  it("fails exactly the tests that leave a rejection behind, and runs the others", () => {
    const { status, report } = runFixture();
    const messages = report.failures.map((f: { err: { message: string } }) => f.err.message);
    assert.equal(messages.length, 2);
    assert.match(messages[0], /left alone/);
    assert.match(messages[1], /inside an apply/);
    assert.ok(report.passes.some(({ title }: { title: string }) => title === "is in order"));
    assert.equal(status, 2);
  });
});

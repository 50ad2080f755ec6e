import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { lateFlag } from "./engine";

describe("the engine", () => {
  it("knows the flag that it is told", () => {
    const flag = lateFlag(process.versions.node) ?? "";
    const known = execFileSync(process.execPath, ["--v8-options"], { encoding: "utf8" });
    assert.ok(known.includes(`\n  ${flag.split("=")[0]} `), `${flag} of ${process.version}`);
  });

  it("is told nothing in a release that was not tried", () => {
    assert.equal(lateFlag("19.9.0"), undefined);
    assert.equal(lateFlag("99.0.0"), undefined);
  });
});

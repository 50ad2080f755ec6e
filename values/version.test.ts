import assert from "node:assert/strict";
import {
  isAtLeast,
  isRevisionOfRelease,
  minorOf,
  versionInAddress,
  versionNumbers,
} from "./version";

describe("a version", () => {
  it("has three numbers", () => {
    assert.deepEqual(versionNumbers("1.30.2"), [1, 30, 2]);
    assert.deepEqual(versionNumbers("1.31.0-rc.1"), [1, 31, 0]);
    for (const text of ["1.30", "v1.30.2", "1.30.2+a", "1.30.2-", "latest", ""]) {
      assert.equal(versionNumbers(text), undefined);
    }
    assert.equal(minorOf("1.30.2"), 30);
  });

  it("is of a release or a later one", () => {
    assert.ok(isAtLeast("1.30.2", "1.30"));
    assert.ok(isAtLeast("2.0", "1.30"));
    assert.ok(!isAtLeast("1.9.9", "1.30"));
    assert.ok(!isAtLeast("0.99", "1.0"));
  });

  it("stands in the address of a release", () => {
    assert.equal(versionInAddress("https://a/v1.2.3/install.yaml"), "1.2.3");
    assert.equal(versionInAddress("https://a/1.2.3/install.yaml"), undefined);
  });

  it("is what a revision may be called after", () => {
    const all = ["1-31", "v1-31", "1-31-2", "stable", "1.31", "prod-1", "31"];
    assert.deepEqual(all.filter(isRevisionOfRelease), ["1-31", "v1-31", "1-31-2"]);
  });
});

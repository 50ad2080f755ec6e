import assert from "node:assert/strict";
import { fitsPattern, mayBeginWith, patternProblem } from "./pattern";

describe("a pattern of a policy", () => {
  it('has one "*" at an end at most', () => {
    const all = ["a", "*", "*a", "a*", "", "a*b", "*a*", "**"];
    assert.deepEqual(
      all.filter((pattern) => patternProblem(pattern) !== undefined),
      ["a*b", "*a*", "**"],
    );
  });

  it("takes what its ends leave open", () => {
    const texts = ["ab", "a", "b", ""];
    const taken = (pattern: string) => texts.filter((text) => fitsPattern(pattern, text));
    assert.deepEqual(taken("*"), texts);
    assert.deepEqual(taken("a*"), ["ab", "a"]);
    assert.deepEqual(taken("*b"), ["ab", "b"]);
    assert.deepEqual(taken("a"), ["a"]);
  });

  it("is held against a beginning", () => {
    const all = ["*", "*x", "i*", "issuer/*", "issuer/me", "issuer", "other/*", "other/me"];
    assert.deepEqual(
      all.filter((pattern) => mayBeginWith(pattern, "issuer/")),
      ["*", "*x", "i*", "issuer/*", "issuer/me"],
    );
  });
});

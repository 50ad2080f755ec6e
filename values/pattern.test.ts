import assert from "node:assert/strict";
import { fitsGlob, fitsPattern, mayBeginWith, patternProblem } from "./pattern";

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

describe("a pattern with any number of stars", () => {
  it("leaves open what they stand for", () => {
    const texts = ["", "a", "ab", "aba", "xaby", "a/b/c"];
    const taken = (pattern: string) => texts.filter((text) => fitsGlob(pattern, text));
    assert.deepEqual(taken("*"), texts);
    assert.deepEqual(taken("ab"), ["ab"]);
    assert.deepEqual(taken("a*a"), ["aba"]);
    assert.deepEqual(taken("*ab*"), ["ab", "aba", "xaby"]);
    assert.deepEqual(taken("a*b*"), ["ab", "aba", "a/b/c"]);
    assert.deepEqual(taken("ab*ab"), []);
  });
});

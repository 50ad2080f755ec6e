import assert from "node:assert/strict";
import fc from "fast-check";
import { digitsProblem, isDigits, isGoDigits, wholeNumberProblem } from "./number";

describe("a whole number", () => {
  it("is between the bounds and no other", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1000 }), (value) => {
        assert.equal(wholeNumberProblem(0, 100)(value) === undefined, value >= 0 && value <= 100);
      }),
    );
  });

  it("is told by its bounds", () => {
    assert.equal(wholeNumberProblem(1, 9)(0.5), "is not a whole number between 1 and 9");
    assert.equal(wholeNumberProblem(1)(Number.NaN), "is not a whole number of at least 1");
  });

  it("has 32 bits where nothing else is said", () => {
    assert.equal(wholeNumberProblem(0)(2_147_483_647), undefined);
    assert.equal(
      wholeNumberProblem(0)(2_147_483_648),
      "is not a whole number between 0 and 2147483647",
    );
  });

  it("is written in digits", () => {
    const all = ["0", "42", "+1", "-1", "1.5", "", " 1"];
    assert.deepEqual(all.filter(isDigits), ["0", "42"]);
    assert.deepEqual(all.filter(isGoDigits), ["0", "42", "+1"]);
    assert.deepEqual(
      ["0", "10", "11", "x"].map((text) => digitsProblem(0, 10)(text) === undefined),
      [true, true, false, false],
    );
  });
});

import assert from "node:assert/strict";
import { finePercentProblem, percentProblem } from "./percent";

describe("a percentage", () => {
  it("is from 0 to 100", () => {
    const good = [-1, 0, 0.00001, 50, 100, 100.1, Number.NaN].filter(
      (percent) => percentProblem(percent) === undefined,
    );
    assert.deepEqual(good, [0, 0.00001, 50, 100]);
  });

  it("of requests has four places", () => {
    const good = [-1, 0, 0.00001, 0.0001, 50, 100, 100.1, Number.NaN].filter(
      (percent) => finePercentProblem(percent) === undefined,
    );
    assert.deepEqual(good, [0, 0.0001, 50, 100]);
  });
});

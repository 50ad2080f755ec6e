import assert from "node:assert/strict";
import { compare, quantile } from "./paired";

const taking = (times: number[]) => {
  const left = [...times];
  return async () => left.shift() ?? Number.NaN;
};

describe("a comparison", () => {
  it("is the median of the rounds' ratios, the first round left out", async () => {
    const result = await compare({
      title: "x",
      rounds: 3,
      subject: { name: "a", run: taking([1000, 20, 30, 40]) },
      baseline: { name: "b", run: taking([1, 10, 10, 10]) },
    });
    assert.deepEqual(result, { subject: 30, baseline: 10, ratio: 3, quartiles: [2.5, 3.5] });
  });

  it("takes the middle between two values", () => {
    assert.equal(quantile([4, 1, 3, 2], 0.5), 2.5);
  });
});

import assert from "node:assert/strict";
import { compare, quantile } from "./paired";

const taking = (rounds: number[][]) => {
  const left = [...rounds];
  return async () => left.shift() ?? [];
};

describe("a comparison", () => {
  it("is the median of the rounds' ratios, the first round left out", async () => {
    const results = await compare({
      title: "x",
      measures: ["ms"],
      rounds: 3,
      subject: { name: "a", run: taking([[1000], [20], [30], [40]]) },
      baselines: [
        { name: "b", run: taking([[1], [10], [10], [10]]) },
        { name: "c", run: taking([[1], [40], [30], [20]]) },
      ],
    });
    assert.deepEqual(results, [
      { against: "b", measure: "ms", subject: 30, baseline: 10, ratio: 3, quartiles: [2.5, 3.5] },
      { against: "c", measure: "ms", subject: 30, baseline: 30, ratio: 1, quartiles: [0.75, 1.5] },
    ]);
  });

  it("keeps the measures of a run apart", async () => {
    const results = await compare({
      title: "x",
      measures: ["ms", "MB"],
      rounds: 1,
      subject: { name: "a", run: taking([[], [2, 30]]) },
      baselines: [{ name: "b", run: taking([[], [1, 60]]) }],
    });
    assert.deepEqual(
      results.map(({ measure, ratio }) => [measure, ratio]),
      [
        ["ms", 2],
        ["MB", 0.5],
      ],
    );
  });

  it("takes the middle between two values", () => {
    assert.equal(quantile([4, 1, 3, 2], 0.5), 2.5);
  });
});

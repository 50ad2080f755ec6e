import assert from "node:assert/strict";
import { quantityProblem } from "./quantity";

describe("a quantity", () => {
  it("is a number with a unit of Kubernetes, or without", () => {
    const good = ["1", "0.5", "100m", "128Mi", "1G"];
    const bad = ["", "m", "1 Gi", "1GB", "-1", ".5"];
    assert.deepEqual(
      [...good, ...bad].filter((text) => quantityProblem(text) === undefined),
      good,
    );
  });
});

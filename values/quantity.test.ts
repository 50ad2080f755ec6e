import assert from "node:assert/strict";
import { quantityAmount, quantityProblem } from "./quantity";

describe("a quantity", () => {
  it("is a number with a unit of Kubernetes, or without", () => {
    const good = ["1", "0.5", "100m", "128Mi", "1G"];
    const bad = ["", "m", "1 Gi", "1GB", "-1", ".5"];
    assert.deepEqual(
      [...good, ...bad].filter((text) => quantityProblem(text) === undefined),
      good,
    );
  });

  it("is compared whatever its unit is", () => {
    const rising = [
      "1m",
      "100m",
      "0.5",
      "1",
      "2000m",
      "3",
      "1k",
      "1Ki",
      "128Mi",
      "1G",
      "1Gi",
      "2Ti",
    ];
    const amounts = rising.map(quantityAmount) as number[];
    assert.deepEqual(
      amounts,
      [...amounts].sort((a, b) => a - b),
    );
    assert.equal(quantityAmount("2000m"), quantityAmount("2"));
    assert.equal(quantityAmount("1024Mi"), quantityAmount("1Gi"));
    assert.equal(quantityAmount("1GB"), undefined);
  });
});

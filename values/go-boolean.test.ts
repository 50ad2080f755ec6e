import assert from "node:assert/strict";
import { goBooleanProblem } from "./go-boolean";

describe("a text for true or false", () => {
  it("is one of those that Go reads", () => {
    const good = ["true", "false", "True", "FALSE", "1", "0", "t", "F"];
    const bad = ["", "yes", "tRUE", "2", "true "];
    assert.deepEqual(
      [...good, ...bad].filter((text) => goBooleanProblem(text) === undefined),
      good,
    );
  });
});

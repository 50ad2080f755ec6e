import assert from "node:assert/strict";
import { labelKeyProblem, labelValueProblem } from "./labels";

describe("labels", () => {
  it("have keys as Kubernetes has them", () => {
    const good = ["a", "a.b/c", "a_b.c", "k".repeat(63), `${"a.".repeat(126)}a/k`];
    const bad = ["", "-a", "a/", "/a", "a/b/c", "k".repeat(64), `${"a.".repeat(127)}a/k`, "a b"];
    assert.deepEqual(
      [...good, ...bad].filter((key) => labelKeyProblem(key) === undefined),
      good,
    );
  });

  it("have values of any length", () => {
    const good = ["", "a", "a_b.c-d", "v".repeat(100)];
    const bad = ["-", "a b", "a/b"];
    assert.deepEqual(
      [...good, ...bad].filter((value) => labelValueProblem(value) === undefined),
      good,
    );
  });
});

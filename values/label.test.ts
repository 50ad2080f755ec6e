import assert from "node:assert/strict";
import {
  labelKeyProblem,
  labelValueProblem,
  metadataKeyProblem,
  metadataValueProblem,
} from "./label";

describe("a label", () => {
  it("has a key as Kubernetes has them", () => {
    const good = ["a", "a.b/c", "a_b.C", "k".repeat(63), `${"a.".repeat(126)}a/k`];
    const bad = ["", "-a", "a/", "/a", "A!/b", "a/b/c", "k".repeat(64), `${"a.".repeat(127)}a/k`];
    for (const problemOf of [labelKeyProblem, metadataKeyProblem]) {
      assert.deepEqual(
        [...good, ...bad, "a b"].filter((key) => problemOf(key) === undefined),
        good,
      );
    }
    assert.equal(labelKeyProblem("A.b/c"), undefined);
    assert.equal(
      metadataKeyProblem("A.b/c"),
      'is not a valid key; write "name" or "example.com/name"',
    );
  });

  it("has a value of letters, digits and what stands between them", () => {
    const good = ["", "a", "A_b.c-1", "v".repeat(63)];
    const bad = ["-", "-a", "a b", "a/b", "ä"];
    for (const problemOf of [labelValueProblem, metadataValueProblem]) {
      assert.deepEqual(
        [...good, ...bad].filter((value) => problemOf(value) === undefined),
        good,
      );
    }
  });

  it("has a value of any length for istiod, and of 63 for the API server", () => {
    const long = "v".repeat(64);
    assert.equal(labelValueProblem(long), undefined);
    assert.equal(
      metadataValueProblem(long),
      'is not a label value (at most 63 of letters, digits, "-", "_" and ".")',
    );
  });
});

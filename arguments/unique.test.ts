import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { ArgumentCheck } from "./argument-check";
import { checkUnique } from "./unique";

describe("a list without a value twice", () => {
  const told = (values: readonly unknown[], way?: string) => {
    const check = new ArgumentCheck("Canary", "web");
    checkUnique(check, values, (i) => `versions[${i}].name`, way);
    return check.problems.map(({ propertyPath, reason }) => `${propertyPath}: ${reason}`);
  };

  it("names each repetition at its own place", () => {
    assert.deepEqual(told(["a", "b", "a", "a"]), [
      'versions[2].name: "a" is listed twice',
      'versions[3].name: "a" is listed twice',
    ]);
  });

  it("compares whole objects, and tells numbers from texts", () => {
    assert.deepEqual(told([{ a: 1 }, { a: 1 }], "say it once"), [
      'versions[1].name: {"a":1} is listed twice; say it once',
    ]);
    assert.deepEqual(told([1, "1", { a: 1 }, { a: 2 }]), []);
  });

  it("says nothing of what is left out or arrives later", () => {
    const later = pulumi.output("a");
    assert.deepEqual(told([undefined, undefined, later, later, "a"]), []);
  });
});

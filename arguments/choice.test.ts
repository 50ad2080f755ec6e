import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { ArgumentCheck } from "./argument-check";
import { checkAtLeastOne, checkAtMostOne, checkExactlyOne } from "./choice";

interface Match {
  exact?: string;
  prefix?: pulumi.Input<string>;
  any?: boolean;
}
const names = ["exact", "prefix", "any"] as const;

describe("a choice between arguments", () => {
  const told = (test: typeof checkExactlyOne, object: Match, called?: string) => {
    const check = new ArgumentCheck("Canary", "web");
    test(check, "match", { object, names, ...(called !== undefined && { called }) });
    return check.problems.map(({ propertyPath, reason }) => `${propertyPath}: ${reason}`);
  };

  it("is made exactly once", () => {
    assert.deepEqual(told(checkExactlyOne, { exact: "" }), []);
    assert.deepEqual(told(checkExactlyOne, {}), [
      "match: nothing is set; set exactly one of exact, prefix, any",
    ]);
    assert.deepEqual(told(checkExactlyOne, { exact: "a", any: false }), [
      'match: exact "a" and any false are set; set exactly one of exact, prefix, any',
    ]);
  });

  it("is made once or not at all", () => {
    assert.deepEqual(told(checkAtMostOne, {}), []);
    assert.deepEqual(told(checkAtMostOne, { any: true }), []);
    assert.deepEqual(told(checkAtMostOne, { exact: "a", prefix: "b" }), [
      'match: exact "a" and prefix "b" are set; set at most one of exact, prefix, any',
    ]);
  });

  it("is made at least once", () => {
    assert.deepEqual(told(checkAtLeastOne, { exact: "a", prefix: "b", any: true }), []);
    assert.deepEqual(told(checkAtLeastOne, {}, "the ways to match"), [
      "match: nothing is set; set at least one of the ways to match",
    ]);
  });

  it("does not spell out what arrives later, nor whole objects, which may hold a key", () => {
    assert.deepEqual(told(checkExactlyOne, { exact: "a", prefix: pulumi.output("b") }), [
      'match: exact "a" and prefix are set; set exactly one of exact, prefix, any',
    ]);
    const check = new ArgumentCheck("MeshCa", "ca");
    const object = { pem: { caKey: "hidden" }, issued: {} };
    checkExactlyOne(check, "pem", { object, names: ["pem", "issued"] });
    assert.equal(
      check.problems[0]?.reason,
      "pem and issued are set; set exactly one of pem, issued",
    );
  });
});

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";
import { mergeValues } from "./chart-values";

const values = fc.dictionary(
  fc.constantFrom("a", "b", "c"),
  fc.oneof(fc.integer(), fc.constant(null), fc.dictionary(fc.constantFrom("x", "y"), fc.integer())),
);

describe("mergeValues", () => {
  it("merges maps by key and replaces everything else", () => {
    assert.deepEqual(
      mergeValues(
        { a: { x: 1, y: 2 }, list: [1, 2], b: 1 },
        { a: { y: 3 }, list: [3], b: { z: 1 } },
      ),
      { a: { x: 1, y: 3 }, list: [3], b: { z: 1 } },
    );
  });

  it("keeps null, zero, false and the empty text, and skips undefined", () => {
    assert.deepEqual(
      mergeValues(
        { a: 1, b: 1, c: true, d: "x", e: 1 },
        { a: null, b: 0, c: false, d: "", e: undefined },
      ),
      {
        a: null,
        b: 0,
        c: false,
        d: "",
        e: 1,
      },
    );
  });

  it("does not look into outputs", () => {
    const later = pulumi.output({ y: 1 });
    assert.equal(mergeValues({ a: { x: 1 } }, { a: later }).a, later);
  });

  it("gives the same for layers merged in any grouping", () => {
    fc.assert(
      fc.property(values, values, values, (a, b, c) => {
        assert.deepEqual(mergeValues(mergeValues(a, b), c), mergeValues(a, b, c));
      }),
    );
  });

  it("changes none of the layers", () => {
    const layer = { a: { x: 1 } };
    mergeValues(layer, { a: { y: 2 } });
    assert.deepEqual(layer, { a: { x: 1 } });
  });
});

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";
import { settled } from "../../test/support/record";
import { type ChartValues, mergeValues, valueAt } from "./chart-values";

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

  it("merges a map that arrives later when it does, and hands on what stands alone", async () => {
    const later = pulumi.output({ y: 1, z: { own: true } });
    assert.equal(mergeValues({}, { a: later }).a, later);
    assert.equal(mergeValues({ a: "x" }, { a: later }).a, later);
    const under = mergeValues({ a: { x: 1, z: { set: 1 } } }, { a: later });
    assert.deepEqual(await settled(under.a), { x: 1, y: 1, z: { set: 1, own: true } });
    const over = mergeValues({ a: later }, { a: { y: 2 } });
    assert.deepEqual(await settled(over.a), { y: 2, z: { own: true } });
    const twice = mergeValues({ a: later }, { a: pulumi.output({ z: { own: false } }) });
    assert.deepEqual(await settled(twice.a), { y: 1, z: { own: false } });
  });

  it("keeps what is below a map that arrives as nothing", async () => {
    const nothing = pulumi.output<undefined>(undefined);
    assert.deepEqual(await settled(mergeValues({ a: { x: 1 } }, { a: nothing }).a), { x: 1 });
  });

  it("keeps a map secret that is merged with a secret one", async () => {
    const merged = mergeValues({ a: { x: 1 } }, { a: pulumi.secret({ y: 1 }) });
    assert.equal(await pulumi.isSecret(merged.a), true);
  });

  it("merges a layer that arrives later as a whole, and keeps it secret", async () => {
    const own = pulumi.secret({ a: { y: 2 }, c: undefined }) as unknown as ChartValues;
    const merged = mergeValues({ a: { x: 1 }, b: 0, c: 3 }, own, { b: 1 });
    assert.deepEqual(await settled(pulumi.output(merged)), { a: { x: 1, y: 2 }, b: 1, c: 3 });
    assert.equal(await pulumi.isSecret(pulumi.output(merged)), true);
  });

  it("finds a value by its path, also where a map arrives later", async () => {
    assert.equal(valueAt({ a: { b: 0 } }, "a.b"), 0);
    assert.equal(valueAt({ a: 1 }, "a.b"), undefined);
    const found = valueAt({ a: pulumi.output({ b: { c: 2 } }) }, "a.b.c");
    assert.equal(await settled(found as pulumi.Output<unknown>), 2);
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

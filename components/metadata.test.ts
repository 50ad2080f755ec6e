import assert from "node:assert/strict";
import fc from "fast-check";
import { withMetadata } from "./metadata";

const map = fc.dictionary(fc.string({ minLength: 1 }), fc.string());

describe("withMetadata", () => {
  it("has every key of both sides, and the component's value where both have one", () => {
    fc.assert(
      fc.property(map, map, (common, own) => {
        const joined = (withMetadata(common, own) ?? {}) as Record<string, string>;
        assert.deepEqual(
          new Set(Object.keys(joined)),
          new Set([...Object.keys(common), ...Object.keys(own)]),
        );
        for (const [key, value] of Object.entries(own)) {
          assert.equal(joined[key], value);
        }
      }),
    );
  });

  it("changes neither side", () => {
    const common = Object.freeze({ a: "1" });
    withMetadata(common, Object.freeze({ b: "2" }));
    assert.deepEqual(common, { a: "1" });
  });

  it("is absent, not empty, when there is nothing", () => {
    assert.equal(withMetadata(undefined), undefined);
    assert.equal(withMetadata({}), undefined);
  });
});

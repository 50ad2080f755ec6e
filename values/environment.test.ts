import assert from "node:assert/strict";
import { isOfEnvironment } from "./environment";

describe("isOfEnvironment", () => {
  it("knows a name, and a word of one", () => {
    assert.deepEqual(["prod", "shop-staging", "dev-shop"].map(isOfEnvironment), [true, true, true]);
  });
  it("takes no part of a word", () => {
    assert.deepEqual(["products", "shop", "testing-ground"].map(isOfEnvironment), [
      false,
      false,
      false,
    ]);
  });
});

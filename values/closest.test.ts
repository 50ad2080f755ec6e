import assert from "node:assert/strict";
import { closest, slipOf } from "./closest";

const keys = ["profile", "version", "platform", "shop"];

describe("closest", () => {
  for (const [word, meant] of [
    ["profil", "profile"],
    ["Version", "version"],
    ["platfrom", "platform"],
    ["shpo", "shop"],
  ] as const) {
    it(`reads ${word} as ${meant}`, () => {
      assert.equal(closest(word, keys), meant);
    });
  }

  it("does not guess when the words have little in common", () => {
    assert.equal(closest("charts", keys), undefined);
    assert.equal(closest("", keys), undefined);
  });
});

describe("slipOf", () => {
  it("reads a word as the one that is closest", () => {
    assert.equal(slipOf("reviws", ["reviews", "ratings"]), "reviews");
    assert.equal(slipOf("cannary", ["stable", "canary", "canary"]), "canary");
  });

  it("does not choose between two that are as close", () => {
    assert.equal(slipOf("cat", ["cart", "cats"]), undefined);
  });

  it("takes another number for another thing", () => {
    assert.equal(slipOf("v4", ["v1", "blue"]), undefined);
    assert.equal(slipOf("v10", ["v1"]), undefined);
    assert.equal(slipOf("not-v1", ["v1"]), undefined);
  });
});

import assert from "node:assert/strict";
import { closest } from "./closest";

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

import assert from "node:assert/strict";
import { oneOf } from "./one-of";

describe("one of some words", () => {
  it("is none that is not listed, and the closest one is named", () => {
    const test = oneOf<string>(["sidecar", "ambient"]);
    assert.equal(test("ambient"), undefined);
    assert.equal(
      test("sidecars"),
      '"sidecars" is unknown; allowed: sidecar, ambient; did you mean "sidecar"?',
    );
    assert.equal(test("xyz"), '"xyz" is unknown; allowed: sidecar, ambient');
  });

  it("is no number in place of a text that reads alike", () => {
    assert.equal(oneOf<string | number>([301, 302])(301), undefined);
    assert.match(
      oneOf<string | number>([301, 302])("301") ?? "",
      /^"301" is unknown; allowed: 301,/,
    );
  });
});

import assert from "node:assert/strict";
import { exportToFindings } from "./export-to";

const found = (value: unknown, rules: { namespace?: string; hidable?: boolean } = {}) =>
  exportToFindings({ path: "e", value }, { namespace: "ns", ...rules }).map(({ path }) => path);

describe("exportToFindings", () => {
  it("takes no one where the object may be hidden", () => {
    assert.deepEqual(found(["~"], { hidable: true }), []);
    assert.deepEqual(found(["~"]), ["e[0]"]);
  });

  it("refuses no one beside someone", () => {
    assert.deepEqual(found(["~", "x"], { hidable: true }), ["e"]);
    assert.deepEqual(found(["x"], { hidable: true }), []);
  });

  it("takes a dot for the own namespace where that is known", () => {
    assert.deepEqual(found([".", "ns"]), ["e[1]"]);
    assert.deepEqual(found([".", "ns"], { namespace: undefined }), []);
  });
});

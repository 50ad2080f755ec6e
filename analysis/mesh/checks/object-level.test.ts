import assert from "node:assert/strict";
import { objectLevel } from "../object-rules";

describe("weight of a finding of one object", () => {
  it("is less for advice against a whole kind, and for nothing else", () => {
    assert.equal(objectLevel({ level: "warning", path: "kind" }), "info");
    assert.equal(objectLevel({ level: "error", path: "kind" }), "error");
    assert.equal(objectLevel({ level: "warning", path: "spec.kind" }), "warning");
  });
});

import assert from "node:assert/strict";
import { isPodCalled } from "./pod-name";

describe("the name of a Pod", () => {
  it("is that of its StatefulSet and a number", () => {
    const all = ["web-0", "web-12", "web-01", "web", "web-x", "web-0-1", "webs-0"];
    assert.deepEqual(
      all.filter((name) => isPodCalled(name, "web")),
      ["web-0", "web-12"],
    );
  });
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { checks } from "../analysis/mesh/checks";
import { checksPage } from "./checks-page-text";

describe("docs/checks.md", () => {
  it("is what scripts/update-checks writes of the checks that there are", () => {
    assert.equal(readFileSync("docs/checks.md", "utf8"), checksPage(checks));
  });
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describeArguments } from "../../scripts/arguments/describe";
import { ownProgram } from "../../scripts/own-program";

describe("the description of the arguments", () => {
  it("is what the interfaces say", function () {
    this.timeout(30_000);
    const entry = "components/index.ts";
    assert.deepEqual(
      JSON.parse(readFileSync("schemas/arguments.json", "utf8")),
      describeArguments(ownProgram(entry), entry),
      "schemas/arguments.json is stale; run scripts/update-arguments",
    );
  });
});

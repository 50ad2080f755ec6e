import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { checks } from "../analysis/mesh/checks";
import { saidOf } from "./check-says";

describe("what docs/checks.md tells of an example", () => {
  const sections = readFileSync("docs/checks.md", "utf8").split("\n## ");

  for (const check of checks) {
    it(`is what ${check.id} (${check.code}) says of it`, () => {
      const section = sections.find((one) => one.startsWith(`${check.code} ${check.id}\n`)) ?? "";
      const [, said] = /```text\n(.*?)\n```/s.exec(section) ?? [];
      assert.equal(said, saidOf(check));
    });
  }
});

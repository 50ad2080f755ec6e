import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { checksIndex } from "./checks-index-text";

describe("the list of checks", () => {
  it("has what the files export, in the order of the files", () => {
    const text = checksIndex([
      ["b-c.ts", "export const other = check({\n"],
      ["a.ts", "export const two: Check = check({\nexport const one = check({\n"],
      ["helper.ts", "export const words = 1;\n"],
    ]);
    assert.deepEqual(text.split("\n").slice(2), [
      'import { one, two } from "./a";',
      'import { other } from "./b-c";',
      "",
      "/** All checks between objects. */",
      "export const checks: readonly Check[] = [",
      "  one,",
      "  two,",
      "  other,",
      "];",
      "",
    ]);
  });

  it("is current", () => {
    const folder = "analysis/mesh/checks";
    const files = readdirSync(folder).filter((file) => /(?<!\.test|^index)\.ts$/.test(file));
    const named = (text: string) =>
      [...text.slice(text.indexOf("checks: readonly")).matchAll(/^ {2}(\w+),$/gm)].map(
        ([, name]) => name,
      );
    const wanted = checksIndex(
      files.map((file) => [file, readFileSync(`${folder}/${file}`, "utf8")] as const),
    );
    assert.deepEqual(named(readFileSync(`${folder}/index.ts`, "utf8")), named(wanted));
  });
});

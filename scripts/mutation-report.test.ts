import assert from "node:assert/strict";
import { mutantsPage, rowsOf, survivors } from "./mutation-report";

const place = (line: number, from: number, to: number, endLine = line) => ({
  start: { line, column: from },
  end: { line: endLine, column: to },
});

const report = {
  files: {
    "checks/one.ts": {
      source: 'a && b;\n  level: "warning",\nif (\n  x) {\n  level: "error",\n',
      mutants: [
        { mutatorName: "A", replacement: "!x", status: "NoCoverage", location: place(3, 4, 5, 4) },
        { mutatorName: "A", replacement: "a || b", status: "Survived", location: place(1, 1, 7) },
        { mutatorName: "A", replacement: "a", status: "Killed", location: place(1, 1, 7) },
        { mutatorName: "A", replacement: "b", status: "Timeout", location: place(1, 1, 7) },
        { mutatorName: "A", replacement: "b", status: "Ignored", location: place(1, 1, 7) },
      ],
    },
    "checks/two.ts": {
      source: '  level: "info",\n',
      mutants: [{ mutatorName: "A", replacement: "", status: "Killed", location: place(1, 3, 8) }],
    },
  },
};

describe("what is reported of changes to the checks", () => {
  it("are those that no test has noticed, by their lines", () => {
    assert.deepEqual(survivors(report), [
      { file: "checks/one.ts", line: 1, change: "a && b -> a || b" },
      { file: "checks/one.ts", line: 3, change: "( x) -> !x" },
    ]);
  });

  it("is counted by the gravest level of a file", () => {
    assert.deepEqual(rowsOf(report), [
      { level: "error", files: 1, noticed: 2, survived: 2 },
      { level: "info", files: 1, noticed: 1, survived: 0 },
    ]);
  });

  it("has a row for each level on the page", () => {
    const rows = mutantsPage(rowsOf(report), "2026-11-30")
      .split("\n")
      .filter((line) => /^\| (?:error|info)/.test(line));
    assert.deepEqual(rows, [
      "| error | 1 | 4 | 2 | 50.0 % | 2 |",
      "| info | 1 | 1 | 1 | 100.0 % | 0 |",
    ]);
  });
});

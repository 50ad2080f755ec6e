import assert from "node:assert/strict";
import { regexProblem } from "./regex";

const good = [
  "a",
  "(?i)a.*",
  "(?P<n>a)(?<n>b)",
  "(?-i:a)",
  "(?s)a|b",
  "[]a-]",
  "[^[:alpha:]\\d]",
  "\\p{Greek}\\pL\\p{^Lu}",
  "\\Q*(\\E",
  "\\z\\A\\b",
  "\\x41\\x{10FFFF}\\012",
  "a{2,3}?b{,3}",
  "a{01}",
  "(a{10}){100}",
  "^*$",
  "a".repeat(1024),
];
const bad = [
  "",
  "a".repeat(1025),
  "é".repeat(513),
  "*",
  "a**",
  "a|*",
  "(",
  ")",
  "(?=a)",
  "(?!a)",
  "(?<=a)",
  "(?i-)a",
  "(?P<n-1>a)",
  "\\1",
  "\\Z",
  "\\",
  "[",
  "[z-a]",
  "[a-\\d]",
  "[[:foo:]]",
  "\\p{Xx}",
  "\\x{110000}",
  "a{1001}",
  "a{3,2}",
  "(a{10}){101}",
];

describe("regexProblem", () => {
  it("takes what RE2 takes", () => {
    assert.deepEqual(
      good.filter((text) => regexProblem(text) !== undefined),
      [],
    );
  });

  it("refuses what RE2 refuses", () => {
    assert.deepEqual(
      bad.filter((text) => regexProblem(text) === undefined),
      [],
    );
  });
});

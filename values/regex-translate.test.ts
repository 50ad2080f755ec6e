import assert from "node:assert/strict";
import { regexOf, wholeRegexOf } from "./regex";

/** Expressions, what fits them as a whole, and what does not: as RE2 answers. */
const cases: readonly [text: string, fits: readonly string[], not: readonly string[]][] = [
  ["/a.*", ["/a", "/ab/c"], ["/b", "x/a", "/a\n"]],
  ["(?i)/Shop", ["/shop", "/SHOP"], ["/shop/"]],
  ["a(?i)b", ["ab", "aB"], ["Ab"]],
  ["(a(?i)b)c", ["abc", "aBc"], ["abC"]],
  ["(?i:a-[b-y])z", ["A-Cz"], ["a-cZ", "a-zz"]],
  ["(?is).(?-s).", ["\na"], ["a\n"]],
  ["(?m)a$\\n^b", ["a\nb"], ["ab"]],
  ["[[:alpha:]]+\\d", ["abc1"], ["ab", "ä1"]],
  ["[^[:alpha:]\\d]", ["-", "ä"], ["a", "1"]],
  ["[\\D]", ["a"], ["1"]],
  ["[^\\Wa]", ["b", "_"], ["a", "-"]],
  ["[[:^digit:]x]", ["x", "y"], ["1"]],
  ["\\s", [" ", "\t"], ["\v", "\u00a0"]],
  ["[]a-]+", ["]a-"], ["b"]],
  ["\\Q*(\\E", ["*("], ["*"]],
  ["\\Aa\\z", ["a"], ["a\n"]],
  ["^*a", ["a"], ["b"]],
  ["a{2,3}b{,3}", ["aab{,3}"], ["aabb"]],
  ["v\\d{1,2}(\\.\\d+)?", ["v1", "v12.3"], ["v", "v123"]],
  ["\\x41\\x{42}\\103", ["ABC"], ["ABc"]],
  ["\\pL\\p{Greek}\\P{Lu}\\p{^Nd}", ["aαax"], ["aaax", "aαAx", "aαa1"]],
  ["(?P<v>v1|v2)", ["v1", "v2"], ["v3", "v1v2"]],
  ["a|b", ["a", "b"], ["ab"]],
  ["{a}", ["{a}"], ["a"]],
  ["[\\x00-\\x1f]", ["\0", "\n"], [" "]],
];

describe("regular expressions of RE2 in JavaScript's", () => {
  for (const [text, fits, not] of cases) {
    it(`takes what RE2 takes by ${text}`, () => {
      const found = wholeRegexOf(text);
      assert.ok(found);
      assert.deepEqual(
        [...fits, ...not].filter((one) => found.test(one)),
        fits,
      );
    });
  }

  it("has none for what is none, and for bytes", () => {
    assert.equal(regexOf("(?=a)"), undefined);
    assert.equal(regexOf("\\C"), undefined);
  });

  it("keeps the numbers of groups", () => {
    const found = regexOf("/(?P<x>[^/]+)/(?i:B)/(c)");
    assert.deepEqual(found?.exec("/a/b/c")?.slice(1), ["a", "c"]);
  });
});

import assert from "node:assert/strict";
import { dnsLabelProblem, dnsNameProblem, hostProblem } from "./dns";

type Check = (text: string) => string | undefined;

const longest = `${"a".repeat(62)}.`.repeat(4);
const tables: [string, Check, good: string[], bad: string[]][] = [
  [
    "dnsLabelProblem",
    dnsLabelProblem,
    ["a", "v1", "a-b", "a".repeat(63)],
    ["", "V1", "-a", "a-", "a.b", "a_b", "a".repeat(64)],
  ],
  [
    "dnsNameProblem",
    dnsNameProblem,
    ["a", "a.b-c", "1.2", `${longest}a`],
    ["", "a..b", "A.b", ".a", "a.", "a_b", `${longest}aa`],
  ],
  [
    "hostProblem",
    hostProblem,
    ["*", "*.example.com", "shop.example.com"],
    ["", "*.", "a.*", "http://a", "a/b", "**", "*.*.a"],
  ],
];

describe("DNS", () => {
  for (const [name, problemOf, good, bad] of tables) {
    it(name, () => {
      assert.deepEqual(
        [...good, ...bad].filter((text) => problemOf(text) === undefined),
        good,
      );
    });
  }

  it("says which label was probably meant", () => {
    assert.equal(
      dnsLabelProblem("V2"),
      'is not a DNS label (1 to 63 of a-z, 0-9 and "-", no "-" at the ends); did you mean "v2"?',
    );
    assert.ok(!dnsLabelProblem("A_")?.includes("mean"));
  });
});

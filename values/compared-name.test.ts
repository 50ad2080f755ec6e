import assert from "node:assert/strict";
import {
  comparedAccountProblem,
  comparedHostProblem,
  comparedNamespaceProblem,
  comparedPortProblem,
} from "./compared-name";

describe("what a policy compares with", () => {
  const grids: [string, (text: string) => string | undefined, string[], string[]][] = [
    [
      "namespaces",
      comparedNamespaceProblem,
      ["shop", "team-1", "*-prod", "team-*", "*", "a*b*"],
      ["Shop", "shop.eu", "", "Team-*", "shop/*", "-shop"],
    ],
    [
      "service accounts",
      comparedAccountProblem,
      ["web", "shop/web", "shop/web.v1"],
      ["Web", "shop/Web", "shop/web_1"],
    ],
    ["hosts", comparedHostProblem, ["a.example.com", "*.example.com"], ["https://a", "a/b"]],
    ["ports", comparedPortProblem, ["1", "65535"], ["0"]],
  ];
  for (const [what, problemOf, good, bad] of grids) {
    it(`fits something: ${what}`, () => {
      assert.deepEqual(
        [...good, ...bad].filter((text) => problemOf(text) === undefined),
        good,
      );
    });
  }

  it("is told with what was probably meant", () => {
    assert.equal(
      comparedNamespaceProblem("Shop"),
      'fits no namespace, as it is not a DNS label (1 to 63 of a-z, 0-9 and "-", no "-" at the ends); did you mean "shop"?',
    );
  });
});

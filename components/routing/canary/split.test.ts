import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";
import { ArgumentCheck } from "../../../arguments/argument-check";
import { failureOf, settled } from "../../../test/support/record";
import { checkSplit, sumsToHundred, type VersionWeight } from "./split";

function split(versions: VersionWeight[]): VersionWeight[] {
  const check = new ArgumentCheck("Canary", "reviews");
  const checked = checkSplit(check, "versions", versions);
  check.done();
  return checked;
}
const named = (weights: pulumi.Input<number>[]) =>
  weights.map((weight, i) => ({ name: `v${i + 1}`, weight }));

/** Any way to write 100 as a sum of whole numbers, zeros among them. */
const hundred = fc
  .array(fc.integer({ min: 0, max: 100 }), { maxLength: 6 })
  .map((cuts) => [0, ...cuts.sort((a, b) => a - b), 100])
  .map((points) => points.slice(1).map((point, i) => point - (points[i] ?? 0)));

describe("a split", () => {
  it("keeps every version with its weight, in order, when they add up to 100", () => {
    fc.assert(
      fc.property(hundred, (weights) => {
        assert.deepEqual(split(named(weights)), named(weights));
      }),
    );
  });

  it("is refused for every other sum", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1 }), (weights) => {
        const sum = weights.reduce((a, b) => a + b, 0);
        fc.pre(sum !== 100);
        assert.throws(() => split(named(weights)), new RegExp(`add up to ${sum} `));
      }),
    );
  });

  it("names each weight when the sum is wrong", () => {
    assert.equal(
      sumsToHundred(["v1", "v2"])([80, 10]),
      "weights add up to 90 (v1 80, v2 10); they must add up to 100",
    );
  });

  for (const [versions, message] of [
    [[], /versions: is empty/],
    [[{ name: "v1", weight: 100.5 }], /versions\[0\].weight: 100.5 is not a whole number/],
    [
      [
        { name: "v1", weight: 110 },
        { name: "v2", weight: -10 },
      ],
      /versions\[0\].weight: 110.*versions\[1\].weight: -10/s,
    ],
    [[{ name: "V1", weight: 100 }], /versions\[0\].name: "V1" is not a DNS label/],
    [
      [
        { name: "v1", weight: 50 },
        { name: "v1", weight: 50 },
      ],
      /versions\[1\].name: "v1" is listed twice/,
    ],
  ] as [VersionWeight[], RegExp][]) {
    it(`refuses ${JSON.stringify(versions)}`, () => {
      assert.throws(() => split(versions), message);
    });
  }

  it("does not complain about the sum while a weight is wrong by itself", () => {
    assert.throws(
      () => split(named([50.5, 10])),
      (error: Error) => !/add up/.test(error.message),
    );
  });

  it("checks weights that arrive later, all together", async () => {
    const [first, second] = split(named([pulumi.output(80), 20]));
    assert.equal(await settled(pulumi.output(first?.weight)), 80);
    assert.equal(await settled(pulumi.output(second?.weight)), 20);
  });

  it("holds all weights back when one that arrives later breaks the sum", async () => {
    const held = split(named([pulumi.output(80), 10]));
    for (const { message } of await Promise.all(held.map(({ weight }) => failureOf(weight)))) {
      assert.match(message, /weights add up to 90 \(v1 80, v2 10\)/);
    }
  });
});

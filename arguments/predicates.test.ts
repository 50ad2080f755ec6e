import assert from "node:assert/strict";
import fc from "fast-check";
import * as tests from "./predicates";
import { shown } from "./shown";

/** Values that pass and values that do not; the message of the latter has to contain the value. */
const table: [name: string, test: tests.Test<never>, good: unknown[], bad: unknown[]][] = [
  [
    "dnsLabel",
    tests.dnsLabel,
    ["a", "v1", "a-b", "a".repeat(63)],
    ["", "V1", "-a", "a-", "a.b", 7, "a".repeat(64)],
  ],
  ["dnsName", tests.dnsName, ["a", "a.b-c", "1.2"], ["", "a..b", "A.b", ".a", "a_b"]],
  [
    "host",
    tests.host,
    ["*", "*.example.com", "shop.example.com"],
    ["", "*.", "a.*", "http://a", "a/b", "**"],
  ],
  ["requestPath", tests.requestPath, ["/", "/api/v1"], ["", "api", "/a?b", "/a b", "/a#b"]],
  [
    "duration",
    tests.duration,
    ["1ms", "0.5s", "1m30s", "2h"],
    ["", "5", "0s", "0.1ms", "2 s", "1d", "-1s", 5],
  ],
  ["port", tests.port, [1, 80, 65535], [0, 65536, 80.5, -1, Number.NaN, "80"]],
  [
    "metadataKey",
    tests.metadataKey,
    ["a", "a_b.C", "example.com/a"],
    ["", "a b", "/a", "A!/b", "a/b/c", "-a"],
  ],
  ["labelValue", tests.labelValue, ["", "a", "A_b.c-1"], ["a b", "-a", "a".repeat(64), "ä"]],
];

describe("the tests of single values", () => {
  for (const [name, test, good, bad] of table) {
    for (const value of good) {
      it(`${name} lets ${JSON.stringify(value)} through`, () => {
        assert.equal(test(value as never), undefined);
      });
    }
    for (const value of bad) {
      it(`${name} refuses ${shown(value)} and names it`, () => {
        assert.ok(test(value as never)?.includes(shown(value)));
      });
    }
  }

  it("says which label was probably meant", () => {
    assert.match(tests.dnsLabel("V2") ?? "", /did you mean "v2"\?$/);
  });

  it("accepts every number of an integer range and no other", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1000 }), (value) => {
        assert.equal(tests.integer(0, 100)(value) === undefined, value >= 0 && value <= 100);
      }),
    );
  });
});

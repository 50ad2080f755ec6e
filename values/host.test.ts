import assert from "node:assert/strict";
import {
  certificateCovers,
  coversHost,
  gatewayRouteNameProblem,
  hostsOverlap,
  isLabel,
  labelProblem,
  nameProblem,
  serverHostProblem,
  wildcardNameProblem,
} from "./host";

type Check = (text: string) => string | undefined;

const long = `${"a".repeat(63)}.`.repeat(4);
const tables: [string, Check, good: string[], bad: string[]][] = [
  [
    "nameProblem",
    nameProblem,
    ["a", "a.b", "a.b.", "A-1.b", "1.a", long.slice(0, 255)],
    ["", "*", "*.a", "a..b", "-a", "a-", "a.1", "a_b", "1.2.3.4", `${long}a`, "a".repeat(64)],
  ],
  [
    "wildcardNameProblem",
    wildcardNameProblem,
    ["a", "*", "*.a", "*a.b", "*-a.b", "*.", "1", "a.b."],
    ["", "a.*", "**", "*_a", "*-", "a.1", "*.a..b"],
  ],
  [
    "gatewayRouteNameProblem with SNI",
    (host) => gatewayRouteNameProblem(host, true),
    ["*", "a.b", "outbound_.80_._.a.b", "outbound_.80_.v1_.a.b"],
    ["", "a_b", "outbound_.80_.a", "outbound_.x_._.a.b", "outbound_.80_._.1"],
  ],
  [
    "gatewayRouteNameProblem",
    (host) => gatewayRouteNameProblem(host, false),
    ["*.a"],
    ["outbound_.80_._.a.b"],
  ],
  [
    "serverHostProblem",
    serverHostProblem,
    ["*", "*.a", "a.b", "ns/*", "./a.b", "*/a.b", "1.2.3.4", "::ffff:1.2.3.4"],
    ["", "a", "::1", "*a.b", "*-a.b", "n.s/a.b", "/a.b", "ns/", "~/a.b", "a/b/c.d"],
  ],
];

describe("host", () => {
  for (const [name, problemOf, good, bad] of tables) {
    it(name, () => {
      assert.deepEqual(
        good.filter((text) => problemOf(text) !== undefined),
        [],
      );
      assert.deepEqual(
        bad.filter((text) => problemOf(text) === undefined),
        [],
      );
    });
  }

  it("isLabel", () => {
    assert.ok(isLabel("a".repeat(63)));
    assert.ok(!isLabel("a".repeat(64)));
    assert.ok(!isLabel("a.b"));
  });

  it("has names of namespaces and subsets told as components tell them, but for the case", () => {
    assert.equal(
      labelProblem("-a"),
      'is not a DNS label (1 to 63 of a-z, A-Z, 0-9 and "-", no "-" at the ends)',
    );
    assert.equal(labelProblem("A-1"), undefined);
  });

  it("covers all that another one stands for", () => {
    assert.ok(coversHost("*.com", "a.com"));
    assert.ok(coversHost("*.com", "*.a.com"));
    assert.ok(coversHost("*.com", "*.com"));
    assert.ok(coversHost("*", "a"));
    assert.ok(!coversHost("*.a.com", "*.com"));
    assert.ok(!coversHost("a.com", "*.com"));
    assert.ok(!coversHost("*.a.com", "a.com"));
  });

  it("meets another one where one covers the other", () => {
    assert.ok(hostsOverlap("*.com", "*.a.com"));
    assert.ok(hostsOverlap("*.a.com", "*.com"));
    assert.ok(!hostsOverlap("a.com", "b.com"));
  });

  it("is covered by a certificate whose wildcard is one part of it", () => {
    const covered = (name: string) =>
      ["a.com", "*.com", "b.a.com", "com", "a"].filter((host) => certificateCovers(name, host));
    assert.deepEqual(covered("a.com"), ["a.com"]);
    assert.deepEqual(covered("*.com"), ["a.com", "*.com"]);
    assert.deepEqual(covered("*.a.com"), ["b.a.com"]);
  });
});

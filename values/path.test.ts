import assert from "node:assert/strict";
import {
  comparedPathProblem,
  isPathWithin,
  matchedPathProblem,
  requestPathProblem,
  routePathProblem,
  templatePathProblem,
  withoutEnd,
  withoutSlash,
  withSlash,
} from "./path";

type Check = (text: string) => string | undefined;

const tables: [string, Check, good: string[], bad: string[]][] = [
  [
    "requestPathProblem",
    requestPathProblem,
    ["/", "/api/v1", "/ä", "/a//b"],
    ["", "api", "/a?b", "/a b", "/a#b"],
  ],
  [
    "routePathProblem",
    routePathProblem,
    ["/", "/api/v1", "/%C3%A4", "/a.b/..c"],
    ["", "api", "/ä", "/a//b", "/a/./b", "/a/..", "/a%2Fb", "/a%2fb", "/%C"],
  ],
  [
    "comparedPathProblem",
    comparedPathProblem,
    ["/", "/api*", "*/api", "*", "/%C3%A4"],
    ["", "api", "/a?b", "/a#b", "/a b", "/ä"],
  ],
  [
    "matchedPathProblem of what is compared whole",
    (path) => matchedPathProblem("exact", path),
    ["", "/", "/api", "/%C3%A4"],
    ["api", "*", "/a*", "/a?b", "/ä"],
  ],
  [
    "matchedPathProblem of the beginning",
    (path) => matchedPathProblem("prefix", path),
    ["", "/", "/api/"],
    ["api", "*/b", "/a/*", "/a#b"],
  ],
  [
    "matchedPathProblem of a pattern",
    (path) => matchedPathProblem("regex", path),
    [
      ".*",
      "/api/.*",
      "^/api.*",
      "^/api$",
      "^/a(b)?",
      "(/a|/b)",
      "[/]a",
      "a?/b",
      "ab*/c",
      "a|/b",
      "\\/a",
    ],
    ["api", "api/.*", "v1-2/(a)", "^/api", "^/api/v1/"],
  ],
  [
    "templatePathProblem",
    templatePathProblem,
    ["/a", "/a/{*}/b", "/a/{**}", "/{*}/{**}", "*", "/a*", ""],
    ["/{a}", "/a{*}", "/{**}/{*}", "/{**}/{**}", "/{*}/a*", "/{*}//b"],
  ],
];

describe("a path", () => {
  for (const [name, problemOf, good, bad] of tables) {
    it(name, () => {
      assert.deepEqual(
        [...good, ...bad].filter((path) => problemOf(path) === undefined),
        good,
      );
    });
  }

  it("that is compared is written as requests have it", () => {
    assert.match(comparedPathProblem("/ä") ?? "", /write "\/%C3%A4"$/);
  });

  it("has or has no slash at its end", () => {
    assert.deepEqual(["/", "/a", "/a//", ""].map(withoutEnd), ["", "/a", "/a", ""]);
    assert.deepEqual(["/", "/a", "/a//", ""].map(withoutSlash), ["/", "/a", "/a", ""]);
    assert.deepEqual(["/", "/a", "/a//", ""].map(withSlash), ["/", "/a/", "/a/", "/"]);
  });

  it("lies at or below a prefix", () => {
    const below = (prefix: string) =>
      ["/", "/a", "/a/", "/a/b", "/ab"].filter((path) => isPathWithin(path, prefix));
    assert.deepEqual(below("/a"), ["/a", "/a/", "/a/b"]);
    assert.deepEqual(below("/a/"), ["/a", "/a/", "/a/b"]);
    assert.deepEqual(below("/"), ["/", "/a", "/a/", "/a/b", "/ab"]);
  });
});

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { RequestMatch } from "./request-match-args";
import { type BothMatch, bothMatch } from "./request-match-both";

const never: BothMatch = {};
const later = pulumi.output("later");

describe("a match for the requests that fit two", () => {
  const rows: [what: string, one: RequestMatch, other: RequestMatch, expected: RequestMatch][] = [
    ["none of them is the other", {}, { method: "GET" }, { method: "GET" }],
    [
      "conditions of both",
      { method: "GET" },
      { path: { exact: "/a" } },
      { method: "GET", path: { exact: "/a" } },
    ],
    [
      "the narrower path",
      { path: { prefix: "/a" } },
      { path: { exact: "/a/b" } },
      { path: { exact: "/a/b" } },
    ],
    [
      "the longer prefix, whichever has it",
      { path: { prefix: "/a/b" } },
      { path: { prefix: "/a" } },
      { path: { prefix: "/a/b" } },
    ],
    [
      "one expression",
      { path: { regex: "/a.*" } },
      { path: { regex: "/a.*" } },
      { path: { regex: "/a.*" } },
    ],
    [
      "headers of both, one of a name",
      { headers: [{ name: "a", exact: "1" }] },
      {
        headers: [
          { name: "a", exact: "1" },
          { name: "b", prefix: "2" },
        ],
      },
      {
        headers: [
          { name: "a", exact: "1" },
          { name: "b", prefix: "2" },
        ],
      },
    ],
    [
      "the same cookie",
      { cookie: { name: "a", exact: "1" } },
      {},
      { cookie: { name: "a", exact: "1" } },
    ],
    [
      "a value that arrives later, where only one has it",
      { authority: later },
      {},
      { authority: later },
    ],
  ];
  for (const [what, one, other, expected] of rows) {
    it(`has ${what}`, () => {
      assert.deepEqual(bothMatch(one, other), { match: expected });
    });
  }

  const nothing: [what: string, one: RequestMatch, other: RequestMatch][] = [
    ["paths beside each other", { path: { prefix: "/a" } }, { path: { prefix: "/ab" } }],
    ["two methods", { method: "GET" }, { method: "PUT" }],
    [
      "two values of one header",
      { headers: [{ name: "a", exact: "1" }] },
      { headers: [{ name: "a", exact: "2" }] },
    ],
  ];
  for (const [what, one, other] of nothing) {
    it(`is none with ${what}`, () => {
      assert.deepEqual(bothMatch(one, other), never);
    });
  }

  const problems: [what: string, one: RequestMatch, other: RequestMatch, message: RegExp][] = [
    [
      "two expressions",
      { path: { regex: "/a.*" } },
      { path: { prefix: "/a" } },
      /both match on the path/,
    ],
    [
      "letters that count in one only",
      { path: { prefix: "/a", ignoreCase: true } },
      { path: { prefix: "/a" } },
      /both match on the path/,
    ],
    [
      "two forms of one header",
      { headers: [{ name: "a", exact: "1" }] },
      { headers: [{ name: "a", regex: "1" }] },
      /both match on a, which one match cannot say/,
    ],
    [
      "a value that arrives later",
      { headers: [{ name: "a", exact: later }] },
      { headers: [{ name: "a", exact: "1" }] },
      /both match on a, one of them by a value that arrives later/,
    ],
    [
      "a cookie and the header of cookies",
      { cookie: { name: "a", exact: "1" } },
      { headers: [{ name: "cookie", regex: ".*" }] },
      /both match on cookies/,
    ],
    [
      "labels in both",
      { sourceLabels: { a: "1" } },
      { sourceLabels: { b: "2" } },
      /both match on sourceLabels/,
    ],
  ];
  for (const [what, one, other, message] of problems) {
    it(`cannot be said with ${what}`, () => {
      assert.match(bothMatch(one, other).problem ?? "", message);
    });
  }
});

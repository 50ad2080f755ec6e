import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { ArgumentCheck } from "../../../arguments/argument-check";
import type { Dialect } from "../dialect";
import type { RequestMatch } from "./request-match-args";
import { checkOrder, covers } from "./request-match-order";

const beta = { name: "x-group", exact: "beta" };

describe("a match covers a later one", () => {
  const rows: [boolean, RequestMatch, RequestMatch][] = [
    [true, {}, { path: { exact: "/a" } }],
    [true, { path: { prefix: "/" } }, {}],
    [true, { path: { prefix: "/a" } }, { path: { exact: "/a/b" } }],
    [true, { path: { prefix: "/a/" } }, { path: { prefix: "/a" } }],
    [false, { path: { prefix: "/a" } }, { path: { prefix: "/ab" } }],
    [false, { path: { exact: "/a" } }, { path: { prefix: "/a" } }],
    [true, { path: { regex: "/a+" } }, { path: { regex: "/a+" }, method: "GET" }],
    [false, { path: { regex: "/a+" } }, { path: { exact: "/a" } }],
    [false, { path: { exact: "/a" } }, { path: { exact: "/a", ignoreCase: true } }],
    [true, { path: { exact: "/a" } }, { path: { exact: "/a", ignoreCase: false } }],
    [true, { headers: [beta] }, { headers: [beta, { name: "a" }] }],
    [false, { headers: [beta, { name: "a" }] }, { headers: [beta] }],
    [true, { headers: [{ name: "x-group" }] }, { headers: [beta] }],
    [false, { headers: [beta] }, { headers: [{ name: "x-group", exact: "other" }] }],
    [true, { cookie: { name: "a", exact: "b" } }, { cookie: { name: "a", exact: "b" }, port: 80 }],
    [false, { withoutHeaders: [{ name: "a" }] }, { withoutHeaders: [{ name: "a", exact: "b" }] }],
    [true, { sourceLabels: { app: "a" } }, { sourceLabels: { app: "a", version: "v1" } }],
    [false, { method: "GET" }, { method: "POST" }],
    [false, { method: pulumi.output("GET" as const) }, { method: pulumi.output("GET" as const) }],
  ];
  for (const [expected, earlier, later] of rows) {
    it(`${expected}: ${JSON.stringify(earlier)} and ${JSON.stringify(later)}`, () => {
      assert.equal(covers(earlier, later), expected);
    });
  }
});

function ordered(dialect: Dialect, ...matches: RequestMatch[]): void {
  const check = new ArgumentCheck("ServiceRoute", "x");
  checkOrder(
    check,
    matches.map((match, rule) => ({ path: `rules[${rule}]`, rule, match })),
    dialect,
  );
  check.done();
}

describe("the order of matches", () => {
  it("is refused where a match is never reached, with istioctl's code", () => {
    assert.throws(
      () => ordered("istio", {}, { headers: [beta] }),
      /^Error: ServiceRoute "x": 1 argument cannot work\n {2}rules\[0\]: takes every request, so nothing behind it is reached; put it last \(IST0130\)$/,
    );
    assert.throws(
      () => ordered("istio", { path: { prefix: "/a" } }, { path: { prefix: "/a/b" } }, {}),
      /rules\[1\]: "\/a\/b" is never reached: rules\[0\] takes its requests before \(IST0131\)/,
    );
  });

  it("is refused once for all that stands behind a match that takes everything", () => {
    assert.throws(
      () => ordered("gateway-api", {}, { headers: [beta] }, { path: { exact: "/a" } }),
      /^Error: ServiceRoute "x": 1 argument cannot work\n {2}rules\[0\]: takes every request/,
    );
  });

  const kept: [string, RequestMatch, RequestMatch][] = [
    ["an exact path before a header", { path: { exact: "/a" } }, { headers: [beta] }],
    ["two headers before one", { headers: [beta, { name: "a" }] }, { headers: [{ name: "b" }] }],
    ["matches that are equal in rank", { headers: [beta] }, { headers: [{ name: "b" }] }],
    [
      "paths of which one is not known",
      { path: { exact: pulumi.output("/a") } },
      { path: { exact: "/a" } },
    ],
    ["paths that exclude each other", { path: { prefix: "/a" } }, { path: { prefix: "/bcd" } }],
    [
      "values that exclude each other",
      { headers: [beta] },
      { headers: [{ name: "x-group", exact: "other" }, { name: "b" }] },
    ],
  ];
  for (const [what, first, second] of kept) {
    it(`is kept by an HTTPRoute for ${what}`, () => {
      ordered("gateway-api", first, second, {});
    });
  }

  const changed: [string, RequestMatch, RequestMatch][] = [
    ["a header before an exact path", { headers: [beta] }, { path: { exact: "/a" } }],
    ["a header before a method", { headers: [beta] }, { method: "GET" }],
    ["one header before two", { headers: [beta] }, { headers: [{ name: "a" }, { name: "b" }] }],
    ["an expression before the rest", { path: { regex: "/v[0-9]" } }, {}],
  ];
  for (const [what, first, second] of changed) {
    it(`is refused for ${what} in an HTTPRoute, and kept by a VirtualService`, () => {
      ordered("istio", first, second);
      assert.throws(
        () => ordered("gateway-api", first, second),
        /rules\[0\]: comes after rules\[1\] in an HTTPRoute/,
      );
    });
  }
});

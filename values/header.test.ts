import assert from "node:assert/strict";
import {
  cookieNameProblem,
  corsHeaderProblem,
  isClaim,
  limitedHeaderProblem,
  lowerCaseHeaderProblem,
  matchHeaderProblem,
  plainHeaderProblem,
  probeHeaderProblem,
  requestHeaderProblem,
} from "./header";
import { headerValueProblem } from "./header-value";

type Check = (text: string) => string | undefined;

const tables: [string, Check, good: string[], bad: string[]][] = [
  [
    "matchHeaderProblem",
    matchHeaderProblem,
    ["x-a", "a,b", ":path", "@request.auth.claims.sub", "@Request.Auth.Claims[a][b]"],
    ["", "a b", ":host", "@request.auth.claims", "@request.auth.claims.", "é"],
  ],
  ["corsHeaderProblem", corsHeaderProblem, ["*", "x-a"], ["", "a b", ":path"]],
  ["requestHeaderProblem", requestHeaderProblem, ["x a", "Host", ":Authority"], ["", ":path"]],
  ["plainHeaderProblem", plainHeaderProblem, ["x-a"], ["", "HOST", ":authority"]],
  ["lowerCaseHeaderProblem", lowerCaseHeaderProblem, ["x-a"], ["", "X-a", "a b", ":path", "a,b"]],
  ["limitedHeaderProblem", limitedHeaderProblem, ["x-a", ":path"], ["", "X-a", ":status"]],
  ["cookieNameProblem", cookieNameProblem, ["Session", "a.b"], ["", "a b", "a=b", "a;b", "a,b"]],
  ["probeHeaderProblem", probeHeaderProblem, ["X-a"], ["", "x_a", "a b"]],
  [
    "headerValueProblem",
    headerValueProblem,
    ["", "a\tb", "100%%", "%REQ(x)%", '%A(["b", "c"])%', "a %B% c", '%A(["\\"%"])%'],
    ["%", "100%", "%A", "%REQ(x)", "%A([b])%", '%A(["b" "c"])%', "%A(x)y%", "a\u0000", "a\nb"],
  ],
];

describe("header", () => {
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

  it("is meant in lower case", () => {
    assert.equal(
      lowerCaseHeaderProblem("X-A"),
      'is not a header name in lower case; did you mean "x-a"?',
    );
    assert.equal(lowerCaseHeaderProblem("a b"), "is not a header name in lower case");
    assert.equal(
      limitedHeaderProblem("X-A"),
      "is not a header name in lower case; :path, :method, :authority, :scheme are allowed too",
    );
  });

  it("isClaim", () => {
    assert.ok(isClaim("@request.auth.claims[a]"));
    assert.ok(!isClaim("@request.auth.claims[]"));
    assert.ok(!isClaim("request.auth.claims.a"));
  });
});

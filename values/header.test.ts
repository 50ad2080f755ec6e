import assert from "node:assert/strict";
import {
  corsHeaderProblem,
  isClaim,
  matchHeaderProblem,
  plainHeaderProblem,
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

  it("isClaim", () => {
    assert.ok(isClaim("@request.auth.claims[a]"));
    assert.ok(!isClaim("@request.auth.claims[]"));
    assert.ok(!isClaim("request.auth.claims.a"));
  });
});

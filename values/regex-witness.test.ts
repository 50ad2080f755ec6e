import assert from "node:assert/strict";
import { wholeRegexOf } from "./regex";
import { regexCounterWitness, regexWitnesses } from "./regex-witness";

describe("texts that a regular expression takes", () => {
  for (const [expression, texts] of [
    ["/a|/b", ["/a", "/b"]],
    [
      "^/v[0-9]+/users$",
      [...["/v1/users", "/v0/users", "/v9/users"], ...["/v11/users", "/v00/users", "/v99/users"]],
    ],
    [
      "/api/(v1|v2)/.*",
      [...["/api/v1/a", "/api/v2/a", "/api/v1/", "/api/v2/"], ...["/api/v1/aa", "/api/v2/aa"]],
    ],
    ["(?i)/CART", ["/CART"]],
    ["\\Q/a.b\\E", ["/a.b"]],
    ["/(?P<id>\\d{3,5})", ["/111", "/000", "/999"]],
    [".*\\.png", ["/a.png", "/.png", "/aa.png"]],
    ["/[^/]+\\x2fx", [...["/a/x", "/1/x", "/-/x"], ...["/aa/x", "/11/x", "/--/x"]]],
  ] as const) {
    it(expression, () => assert.deepEqual(regexWitnesses(expression, "/"), texts));
  }

  it("are none where nobody finds one", () => {
    assert.deepEqual(regexWitnesses("[ж]"), []);
  });

  it("have one nearby that does not fit", () => {
    for (const expression of ["/a|/b", "^/v[0-9]+$", "a.*", ".{3}", "[a-z]+"]) {
      const [fitting = ""] = regexWitnesses(expression);
      const other = regexCounterWitness(expression, fitting);
      assert.equal(other === undefined ? undefined : wholeRegexOf(expression)?.test(other), false);
    }
    assert.equal(regexCounterWitness(".*", "a"), undefined);
    assert.equal(regexCounterWitness("/.*", "/a"), "~/a");
    assert.equal(regexCounterWitness("/.*", "/a", "/"), undefined);
    assert.equal(regexCounterWitness(".*a.*", "/a", "/"), "/");
  });
});

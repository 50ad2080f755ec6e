import assert from "node:assert/strict";
import { ownRevisionName, revisioned, revisionName } from "./revision";

describe("the name of a revision", () => {
  for (const name of ["1-31-1", "canary", "default", "a"]) {
    it(`may be ${name}`, () => assert.equal(revisionName(name), undefined));
  }
  for (const [name, message] of [
    ["1.31.1", /"1.31.1" is not a DNS label.*no dots.*did you mean "1-31-1"\?/],
    ["Canary", /did you mean "canary"\?/],
    ["-a", /"-a" is not a DNS label/],
    ["", /"" is not a DNS label/],
    ["a".repeat(41), /has 41 characters/],
  ] as const) {
    it(`may not be ${JSON.stringify(name)}`, () => assert.match(revisionName(name) ?? "", message));
  }

  it("is not default for an istiod of its own", () => {
    assert.match(ownRevisionName("default") ?? "", /"default" is how Istio calls/);
    assert.equal(ownRevisionName("1-31-1"), undefined);
  });

  it("is the end of the names of its objects, unless there is none", () => {
    assert.equal(revisioned("istiod", "1-31-1"), "istiod-1-31-1");
    assert.equal(revisioned("istiod", "default"), "istiod");
    assert.equal(revisioned("istiod", undefined), "istiod");
  });
});

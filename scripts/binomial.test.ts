import assert from "node:assert/strict";
import { binomialTest, followsSplit } from "./binomial";

describe("the binomial test", () => {
  it("gives the textbook value of 1 head in 10 tosses", () => {
    assert.ok(Math.abs(binomialTest(1, 10, 0.5) - 22 / 1024) < 1e-12);
  });
  it("finds the expected count the most likely", () => {
    assert.equal(binomialTest(5, 10, 0.5), 1);
  });
  it("leaves no chance to a hit at weight 0", () => {
    assert.equal(binomialTest(1, 200, 0), 0);
    assert.equal(binomialTest(0, 200, 0), 1);
  });
});

describe("followsSplit", () => {
  const split = { v1: 80, v2: 20, v3: 0 };
  it("accepts what chance gives", () => {
    assert.equal(followsSplit({ v1: 158, v2: 42 }, split), true);
  });
  it("refuses an even split for 80/20", () => {
    assert.equal(followsSplit({ v1: 100, v2: 100 }, split), false);
  });
  it("refuses a single answer from a version at weight 0", () => {
    assert.equal(followsSplit({ v1: 160, v2: 39, v3: 1 }, split), false);
  });
  it("refuses a version that is not declared", () => {
    assert.equal(followsSplit({ v1: 160, v2: 40, v4: 1 }, split), false);
  });
});

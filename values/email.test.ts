import assert from "node:assert/strict";
import { emailProblem } from "./email";

describe("an e-mail address", () => {
  it("has a name and a domain", () => {
    const good = ["a@b.c", "a+b@c.d.e"];
    const bad = ["", "a", "a@b", "a b@c.d", "@b.c", "a@@b.c"];
    assert.deepEqual(
      [...good, ...bad].filter((text) => emailProblem(text) === undefined),
      good,
    );
  });
});

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { settled } from "../test/support/record";
import { whenKnown } from "./when-known";

const add = (a: number, b: number) => a + b;

describe("whenKnown", () => {
  it("computes at once from plain values", () => {
    assert.equal(whenKnown([1, 2], add), 3);
  });

  it("computes later when one value is an output or a promise", async () => {
    assert.equal(await settled(pulumi.output(whenKnown([1, pulumi.output(2)], add))), 3);
    assert.equal(await settled(pulumi.output(whenKnown([Promise.resolve(1), 2], add))), 3);
  });
});

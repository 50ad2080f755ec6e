import assert from "node:assert/strict";
import { setTimeout as passed } from "node:timers/promises";
import { tellWhenLate } from "./waiting";

const soon = 20;

async function told(begun: Promise<unknown>, done: Promise<unknown>): Promise<number> {
  let times = 0;
  tellWhenLate(begun, done, () => (times += 1), soon);
  await passed(4 * soon);
  return times;
}

describe("what an update waits for", () => {
  const begun = Promise.resolve();
  const never = new Promise<never>(() => {});

  it("is told once when it is not there in time", async () => {
    assert.equal(await told(begun, never), 1);
  });

  it("is not told when it is there in time, or when that fails", async () => {
    assert.equal(await told(begun, Promise.resolve()), 0);
    assert.equal(await told(begun, Promise.reject(new Error("refused"))), 0);
  });

  it("is not told before it has begun", async () => {
    assert.equal(await told(never, never), 0);
    assert.equal(await told(Promise.reject(new Error("refused")), never), 0);
  });
});

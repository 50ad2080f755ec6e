import assert from "node:assert/strict";
import { KeyedFacts } from "./keyed-facts";

describe("keyed facts", () => {
  it("are found out once for the same keys, also where nothing is found", () => {
    const facts = new KeyedFacts<[object, number], string | undefined>();
    const [one, other] = [{}, {}];
    const asked: string[] = [];
    const ask = (key: object, port: number, found?: string) =>
      facts.get([key, port], () => {
        asked.push(`${port} ${found}`);
        return found;
      });
    assert.equal(ask(one, 80, "a"), "a");
    assert.equal(ask(one, 80, "not asked"), "a");
    assert.equal(ask(one, 81), undefined);
    assert.equal(ask(one, 81, "not asked"), undefined);
    assert.equal(ask(other, 80, "b"), "b");
    assert.deepEqual(asked, ["80 a", "81 undefined", "80 b"]);
  });
});

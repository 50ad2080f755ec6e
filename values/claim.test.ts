import assert from "node:assert/strict";
import { claimPath } from "./claim";

describe("names of a claim", () => {
  for (const [text, names] of [
    ["groups", ["groups"]],
    ["realm[roles]", ["realm", "roles"]],
    ["a[b][c]", ["a", "b", "c"]],
    ["https://example.com/groups", ["https://example.com/groups"]],
    ["a[", ["a["]],
    ["[a]", ["[a]"]],
  ] as const) {
    it(text, () => assert.deepEqual(claimPath(text), names));
  }
});

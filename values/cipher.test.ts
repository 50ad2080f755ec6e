import assert from "node:assert/strict";
import { isCipher } from "./cipher";

describe("a cipher", () => {
  it("is a known one, all of them, or an operator's", () => {
    const good = ["AES128-SHA", "ECDHE-RSA-AES256-SHA", "ALL", "", "!RC4", "-AES128-SHA"];
    const bad = ["RC4", "aes128-sha", "AES128-SHA256"];
    assert.deepEqual([...good, ...bad].filter(isCipher), good);
  });
});

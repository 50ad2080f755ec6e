import assert from "node:assert/strict";
import { isAudience } from "./audience";

describe("an audience", () => {
  it("is the same with and without a scheme, and with a slash at its end", () => {
    const all = ["shop.example/", "https://shop.example", "http://shop.example/", "shop.example"];
    assert.deepEqual(
      all.filter((one) => !isAudience("https://shop.example/", one)),
      [],
    );
  });

  it("is another one where its path or its case is", () => {
    const all = ["shop.example/a", "Shop.example", "ftp://shop.example"];
    assert.deepEqual(
      all.filter((one) => isAudience("shop.example", one)),
      [],
    );
  });
});

import assert from "node:assert/strict";
import { pageUrl } from "./page-url";

describe("the address of a page", () => {
  for (const [entry, address, url] of [
    [{}, "10.0.0.1", "http://10.0.0.1/productpage"],
    [{ host: "*" }, "lb.example.com", "http://lb.example.com/productpage"],
    [{ host: "*.example.com" }, "fd00::1", "http://[fd00::1]/productpage"],
    [{ host: "shop.example.com" }, "10.0.0.1", "http://shop.example.com/productpage"],
    [{ host: "shop.example.com" }, undefined, "http://shop.example.com/productpage"],
    [
      { host: "shop.example.com", credentialName: "shop" },
      "10.0.0.1",
      "https://shop.example.com/productpage",
    ],
    [{ host: "*" }, undefined, undefined],
  ] as const) {
    it(`is ${url} for ${JSON.stringify(entry)} and address ${address}`, () => {
      assert.equal(pageUrl(entry, address, "/productpage"), url);
    });
  }
});

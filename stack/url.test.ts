import assert from "node:assert/strict";
import { productPageUrl } from "./url";

describe("productPageUrl", () => {
  for (const [host, address, url] of [
    [undefined, "10.0.0.1", "http://10.0.0.1/productpage"],
    ["*", "lb.example.com", "http://lb.example.com/productpage"],
    ["*.example.com", "fd00::1", "http://[fd00::1]/productpage"],
    ["shop.example.com", "10.0.0.1", "http://shop.example.com/productpage"],
    ["shop.example.com", undefined, "http://shop.example.com/productpage"],
    ["*", undefined, undefined],
  ] as const) {
    it(`is ${url} for host ${host} and address ${address}`, () => {
      assert.equal(productPageUrl(host, address), url);
    });
  }
});

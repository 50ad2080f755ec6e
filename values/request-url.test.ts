import assert from "node:assert/strict";
import { urlParts, withoutUser } from "./request-url";

describe("the URL of a request", () => {
  it("comes in parts, with path and query as they are written", () => {
    assert.deepEqual(urlParts("HTTPS://Shop.example.com.:8443/a//b?c=/#d"), {
      scheme: "https",
      authority: "Shop.example.com.:8443",
      host: "shop.example.com",
      port: 8443,
      path: "/a//b?c=/",
    });
    assert.deepEqual(urlParts("tcp://[fd00::1]"), {
      scheme: "tcp",
      authority: "[fd00::1]",
      host: "fd00::1",
      path: "",
    });
    assert.deepEqual(urlParts("http://web?x"), {
      scheme: "http",
      authority: "web",
      host: "web",
      path: "/?x",
    });
  });

  it("is refused in words that follow on it", () => {
    assert.equal(urlParts("web:80"), 'is not a URL; write for example "http://reviews:9080/"');
    assert.equal(urlParts("http://*.web/"), ': host "*.web": "*" is no part of a host name');
  });

  it("is told without credentials", () => {
    assert.equal(withoutUser("http://me:secret@web/a@b"), "http://…@web/a@b");
    assert.equal(withoutUser("http://web/a@b"), "http://web/a@b");
  });
});

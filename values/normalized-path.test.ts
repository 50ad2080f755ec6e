import assert from "node:assert/strict";
import { normalizedPath } from "./normalized-path";

describe("a path as Envoy reads it", () => {
  it("has no dots as segments", () => {
    const all = [
      "/",
      "/a",
      "/a/./b",
      "/a/../b",
      "/a/..",
      "/a/.",
      "/../a",
      "/a/b/../../c",
      "/a..b/.",
    ];
    assert.deepEqual(
      all.map((path) => normalizedPath(path)),
      ["/", "/a", "/a/b", "/b", "/", "/a/", "/a", "/c", "/a..b/"],
    );
  });

  it("has no escapes that it needs not", () => {
    assert.deepEqual(
      ["/%61%2e%2E", "/a/%2e%2e/b", "/a%2Fb", "/a%20b", "/a\\b"].map((path) =>
        normalizedPath(path),
      ),
      ["/a..", "/b", "/a%2Fb", "/a%20b", "/a/b"],
    );
  });

  it("keeps several slashes unless the mesh merges them", () => {
    assert.equal(normalizedPath("//a//b"), "//a//b");
    assert.equal(normalizedPath("//a///b", { mergeSlashes: true }), "/a/b");
    const all = { mergeSlashes: true, unescapeSlashes: true };
    assert.equal(normalizedPath("/a%2F%2fb%5Cc", all), "/a/b/c");
  });

  it("leaves what is no path", () => {
    assert.equal(normalizedPath("*"), "*");
  });
});

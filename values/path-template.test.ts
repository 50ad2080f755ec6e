import assert from "node:assert/strict";
import { isPathTemplate, templateOf, withoutQuery } from "./path-template";

const paths = ["/a", "/a/", "/a/b", "/a/b/c", "/a/b*/c", "/a.b/c", "/axb/c"];
const taken = (template: string): string[] => paths.filter(templateOf(template));

describe("a path with open segments", () => {
  it("is known by its braces", () => {
    assert.deepEqual(["/a", "/a*", "/a/{*}", "/a/{**}", "{**}"].filter(isPathTemplate), [
      "/a/{*}",
      "/a/{**}",
      "{**}",
    ]);
  });

  it("takes one segment", () => {
    assert.deepEqual(taken("/a/{*}"), ["/a/b"]);
    assert.deepEqual(taken("/{*}/c"), ["/a.b/c", "/axb/c"]);
  });

  it("takes any that are left", () => {
    assert.deepEqual(taken("/a/{**}"), ["/a/", "/a/b", "/a/b/c"]);
    assert.deepEqual(taken("/a/{*}/{**}"), ["/a/b/c"]);
  });

  it("reads the rest letter by letter", () => {
    assert.deepEqual(taken("/a.b/{*}"), ["/a.b/c"]);
  });

  it("is held against a path without its query", () => {
    assert.deepEqual(["/a?b", "/a#b?c", "/a"].map(withoutQuery), ["/a", "/a", "/a"]);
  });
});

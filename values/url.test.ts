import assert from "node:assert/strict";
import { below, httpUrlProblem, isAcmeDirectory, isLocalPath, isOciUrl } from "./url";

const all = [
  "http://a",
  "https://a.b/c",
  "https://a b",
  "https:///a",
  "oci://a/b",
  "oci://a",
  "./a",
  "",
];

describe("an address", () => {
  it("is of HTTP, of a registry, or a folder", () => {
    assert.deepEqual(
      all.filter((text) => httpUrlProblem(text) === undefined),
      ["http://a", "https://a.b/c", "https://a b"],
    );
    assert.deepEqual(all.filter(isAcmeDirectory), ["https://a.b/c"]);
    assert.deepEqual(all.filter(isOciUrl), ["oci://a/b"]);
    assert.deepEqual(all.filter(isLocalPath), ["./a"]);
  });

  it("has something below it", () => {
    assert.equal(below("https://a//", "b"), "https://a/b");
    assert.equal(below("./a", "b"), "./a/b");
  });
});

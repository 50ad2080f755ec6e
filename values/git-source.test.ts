import assert from "node:assert/strict";
import { gitSource, isGitSource } from "./git-source";

describe("what git has", () => {
  it("is named by revision and path", () => {
    assert.deepEqual(gitSource("git:main:manifests/"), ["main", "manifests"]);
    assert.deepEqual(gitSource("git:HEAD~1:./a/b.yaml"), ["HEAD~1", "a/b.yaml"]);
    assert.deepEqual(gitSource("git:main:"), ["main", ""]);
  });

  it("needs both", () => {
    assert.deepEqual(["git:main", "git::a", "main:a"].map(gitSource), [
      undefined,
      undefined,
      undefined,
    ]);
    assert.deepEqual(["git:x", "github"].map(isGitSource), [true, false]);
  });
});

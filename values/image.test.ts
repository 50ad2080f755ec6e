import assert from "node:assert/strict";
import { imagePathProblem, imageProblem, imageTagProblem } from "./image";

const sha = `sha256:${"0".repeat(64)}`;

describe("an image", () => {
  const grids: [string, (text: string) => string | undefined, string[], string[]][] = [
    [
      "its path",
      imagePathProblem,
      [
        "istio",
        "docker.io/istio",
        "registry.example.com:5000/a/b_c",
        "localhost:5000",
        "my_org/istio",
        "[fd00::1]:5000/istio",
      ],
      ["", "_a/b", "https://a.b/c", "a.b/c/", "a.b/C", "a b", "a.b/c@d", "a.b/c:1"],
    ],
    ["its tag", imageTagProblem, ["1.2.3", "latest", "v1_2-a"], ["", ".1", "a:b", "a".repeat(129)]],
    [
      "the whole",
      imageProblem,
      [
        "web",
        "web:1.0",
        "shop_web:dev",
        "a.b:5000/web",
        "a.b:5000/c/web:1",
        `web@${sha}`,
        `a.b/web:1@${sha}`,
      ],
      ["", "web:", "a.b/Web:1", "https://a.b/web", "web:1:2", "web@sha", `web@${sha}@${sha}`],
    ],
  ];
  for (const [what, problemOf, good, bad] of grids) {
    it(`is read as the registry reads it: ${what}`, () => {
      assert.deepEqual(
        [...good, ...bad].filter((text) => problemOf(text) === undefined),
        good,
      );
    });
  }

  it("is told without what does not belong there", () => {
    assert.match(imagePathProblem("https://a.b/c/") ?? "", /write "a\.b\/c"$/);
    assert.match(imagePathProblem("A B") ?? "", /write for example/);
  });
});

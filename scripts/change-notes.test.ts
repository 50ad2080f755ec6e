import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ChangeNote, changeNote, versionRefusal, withRelease } from "./change-notes";

const note = (kind: ChangeNote["kind"], text: string): ChangeNote => ({ kind, text });

describe("a change note", () => {
  for (const file of readdirSync("changes").filter((name) => name !== "README.md")) {
    it(`changes/${file} can be read`, () => {
      changeNote(file, readFileSync(join("changes", file), "utf8"));
    });
  }

  it("has its kind in its name and its text in one line", () => {
    assert.deepEqual(
      changeNote("zero.fixed.md", "`Canary` keeps\nversions at 0.\n"),
      note("fixed", "`Canary` keeps versions at 0."),
    );
  });

  const refused: readonly [name: string, content: string, reason: RegExp][] = [
    ["zero.md", "x", /zero\.md: .*kinds: breaking, added, changed, fixed$/],
    ["zero.broken.md", "x", /zero\.broken\.md: .*kinds/],
    ["zero.constructor.md", "x", /kinds/],
    ["zero.fixed.md", " \n", /one paragraph/],
    ["zero.fixed.md", "One.\n\nTwo.", /one paragraph/],
  ];
  for (const [name, content, reason] of refused) {
    it(`is refused as ${name} with ${JSON.stringify(content)}`, () => {
      assert.throws(() => changeNote(name, content), reason);
    });
  }
});

describe("a release in the changelog", () => {
  const notes = [note("fixed", "B."), note("breaking", "A."), note("fixed", "C.")];

  it("stands above the one before it, its notes by kind", () => {
    assert.equal(
      withRelease("# Changelog\n\n## 0.1.0, 2026-01-01\n\n- Old.\n", "0.2.0", "2026-02-02", notes),
      "# Changelog\n\n## 0.2.0, 2026-02-02\n\n### Breaking\n\n- A.\n\n### Fixed\n\n- B.\n- C.\n\n## 0.1.0, 2026-01-01\n\n- Old.\n",
    );
  });

  it("takes what is unreleased", () => {
    assert.equal(
      withRelease("# Changelog\n\n## Unreleased\n\n- First.\n", "0.1.0", "2026-02-02", []),
      "# Changelog\n\n## 0.1.0, 2026-02-02\n\n- First.\n",
    );
  });
});

describe("the version of a release", () => {
  const rows: readonly [string, string | undefined, ChangeNote["kind"], RegExp | undefined][] = [
    ["0.1.0", undefined, "breaking", undefined],
    ["1.2", undefined, "fixed", /three numbers/],
    ["1.2.0", "1.2.0", "fixed", /last release is 1\.2\.0/],
    ["1.1.9", "1.2.0", "fixed", /last release is 1\.2\.0/],
    ["1.2.1", "1.2.0", "fixed", undefined],
    ["1.10.0", "1.9.0", "added", undefined],
    ["1.3.0", "1.2.0", "breaking", /another major version/],
    ["2.0.0", "1.2.0", "breaking", undefined],
    ["0.1.1", "0.1.0", "breaking", /another minor version/],
    ["0.2.0", "0.1.0", "breaking", undefined],
  ];
  for (const [version, previous, kind, reason] of rows) {
    it(`${version} after ${previous ?? "none"} is ${reason ? "refused" : "taken"} for ${kind}`, () => {
      const said = versionRefusal(version, previous, [note(kind, "A.")]);
      assert.match(said ?? "taken", reason ?? /^taken$/);
    });
  }
});

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

const pages = [".", "docs", "docs/adr", "changes", ".github"].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .map((file) => join(folder, file)),
);

/** As forges name the headings of a page. */
const anchors = (page: string): string[] =>
  [...readFileSync(page, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );

/** Links of a page that lead nowhere in this repository. */
function dead(page: string): string[] {
  const links = readFileSync(page, "utf8").matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g);
  return [...links].flatMap(([link, path = "", anchor]) => {
    const target = path === "" ? page : join(dirname(page), path);
    const there =
      existsSync(target) &&
      (anchor === undefined || (statSync(target).isFile() && anchors(target).includes(anchor)));
    return there ? [] : [link];
  });
}

describe("the pages of this repository", () => {
  it("are found", () => {
    assert.ok(pages.includes("README.md") && pages.includes("docs/adr/README.md"));
  });

  for (const page of pages) {
    it(`${page} links to what is there`, () => {
      assert.deepEqual(dead(page), []);
    });
  }

  it("list every decision", () => {
    const listed = readFileSync("docs/adr/README.md", "utf8").match(/\d{4}-[a-z0-9-]+\.md/g) ?? [];
    const written = pages
      .filter((page) => /^docs\/adr\/\d/.test(page))
      .map((page) => page.slice("docs/adr/".length));
    assert.deepEqual(listed, written.sort());
  });
});

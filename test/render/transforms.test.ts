import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseAllDocuments } from "yaml";
import { must } from "../support/command";
import { componentCases } from "../support/component-case";

const program = resolve("test/render/programs/transforms");
const work = resolve("build/work/transforms");

function objectsOf(component: string): string[] {
  const dir = join(work, "objects", component);
  const files = existsSync(dir)
    ? readdirSync(dir, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
    : [];
  return files.flatMap((file) =>
    parseAllDocuments(readFileSync(join(file.parentPath, file.name), "utf8")).map((document) => {
      const { kind, metadata } = document.toJS();
      const marked = metadata.annotations?.["example.com/marked"] === "yes";
      return `${kind} ${metadata.name}: ${marked ? "marked" : "as it was"}`;
    }),
  );
}

describe("transforms of a component", function () {
  this.timeout(600_000);

  before(async () => {
    rmSync(work, { recursive: true, force: true });
    const pulumi = ["tools", "--state", work, "pulumi", "--cwd", program];
    await must("lab/lab", [...pulumi, "stack", "init", "dev"]);
    const up = ["up", "--yes", "--skip-preview", "--stack", "dev", "--suppress-progress"];
    await must("lab/lab", [...pulumi, ...up]);
  });

  for (const { component } of componentCases.filter(({ rendered }) => !rendered)) {
    it(`reach every object of ${component}`, () => {
      const objects = objectsOf(component);
      assert.notEqual(objects.length, 0);
      assert.deepEqual(
        objects.filter((object) => !object.endsWith(": marked")),
        [],
      );
    });
  }
});

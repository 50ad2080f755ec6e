// release.ts VERSION: joins the change notes into the changelog, sets the version, commits and tags.
// Nothing leaves this clone: what is left to do is printed.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { changeNote, versionRefusal, withRelease } from "./change-notes";

const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { encoding: "utf8" }).trim();

const [version = ""] = process.argv.slice(2);
const files = readdirSync("changes").filter((name) => name !== "README.md");
const notes = files.map((file) => changeNote(file, readFileSync(join("changes", file), "utf8")));
const [last] = run("git", "tag", "--list", "v*", "--sort=-version:refname").split("\n");

const refusal = run("git", "status", "--porcelain")
  ? "the work tree has changes that are not committed"
  : versionRefusal(version, last?.slice(1) || undefined, notes);
if (refusal) {
  process.stderr.write(`release: ${refusal}\n`);
  process.exit(1);
}

const today = new Date().toISOString().slice(0, 10);
writeFileSync(
  "CHANGELOG.md",
  withRelease(readFileSync("CHANGELOG.md", "utf8"), version, today, notes),
);
for (const file of files) {
  rmSync(join("changes", file));
}
run("npm", "version", "--no-git-tag-version", "--allow-same-version", "--ignore-scripts", version);
run("git", "add", "--all", "CHANGELOG.md", "changes", "package.json", "package-lock.json");
run("git", "commit", "--message", `build: release ${version}`);
run("git", "tag", "--annotate", `v${version}`, "--message", `istio-mesh ${version}`);
process.stdout.write(`v${version} is committed and tagged, in this clone only. To let it out:
  git push --follow-tags
  npm publish
`);

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gitSource } from "../../values/git-source";
import { type Input, type Problem, unreadable } from "../read/input";
import { readPaths } from "../read/paths";

function git(args: readonly string[], options: { input?: string; index?: string } = {}): string {
  const { input, index } = options;
  return execFileSync("git", args, {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["pipe", "pipe", "pipe"],
    ...(input !== undefined && { input }),
    ...(index !== undefined && { env: { ...process.env, GIT_INDEX_FILE: index } }),
  });
}

/** What git says of a failure, without its own word for it. */
function said(error: unknown): string {
  const { stderr, code } = error as { stderr?: string; code?: string };
  return code === "ENOENT"
    ? "git is needed, and there is none on the PATH"
    : (stderr ?? String(error)).split("\n")[0]?.replace("fatal: ", "") || "git has failed";
}

/** Writes the files of a revision below a folder; neither the work tree nor the index is touched. */
function unpack(revision: string, path: string, folder: string): void {
  const top = git(["rev-parse", "--show-toplevel"]).trim();
  const at = ["-C", top];
  const names = git([...at, "ls-tree", "-r", "-z", "--name-only", revision, "--", path || "."]);
  const index = join(folder, "index");
  git([...at, "read-tree", revision], { index });
  git([...at, "checkout-index", "-z", "--stdin", `--prefix=${folder}/files/`], {
    input: names,
    index,
  });
}

/** The objects that git has of a path at a revision: `git:REV:PATH`, from the top of the repository. */
export async function readGit(source: string): Promise<Input> {
  const parts = gitSource(source);
  if (parts === undefined) {
    return unreadable({ file: source, message: 'write "git:REVISION:PATH"' });
  }
  const [revision, path] = parts;
  const folder = mkdtempSync(join(tmpdir(), "istio-mesh-"));
  try {
    unpack(revision, path, folder);
    const input = await readPaths([join(folder, "files", path)]);
    const top = join(folder, "files/");
    const named = ({ file, message, ...rest }: Problem): Problem => ({
      ...rest,
      file: file?.startsWith(top) ? `git:${revision}:${file.slice(top.length)}` : source,
      message: message.replaceAll(top, ""),
    });
    return { ...input, problems: input.problems.map(named), skipped: input.skipped.map(named) };
  } catch (error) {
    return unreadable({ file: source, message: said(error) });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

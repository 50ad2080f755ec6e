import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Folder of a Go module, which is fetched when it is not there. */
export function moduleDir(module: string, version: string): string {
  const empty = mkdtempSync(join(tmpdir(), "schemas-"));
  // It fails for a module that a newer Go would be needed to build; its files are there all the same.
  const { stdout, stderr } = spawnSync("go", ["mod", "download", "-json", `${module}@${version}`], {
    cwd: empty,
    encoding: "utf8",
    env: { ...process.env, GOWORK: "off", GOFLAGS: "-mod=mod" },
  });
  rmSync(empty, { recursive: true });
  const { Dir: named, Sum: sum, Error: error } = JSON.parse(stdout || "{}");
  const cache = execFileSync("go", ["env", "GOMODCACHE"], { encoding: "utf8" }).trim();
  const dir = named ?? join(cache, `${module}@${version}`);
  if (!sum || !existsSync(dir)) {
    throw new Error(`${module} ${version}: ${error ?? stderr}`);
  }
  return dir;
}

import { type SpawnSyncOptions, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Outcome } from "./command";

const parts = ["cli.js", "main.js", "cel.js", "data", "later"];

/** The built command-line tool, in a folder that everybody may read. */
export class Tool {
  readonly folder = mkdtempSync(join(tmpdir(), "tool-"));
  readonly program = join(this.folder, "dist/cli.js");

  constructor() {
    chmodSync(this.folder, 0o755);
    for (const part of parts) {
      cpSync(join("dist", part), join(this.folder, "dist", part), { recursive: true });
    }
  }

  /** Writes files beside which the tool is called. */
  write(files: Readonly<Record<string, string | Buffer>>): void {
    for (const [name, content] of Object.entries(files)) {
      const file = join(this.folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }

  /** Calls it, with what comes through standard input, and in an environment of its own. */
  run(args: readonly string[], options: SpawnSyncOptions = {}): Outcome {
    const { status, stdout, stderr } = spawnSync(process.execPath, [this.program, ...args], {
      cwd: this.folder,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
      ...options,
    });
    return { code: status ?? -1, stdout: String(stdout), stderr: String(stderr) };
  }

  /** A program of the given name, found before all others, that does what a shell script says. */
  pretend(name: string, script: string): { env: NodeJS.ProcessEnv } {
    const file = join(this.folder, "bin", name);
    this.write({ [`bin/${name}`]: `#!/bin/sh\n${script}` });
    chmodSync(file, 0o755);
    return { env: { ...process.env, PATH: `${dirname(file)}:${process.env.PATH}` } };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

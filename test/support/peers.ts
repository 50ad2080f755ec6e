import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { must } from "./command";

/**
 * What the library shares with its users' programs, in the oldest versions that it is for and in
 * those of the lock file of this repository. The oldest are installed once for each lock file and
 * kept in the tool cache.
 */
export const Peers = { Oldest: "oldest", Newest: "newest" } as const;
export type Peers = (typeof Peers)[keyof typeof Peers];

/** Its versions are the lower bounds of the peer ranges in the library's package.json. */
export const oldestPeers = resolve("test/fixtures/oldest-peers");

const toolCache = (): string =>
  process.env.ISTIO_MESH_CACHE ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "istio-mesh");

async function installedOldest(): Promise<string> {
  const lock = readFileSync(join(oldestPeers, "package-lock.json"));
  const key = createHash("sha256").update(lock).digest("hex").slice(0, 12);
  const dir = join(toolCache(), "oldest-peers", key);
  if (!existsSync(dir)) {
    const coming = `${dir}.${process.pid}`;
    rmSync(coming, { recursive: true, force: true });
    mkdirSync(coming, { recursive: true });
    cpSync(oldestPeers, coming, { recursive: true });
    // The install script of the Kubernetes package would download a plugin.
    const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--silent"];
    await must("npm", ["--prefix", coming, "ci", ...quiet]);
    renameSync(coming, dir);
  }
  return join(dir, "node_modules");
}

/** The folder `node_modules` that has them. */
export async function peerModules(which: Peers): Promise<string> {
  return which === Peers.Newest ? resolve("node_modules") : installedOldest();
}

import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { must } from "./command";
import { buildPackage } from "./field-package";
import { type Peers, peerModules } from "./peers";

const packages = (modules: string): string[] =>
  readdirSync(modules)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) =>
      name.startsWith("@")
        ? readdirSync(join(modules, name)).map((inner) => join(name, inner))
        : [name],
    );

/**
 * A user's folder outside of the repository's packages: the library is there as `npm install` of
 * the packed file leaves it, and beside it what else the program needs.
 */
export async function ownProject(dir: string, peers: Peers): Promise<string> {
  await buildPackage();
  const modules = join(resolve(dir), "node_modules");
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(join(modules, "istio-mesh"), { recursive: true });
  writeFileSync(join(dir, "package.json"), JSON.stringify({ name: "own", private: true }));
  // It is built already; prepack would build it again.
  const packing = ["pack", "--silent", "--ignore-scripts", "--pack-destination", dir];
  const printed = await must("npm", packing);
  const archive = join(dir, printed.trim());
  const into = join(modules, "istio-mesh");
  await must("tar", ["--extract", "--file", archive, "--directory", into, "--strip-components=1"]);
  const from = await peerModules(peers);
  for (const name of packages(from)) {
    mkdirSync(join(modules, name, ".."), { recursive: true });
    symlinkSync(join(from, name), join(modules, name));
  }
  return resolve(dir);
}

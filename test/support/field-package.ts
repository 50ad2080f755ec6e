import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { must } from "./command";

const sources = [
  "components",
  "arguments",
  "analysis",
  "schemas",
  "values",
  "package.json",
  "scripts/bundle.ts",
];

function newest(path: string): number {
  const found = statSync(path);
  const inside = found.isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [];
  return Math.max(found.isDirectory() ? 0 : found.mtimeMs, ...inside.map(newest));
}

/** Programs of the CLI load the package in its built form, as its users do. */
export async function buildPackage(): Promise<void> {
  const built = "dist/index.js";
  const at = existsSync(built) ? statSync(built).mtimeMs : 0;
  if (sources.some((source) => newest(source) > at)) {
    // Programs need no declarations, which take most of the time of a whole build.
    await must("node", ["--import", "tsx", "scripts/bundle.ts"]);
  }
}

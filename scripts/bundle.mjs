// Puts the library into one file, since loading two hundred small ones takes a program longer than
// running them, and the schemas' data beside it, which is read when a kind is first met.
import { cpSync } from "node:fs";
import { build } from "esbuild";

await build({
  entryPoints: ["components/index.ts"],
  outfile: "dist/index.js",
  bundle: true,
  packages: "external",
  platform: "node",
  target: "node20",
  format: "cjs",
  keepNames: true,
  // Pulumi keeps a stack trace for every promise; mapping each to the sources would cost more than
  // registering the resource does.
  sourcemap: false,
  logLevel: "warning",
});
cpSync("schemas/data", "dist/data", { recursive: true });

// Puts the library into one file, since loading two hundred small ones takes a program longer than
// running them, and beside it what is read when it is first needed: the kinds' schemas and
// the descriptions of all arguments and of the charts' values.
import { cpSync } from "node:fs";
import { buildSync } from "esbuild";

buildSync({
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
for (const data of ["data", "later"]) {
  cpSync(`schemas/${data}`, `dist/${data}`, { recursive: true });
}
cpSync("schemas/arguments.json", "dist/arguments.json");
cpSync("schemas/chart-values.json", "dist/chart-values.json");

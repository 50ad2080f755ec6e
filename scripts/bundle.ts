// Puts the library into one file, since loading two hundred small ones takes a program longer than
// running them, the command-line tool into another, and beside them what is read when it is first needed:
// the kinds' schemas and the descriptions of all arguments, of the charts' values and for other languages.
import { chmodSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, buildSync } from "esbuild";
import { licences } from "./licences";

const common: BuildOptions = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  // Pulumi keeps a stack trace for every promise; mapping each to the sources would cost more than
  // registering the resource does.
  sourcemap: false,
  logLevel: "warning",
};
buildSync({
  ...common,
  entryPoints: ["components/index.ts"],
  outfile: "dist/index.js",
  packages: "external",
  keepNames: true,
});
const rules = "./cel.js";
const main = "./main.js";
// A pack is run in a folder of its own; the SDK of policies is the user's.
buildSync({
  ...common,
  entryPoints: ["policy-pack/index.ts"],
  outfile: "dist/policy-pack.js",
  alias: { "@bufbuild/cel": rules, "@bufbuild/cel/ext": rules },
  external: [rules, "@pulumi/*"],
});
// A program under test has its own Pulumi; what else the kit needs is read beside the test alone.
buildSync({
  ...common,
  entryPoints: ["testing/index.ts"],
  outfile: "dist/testing.js",
  alias: { "@bufbuild/cel": rules, "@bufbuild/cel/ext": rules },
  external: [rules, "@pulumi/*", "yaml"],
});
cpSync("policy-pack/pack", "dist/policy-pack", { recursive: true });
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const pack = JSON.parse(readFileSync("policy-pack/pack/package.json", "utf8"));
writeFileSync("dist/policy-pack/package.json", `${JSON.stringify({ ...pack, version })}\n`);
// The tool has its packages in files of its own, as they load faster there.
const tool = buildSync({
  ...common,
  entryPoints: ["cli/main.ts"],
  outfile: join("dist", main),
  alias: { "@bufbuild/cel": rules, "@bufbuild/cel/ext": rules },
  external: [rules],
  metafile: true,
});
buildSync({
  ...common,
  entryPoints: ["cli/bin.ts"],
  outfile: "dist/cli.js",
  external: [main],
  banner: { js: "#!/usr/bin/env node" },
});
const language = buildSync({
  ...common,
  entryPoints: ["scripts/rules-language.ts"],
  outfile: join("dist", rules),
  metafile: true,
});
chmodSync("dist/cli.js", 0o755);
const packed = [tool, language].flatMap(({ metafile }) => Object.keys(metafile.inputs));
writeFileSync("dist/cli.licences.txt", licences(packed));
for (const data of ["data", "later"]) {
  cpSync(`schemas/${data}`, `dist/${data}`, { recursive: true });
}
cpSync("provider", "dist/provider", { recursive: true });
const schema = JSON.parse(readFileSync("schemas/provider/schema.json", "utf8"));
writeFileSync("dist/provider/schema.json", JSON.stringify({ ...schema, version }));
cpSync("schemas/arguments.json", "dist/arguments.json");
cpSync("schemas/chart-values.json", "dist/chart-values.json");

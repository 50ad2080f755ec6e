// schemas [--istio VERSION] [--gateway-api VERSION]: reads the custom resource definitions from
// their Go modules and writes schemas/ and the typed resources. Without versions: those in schemas/sources.json.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { parseAllDocuments } from "yaml";
import type { KindSchema, SourceManifest } from "../../schemas/kind-schema";
import { kindSchema } from "./crd-data";
import { resourceFiles } from "./resource-files";
import { schemaChanges } from "./schema-diff";

const manifestFile = "schemas/sources.json";
const dataDir = "schemas/data";
const resourceDir = "components/resources";
const say = (text: string) => process.stdout.write(`${text}\n`);

function moduleDir(module: string, version: string): string {
  const empty = mkdtempSync(join(tmpdir(), "schemas-"));
  try {
    const answer = execFileSync("go", ["mod", "download", "-json", `${module}@${version}`], {
      cwd: empty,
      encoding: "utf8",
      env: { ...process.env, GOWORK: "off", GOFLAGS: "-mod=mod" },
    });
    return JSON.parse(answer).Dir;
  } finally {
    rmSync(empty, { recursive: true });
  }
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

function definitions(text: string) {
  return parseAllDocuments(text)
    .map((document) => document.toJS())
    .filter((object) => object?.kind === "CustomResourceDefinition");
}

function readKinds(dir: string): KindSchema[] {
  return existsSync(dir)
    ? readdirSync(dir).map((file) => JSON.parse(readFileSync(join(dir, file), "utf8")))
    : [];
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function main(): void {
  const { values } = parseArgs({
    options: { istio: { type: "string" }, "gateway-api": { type: "string" } },
  });
  const wanted: Record<string, string | undefined> = values;
  const manifest: SourceManifest = JSON.parse(readFileSync(manifestFile, "utf8"));
  const kinds: KindSchema[] = [];
  for (const source of manifest.sources) {
    source.version = wanted[source.name] ?? source.version;
    const dir = moduleDir(source.module, source.version);
    for (const file of source.files) {
      const text = readFileSync(join(dir, file.path), "utf8");
      file.sha256 = sha256(text);
      kinds.push(...definitions(text).map(kindSchema));
    }
  }
  const changes = schemaChanges(readKinds(dataDir), kinds);
  rmSync(dataDir, { recursive: true, force: true });
  for (const kind of kinds) {
    write(
      join(dataDir, `${kind.kind}.${kind.group}.json`),
      `${JSON.stringify(kind, undefined, 1)}\n`,
    );
  }
  write(manifestFile, `${JSON.stringify(manifest, undefined, 2)}\n`);
  for (const [file, text] of resourceFiles(kinds)) {
    write(join(resourceDir, file), text);
  }
  say(`${kinds.length} kinds`);
  say(changes.length === 0 ? "nothing changes for users" : changes.join("\n"));
}

main();

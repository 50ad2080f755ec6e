// main.ts: reads the custom resource definitions of the versions in versions.json from their Go modules
// and writes schemas/, the typed resources and the types of the mesh config: the first release of a product whole, of the later ones
// what is other.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseAllDocuments } from "yaml";
import { differencesOf } from "../../schemas/json-patch";
import type { KindSchema, SourceManifest } from "../../schemas/kind-schema";
import { knownVersions, Product, releaseFolder, releaseOf } from "../../schemas/releases";
import { annotationsOf } from "./annotations";
import { kindSchema } from "./crd-data";
import { type DocumentedKind, documented } from "./documented-kind";
import { modelOf, shapeOf } from "./mesh-config/model";
import { meshConfigMessage } from "./mesh-config/protos";
import { typesFile } from "./mesh-config/types-file";
import { moduleDir } from "./module-dir";
import { plainFiles, resourceFiles } from "./resource-files";
import { withoutWords } from "./rules";
import { schemaChanges } from "./schema-diff";
import { dataDir, fileOf, laterDir, storedKinds } from "./stored";

const manifestFile = "schemas/sources.json";
const resourceDir = "components/resources";
const plainDir = "schemas/kinds";
const say = (text: string) => process.stdout.write(`${text}\n`);

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

function definitions(text: string) {
  return parseAllDocuments(text)
    .map((document) => document.toJS())
    .filter((object) => object?.kind === "CustomResourceDefinition");
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

type Source = SourceManifest["sources"][number];

/** A source for each version that is to be known, with the files of the release before it if it is new. */
function sourcesOf(before: readonly Source[]): Source[] {
  return Object.values(Product).flatMap((product) => {
    const own = before.filter((source) => source.product === product);
    return knownVersions[product].map((version) => {
      const release = releaseOf(version);
      const like = own.find((source) => source.release === release) ?? own.at(-1);
      if (!like) {
        throw new Error(`${manifestFile} names no module of ${product}`);
      }
      const files = like.files.map((file) => ({ ...file }));
      return { ...like, release, version: `v${version}`, files };
    });
  });
}

/** The definitions of a source; its checksums are written down. */
function kindsOf(source: Source): KindSchema[] {
  const dir = moduleDir(source.module, source.version);
  return source.files.flatMap((file) => {
    const text = readFileSync(join(dir, file.path), "utf8");
    file.sha256 = sha256(text);
    return definitions(text).map(kindSchema);
  });
}

/** Writes what a release has other than the one before it. */
function writeDifferences(release: string, before: KindSchema[], after: KindSchema[]): void {
  const old = new Map(before.map((kind) => [fileOf(kind), kind]));
  for (const kind of after) {
    const differences = differencesOf(old.get(fileOf(kind)), kind);
    if (differences.length > 0) {
      write(
        join(laterDir, release, fileOf(kind)),
        `${JSON.stringify(differences, undefined, 1)}\n`,
      );
    }
  }
}

function writeWhole(kinds: readonly KindSchema[]): void {
  for (const kind of kinds) {
    write(join(dataDir, fileOf(kind)), `${JSON.stringify(kind, undefined, 1)}\n`);
  }
}

interface Release {
  product: Product;
  release: string;
  kinds: KindSchema[];
}

/** Each kind through the releases that have it. */
function documentedKinds(known: readonly Release[]): DocumentedKind[] {
  const names = [...new Set(known.flatMap(({ kinds }) => kinds.map(fileOf)))];
  return names.map((name) =>
    documented(
      known.flatMap(({ product, release, kinds }) => {
        const kind = kinds.find((one) => fileOf(one) === name);
        return kind ? [{ words: `${product} ${release}`, kind }] : [];
      }),
    ),
  );
}

/** Types and shapes of the mesh config, from the same module as the definitions. */
async function writeMeshConfig({ product, module, version }: Source): Promise<void> {
  const types = modelOf(await meshConfigMessage(moduleDir(module, version)));
  const shape = `${JSON.stringify(shapeOf(types), undefined, 1)}\n`;
  write("schemas/mesh-config.json", shape);
  write(join(resourceDir, "mesh-config.ts"), typesFile(`${product} ${version.slice(1)}`, types));
}

async function main(): Promise<void> {
  const before: SourceManifest = JSON.parse(readFileSync(manifestFile, "utf8"));
  const manifest: SourceManifest = { sources: sourcesOf(before.sources) };
  const stored = manifest.sources.map(({ product, release }) => storedKinds(product, release));
  const known: Release[] = manifest.sources.map((source) => ({
    product: source.product,
    release: source.release,
    kinds: kindsOf(source),
  }));
  const changes = known.flatMap(({ product, release, kinds }, i) =>
    schemaChanges(stored[i] ?? [], kinds).map((change) => `${product} ${release}: ${change}`),
  );
  rmSync(dataDir, { recursive: true, force: true });
  rmSync(laterDir, { recursive: true, force: true });
  for (const [i, { product, release, kinds }] of known.entries()) {
    const before = known
      .slice(0, i)
      .filter((one) => one.product === product)
      .at(-1);
    if (before) {
      writeDifferences(releaseFolder(product, release), before.kinds, kinds);
    } else {
      writeWhole(kinds);
    }
  }
  write(manifestFile, `${JSON.stringify(manifest, undefined, 2)}\n`);
  const all = documentedKinds(known);
  for (const [file, text] of resourceFiles(all)) {
    write(join(resourceDir, file), text);
  }
  for (const [file, text] of plainFiles(all)) {
    write(join(plainDir, file), text);
  }
  const istio = manifest.sources.filter(({ product }) => product === Product.Istio);
  const [first] = istio;
  if (first) {
    await writeMeshConfig(first);
  }
  write("schemas/annotations.json", `${JSON.stringify(annotationsOf(istio), undefined, 1)}\n`);
  say(
    `${all.length} kinds in ${known.map(({ product, release }) => `${product} ${release}`).join(", ")}`,
  );
  for (const rule of withoutWords(known.flatMap(({ kinds }) => kinds))) {
    say(`no words in schemas/rule-words.ts for the rule ${rule}`);
  }
  say(changes.length === 0 ? "nothing changes for users" : changes.join("\n"));
}

void main();

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { differencesOf, patched } from "../../schemas/json-patch";
import type { KindSchema, Schema, SourceManifest } from "../../schemas/kind-schema";
import { Product, releaseFolder, releases } from "../../schemas/releases";
import { wordsOfRules } from "../../schemas/rule-words";
import { schemaOf } from "../../schemas/store";
import { newestFirst, withoutProse } from "../../scripts/schemas/crd-data";
import { sentencesOf } from "../../scripts/schemas/docs";
import { rulesOf } from "../../scripts/schemas/rules";
import { schemaChanges } from "../../scripts/schemas/schema-diff";
import { storedKinds } from "../../scripts/schemas/stored";
import { TypePlan } from "../../scripts/schemas/type-model";
import { must } from "../support/command";
import { definitionFiles } from "../support/published";

const generated = ["schemas", "components/resources"];

function contents(root: string): Record<string, string> {
  return Object.fromEntries(
    generated.flatMap((dir) =>
      readdirSync(join(root, dir), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((file) => [
          relative(root, file),
          createHash("sha256").update(readFileSync(file)).digest("hex"),
        ]),
    ),
  );
}

const kind = (versions: string[], spec: Schema): KindSchema => ({
  group: "x.istio.io",
  kind: "Thing",
  plural: "things",
  namespaced: true,
  versions: versions.map((name) => ({
    name,
    storage: true,
    schema: { type: "object", properties: { spec } },
  })),
});

describe("the schemas", () => {
  it("and the typed resources are what the pinned modules give", async function () {
    this.timeout(60_000);
    const copy = mkdtempSync(join(tmpdir(), "schemas-"));
    const said = await must("scripts/update-schemas", ["--into", copy]);
    const known = Object.entries(releases).flatMap(([product, names]) =>
      names.map((name) => `${product} ${name}`),
    );
    assert.equal(said, `25 kinds in ${known.join(", ")}\nnothing changes for users\n`);
    assert.deepEqual(contents(copy), contents("."));
    rmSync(copy, { recursive: true });
  });

  it("are those of the Istio that the lab runs", () => {
    const [definitions = ""] = definitionFiles();
    const { sources }: SourceManifest = JSON.parse(readFileSync("schemas/sources.json", "utf8"));
    const istio = sources.find(({ product }) => product === "Istio");
    const digest = createHash("sha256").update(readFileSync(definitions)).digest("hex");
    assert.equal(istio?.files[0]?.sha256, digest);
  });

  it("are those of each release that is said to be known", () => {
    const { sources }: SourceManifest = JSON.parse(readFileSync("schemas/sources.json", "utf8"));
    for (const [product, known] of Object.entries(releases)) {
      const own = sources.filter((source) => source.product === product);
      assert.deepEqual(
        own.map(({ release }) => release),
        known,
      );
      for (const { release, version } of own) {
        assert.ok(version.startsWith(`v${release}.`), version);
      }
    }
  });

  it("say of a later release what is other, and nothing else", () => {
    const folders = Object.values(Product).flatMap((product) =>
      releases[product].slice(1).map((release) => releaseFolder(product, release)),
    );
    assert.deepEqual(readdirSync("schemas/later").sort(), folders.sort());
    const apiVersion = "networking.istio.io/v1";
    const fields = (release?: string) =>
      Object.keys(
        schemaOf(apiVersion, "Gateway", release)?.properties?.spec?.properties?.servers?.items
          ?.properties?.tls?.properties ?? {},
      );
    const added = fields("istio-1.32").filter((field) => !fields().includes(field));
    assert.deepEqual(added, ["alpnProtocols", "ecdhCurves"]);
    assert.deepEqual(
      schemaOf(apiVersion, "VirtualService", "istio-1.32"),
      schemaOf(apiVersion, "VirtualService"),
    );
  });

  it("hold no prose, and fields that are called like it", () => {
    const schema = {
      type: "object",
      description: "x",
      properties: { description: { type: "string", description: "y" } },
      "x-kubernetes-validations": [{ rule: "true", message: "z" }],
    };
    assert.deepEqual(withoutProse(schema), {
      type: "object",
      properties: { description: { type: "string" } },
      "x-kubernetes-validations": [{ rule: "true" }],
    });
  });

  it("have a sentence of our own for every field, and none for a field that is not there", () => {
    const newest = Object.values(Product).flatMap((product) =>
      storedKinds(product, releases[product].at(-1) ?? ""),
    );
    const wrong = newest.flatMap((kind) => {
      const written = Object.keys(sentencesOf(kind));
      const fields = kind.versions.flatMap(({ schema }) =>
        schema === undefined
          ? []
          : new TypePlan(kind.kind, schema.properties?.spec ?? {}).types.flatMap((type) =>
              type.fields.map(({ path }) => path),
            ),
      );
      return [
        ...fields.filter((path) => !written.includes(path)).map((path) => `${kind.kind} ${path}`),
        ...written
          .filter((path) => !fields.includes(path))
          .map((path) => `${kind.kind} no ${path}`),
      ];
    });
    assert.deepEqual(wrong, []);
  });

  it("have words of our own for every rule, and none for a rule that is not there", () => {
    const kinds = Object.values(Product).flatMap((product) =>
      releases[product].flatMap((release) => storedKinds(product, release)),
    );
    assert.deepEqual(Object.keys(wordsOfRules).sort(), rulesOf(kinds));
  });

  it("order versions as Kubernetes does", () => {
    const versions = ["v1alpha1", "v1beta1", "v2", "v1", "v1beta2", "v10"];
    assert.deepEqual(versions.sort(newestFirst), [
      "v10",
      "v2",
      "v1",
      "v1beta2",
      "v1beta1",
      "v1alpha1",
    ]);
  });
});

describe("a move to other schemas", () => {
  const old = kind(["v1"], {
    type: "object",
    properties: { gone: { type: "string" }, port: { type: "integer", maximum: 65535 } },
  });

  it("tells what is new, removed and narrowed", () => {
    const now = kind(["v2", "v1"], {
      type: "object",
      required: ["port"],
      properties: {
        port: { type: "integer", maximum: 1024 },
        hosts: { type: "array", items: { type: "string" } },
      },
    });
    assert.deepEqual(schemaChanges([old], [now]), [
      "Thing.x.istio.io: versions v1 → v2, v1",
      "Thing.x.istio.io: new spec.hosts",
      "Thing.x.istio.io: new spec.hosts[]",
      "Thing.x.istio.io: removed spec.gone",
      'Thing.x.istio.io: changed spec: required undefined → ["port"]',
      "Thing.x.istio.io: changed spec.port: maximum 65535 → 1024",
    ]);
  });

  it("tells of kinds that come and go, and nothing when nothing changes", () => {
    assert.deepEqual(schemaChanges([], [old]), ["new kind Thing.x.istio.io"]);
    assert.deepEqual(schemaChanges([old], []), ["removed kind Thing.x.istio.io"]);
    assert.deepEqual(schemaChanges([old], [old]), []);
  });
});

describe("what one document has other than another", () => {
  for (const [what, before, after, count] of [
    ["a value", { a: { b: 1 }, c: 2 }, { a: { b: 3 }, c: 2 }, 1],
    ["a value that is there no more", { a: { b: 1, c: 2 } }, { a: { c: 2 } }, 1],
    ["a list of another length", { a: [1, 2] }, { a: [1] }, 1],
    ["an entry of a list", { a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 1 }, { b: 3 }] }, 1],
    ["nothing", { a: [1] }, { a: [1] }, 0],
  ] as const) {
    it(`is ${what}`, () => {
      const differences = differencesOf(before, after);
      assert.equal(differences.length, count);
      assert.deepEqual(patched<unknown>(before, differences), after);
    });
  }
});

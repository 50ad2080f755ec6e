import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { KindSchema, Schema } from "../../schemas/kind-schema";
import { newestFirst, withoutProse } from "../../scripts/schemas/crd-data";
import { sentencesOf } from "../../scripts/schemas/docs";
import { schemaChanges } from "../../scripts/schemas/schema-diff";
import { TypePlan } from "../../scripts/schemas/type-model";
import { must } from "../support/command";

const generated = ["schemas", "components/resources"];

function contents(): Record<string, string> {
  return Object.fromEntries(
    generated.flatMap((dir) =>
      readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((file) => [file, createHash("sha256").update(readFileSync(file)).digest("hex")]),
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
    const before = contents();
    const said = await must("scripts/update-schemas", []);
    assert.equal(said, "25 kinds\nnothing changes for users\n");
    assert.deepEqual(contents(), before);
  });

  it("come from the Istio that the lab runs", () => {
    const [istio] = JSON.parse(readFileSync("schemas/sources.json", "utf8")).sources;
    const lab = /istio\.io\/istio (\S+)/.exec(readFileSync("lab/modules/istio/go.mod", "utf8"));
    assert.equal(istio.version, lab?.[1]);
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
    const wrong = readdirSync("schemas/data").flatMap((file) => {
      const kind: KindSchema = JSON.parse(readFileSync(join("schemas/data", file), "utf8"));
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

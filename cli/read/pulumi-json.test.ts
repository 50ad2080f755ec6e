import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unknown } from "../../analysis/objects/mesh-object";
import { readStack } from "./pulumi-json";

const later = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const secret = {
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  ciphertext: "x",
};

const resource = (type: string, name: string, inputs: object, rest: object = {}) => ({
  urn: `urn:pulumi:dev::shop::${type}::${name}`,
  type,
  inputs,
  ...rest,
});

const namespace = (name: unknown, labels: object = {}) => ({
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name, labels },
});

describe("the objects of a stack", () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "stack-"));
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  const read = async (value: unknown) => {
    const file = join(folder, "stack.json");
    writeFileSync(file, JSON.stringify(value));
    const { objects, problems, skipped } = await readStack(file);
    return {
      objects: objects.map(({ object }) => object.metadata.name),
      places: objects.map(({ placeOf }) => placeOf("spec")),
      metadata: objects.map(({ object }) => object.metadata),
      problems: problems.map(({ message }) => message),
      skipped: skipped.map(({ message }) => message),
    };
  };

  const own = "kubernetes:core/v1:Namespace";

  it("are those of its state that are Kubernetes' and stay", async () => {
    const resources = [
      resource("pulumi:pulumi:Stack", "dev", {}),
      resource(own, "a", namespace("a")),
      resource(own, "b", namespace("b"), { delete: true }),
      resource("kubernetes:core/v1:NamespacePatch", "c", namespace("c")),
      resource("kubernetes:apps/v1:DeploymentPatch", "d", namespace("d")),
    ];
    const state = await read({ version: 3, deployment: { resources } });
    assert.deepEqual(state.objects, ["a", "c"]);
    const checkpoint = await read({ version: 3, checkpoint: { latest: { resources } } });
    assert.deepEqual(checkpoint.objects, ["a", "c"]);
  });

  it("are those that a preview leaves there, as they will be", async () => {
    const step = (op: string, name: string, labels: object = {}) => ({
      op,
      newState: op === "delete" ? null : resource(own, name, namespace(name, labels)),
      oldState: resource(own, name, namespace(name)),
    });
    const steps = [
      step("same", "a"),
      step("update", "b", { team: "x" }),
      step("delete", "c"),
      { ...step("delete-replaced", "d"), newState: null },
      step("create", "e"),
      { ...step("refresh", "f"), urn: resource(own, "f", {}).urn },
      { ...step("delete", "f"), urn: resource(own, "f", {}).urn },
    ];
    const seen = await read({ steps, changeSummary: { same: 1 } });
    assert.deepEqual(seen.objects, ["a", "b", "e"]);
    assert.deepEqual(seen.metadata[1], { name: "b", labels: { team: "x" } });
    assert.deepEqual(seen.problems, []);
  });

  it("are incomplete in a preview without the unchanged ones, which is a problem", async () => {
    assert.deepEqual((await read({ steps: [], changeSummary: { same: 4 } })).problems, [
      "is a preview without its 4 unchanged resources: pulumi preview --json --show-sames",
    ]);
  });

  it("are not known where they are computed or secret", async () => {
    const resources = [
      resource(own, "a", namespace("a", { one: later, two: secret, three: "[secret]" })),
    ];
    assert.deepEqual((await read({ deployment: { resources } })).metadata, [
      { name: "a", labels: { one: unknown, two: unknown, three: unknown } },
    ]);
  });

  it("are placed in the program, where the engine knows it", async () => {
    const resources = [
      resource(own, "a", namespace("a"), { sourcePosition: "project:///src/index.ts#7,12" }),
      resource(own, "b", namespace("b")),
    ];
    assert.deepEqual((await read({ deployment: { resources } })).places, [
      { file: "src/index.ts", line: 7, column: 12 },
      { file: join(folder, "stack.json") },
    ]);
  });

  it("are not those of a Helm release, which is told", async () => {
    const resources = [resource("kubernetes:helm.sh/v3:Release", "istiod", { chart: "istiod" })];
    assert.deepEqual((await read({ deployment: { resources } })).skipped, [
      "istiod is a Helm release: what it renders is in no state",
    ]);
  });

  it("are not found in another file, which is a problem", async () => {
    assert.deepEqual((await read({ name: "package" })).problems, [
      "is neither a Pulumi state (pulumi stack export) nor a preview (pulumi preview --json)",
    ]);
  });
});

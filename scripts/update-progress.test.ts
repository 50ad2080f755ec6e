import assert from "node:assert/strict";
import { type EngineEvent, resourceWords, toolsOfTheLab, UpdateProgress } from "./update-progress";

const urn = (type: string, name: string) => `urn:pulumi:dev::istio-mesh::${type}::${name}`;
const service = urn("istio-mesh:index:Canary$kubernetes:core/v1:Service", "shop/cart");
const deployment = urn("kubernetes:apps/v1:Deployment", "istiod");

const begin = (op: string, of: string, custom = true): EngineEvent => ({
  resourcePreEvent: { metadata: { op, urn: of, new: { custom } } },
});
const end = (op: string, of: string, diffs: string[] = []): EngineEvent => ({
  resOutputsEvent: { metadata: { op, urn: of, diffs, new: { custom: true } } },
});
const message = (severity: string, text: string, of?: string): EngineEvent => ({
  diagnosticEvent: { severity, message: text, ...(of && { urn: of }) },
});

describe("the progress of an update", () => {
  let time: number;
  let progress: UpdateProgress;
  const all = (...events: EngineEvent[]) => events.flatMap((event) => progress.take(event));

  beforeEach(() => {
    time = 1000;
    progress = new UpdateProgress(() => time, { quiet: toolsOfTheLab });
  });

  it("counts what is created and what stays, instead of listing it", () => {
    const events = [begin("create", service), end("create", service), begin("same", deployment)];
    assert.deepEqual(all(...events, end("same", deployment)), []);
  });

  it("lists what is updated, replaced and deleted, with the fields of an update", () => {
    assert.deepEqual(
      all(
        begin("update", service),
        end("update", service, ["spec", "metadata"]),
        begin("delete", deployment),
        end("delete", deployment),
        begin("replace", deployment),
        end("replace", deployment),
      ),
      [
        "  updated: Service shop/cart (spec, metadata)",
        "  deleted: Deployment istiod",
        "  replaced: Deployment istiod",
      ],
    );
  });

  it("says how far it is, and what it has waited for longest", () => {
    all(begin("create", deployment));
    time += 5000;
    all(begin("create", service), begin("create", `${service}-2`), end("create", service));
    time += 5000;
    assert.deepEqual(progress.heartbeat(), [
      "  10 s: 1 of 3 objects declared so far; under way: Deployment istiod and 1 more",
    ]);
  });

  it("goes on saying so while it waits, and is silent when there is nothing new", () => {
    all(begin("create", deployment));
    time += 10_000;
    const waiting = "of 1 objects declared so far; under way: Deployment istiod";
    assert.deepEqual(progress.heartbeat(), [`  10 s: 0 ${waiting}`]);
    time += 10_000;
    assert.deepEqual(progress.heartbeat(), [`  20 s: 0 ${waiting}`]);
    all(end("create", deployment));
    assert.deepEqual(progress.heartbeat(), ["  20 s: 1 of 1 objects declared so far"]);
    assert.deepEqual(progress.heartbeat(), []);
  });

  it("counts no components: they are there at once", () => {
    all(begin("create", urn("istio-mesh:index:Canary", "cart"), false));
    time += 10_000;
    assert.deepEqual(progress.heartbeat(), ["  10 s: Pulumi and the program are starting"]);
    assert.deepEqual(progress.heartbeat(), []);
  });

  it("tells warnings, errors and notes by their resource, without colours", () => {
    assert.deepEqual(
      all(
        message("warning", "<{%fg 3%}>nobody has it<{%reset%}>\n", service),
        message("error", "two\nlines", urn("pulumi:pulumi:Stack", "istio-mesh-dev")),
        message("info#err", "a note"),
        { diagnosticEvent: { severity: "info", message: "for a moment", ephemeral: true } },
        message("debug", "inside"),
      ),
      ["  warning: Service shop/cart: nobody has it", "  error: two", "  lines", "  a note"],
    );
  });

  it("names what failed", () => {
    const failed = { resOpFailedEvent: { metadata: { op: "create", urn: deployment } } };
    assert.deepEqual(all(begin("create", deployment), failed), ["  Deployment istiod failed"]);
  });

  it("ends with the sum", () => {
    const sum = (resourceChanges: Record<string, number>) =>
      all({ summaryEvent: { durationSeconds: 42, resourceChanges } });
    assert.deepEqual(sum({ create: 112, same: 1, delete: 0 }), [
      "  112 created, 1 unchanged, in 42 s",
    ]);
    assert.deepEqual(sum({}), ["  nothing to do, in 42 s"]);
  });

  it("says nothing of where the lab's tools lie and how old its provider is", () => {
    const quiet = [
      "using pulumi-resource-kubernetes from $PATH at /cache/bin/pulumi-resource-kubernetes",
      "resource plugin kubernetes is expected to have version >=4.34.2, but has 4.25.0; the wrong version may be on your path, or this may be a bug in the plugin",
    ];
    assert.deepEqual(all(...quiet.map((text) => message("warning", text))), []);
    const [line] = quiet;
    const elsewhere = new UpdateProgress(() => 0);
    assert.deepEqual(elsewhere.take(message("warning", line ?? "")), [`  warning: ${line}`]);
  });
});

describe("a resource in words", () => {
  it("is its kind and name", () => {
    assert.equal(resourceWords(service), "Service shop/cart");
    assert.equal(resourceWords(urn("a:b:C", "x::y")), "C x::y");
  });
});

import assert from "node:assert/strict";
import { objectChanges } from "./object-changes";
import { previewOf } from "./preview";

const service = (resource: string, rest: object = {}, apiVersion = "v1", kind = "Service") => {
  const type = `kubernetes:core/v1:${kind}`;
  const inputs = { apiVersion, kind, metadata: { name: "web", namespace: "shop" } };
  return { urn: `urn:pulumi:dev::shop::${type}::${resource}`, type, custom: true, inputs, ...rest };
};

type State = ReturnType<typeof service>;

const outages = (...steps: [op: string, before?: State | undefined, after?: State][]) => {
  const preview = previewOf({
    steps: steps.map(([op, oldState, newState]) => ({
      op,
      urn: (newState ?? oldState)?.urn,
      oldState,
      newState,
    })),
  });
  assert.ok(preview);
  return objectChanges(preview).map(({ fate, outage }) => [fate, outage]);
};

describe("an object that is taken away on the way", () => {
  const renamed =
    "another resource was this object: making it fails, or that one's deletion takes it away; an alias keeps it";

  it("is the one that has become another resource of the program", () => {
    assert.deepEqual(outages(["create", undefined, service("new")], ["delete", service("old")]), [
      ["created", renamed],
      ["deleted", undefined],
    ]);
    const imported = (apiVersion: string) =>
      outages(["import", undefined, service("new", {}, apiVersion)], ["delete", service("old")]);
    assert.deepEqual(imported("v2")[0], ["imported", renamed]);
    assert.deepEqual(imported("serving.knative.dev/v1")[0], ["imported", undefined]);
  });

  it("is not one that is kept, or on which no request hangs", () => {
    const kept = service("old", { retainOnDelete: true });
    assert.deepEqual(outages(["create", undefined, service("new")], ["delete", kept]), [
      ["created", undefined],
      ["kept", undefined],
    ]);
    const config = (name: string) => service(name, {}, "v1", "ConfigMap");
    assert.deepEqual(outages(["create", undefined, config("new")], ["delete", config("old")]), [
      ["created", undefined],
      ["deleted", undefined],
    ]);
    assert.deepEqual(outages(["replace", kept, kept]), [["replaced", undefined]]);
  });
});

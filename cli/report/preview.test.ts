import assert from "node:assert/strict";
import { route } from "../../test/support/weights-preview";
import { Fate, type Preview, previewOf } from "./preview";

const [declared, found, made] = [10, 50, 20].map((weight) =>
  route(["v1", 100 - weight], ["v2", weight]),
) as [ReturnType<typeof route>, ReturnType<typeof route>, ReturnType<typeof route>];

const step = (op: string, oldState?: object, newState?: object) => ({
  op,
  urn: declared.urn,
  ...(oldState && { oldState }),
  ...(newState && { newState }),
});

const of = (...steps: object[]) => {
  const read: Preview | undefined = previewOf({ steps });
  return read?.steps.map(({ fate, before, after }) => ({ fate, before, after }));
};

describe("the steps of a preview", () => {
  it("are those of the update, where --refresh has looked at the cluster first", () => {
    const update = step("update", found, made);
    const changed = [{ fate: Fate.Changed, before: found, after: made }];
    assert.deepEqual(of(step("refresh", declared, declared), update), changed);
    assert.deepEqual(of(step("update", declared, found), update), changed);
    assert.deepEqual(of(step("delete", declared), step("create", undefined, made)), [
      { fate: Fate.Created, before: undefined, after: made },
    ]);
    assert.deepEqual(of(step("refresh", declared, declared), step("delete", found)), [
      { fate: Fate.Deleted, before: found, after: undefined },
    ]);
    const parts = [step("delete-replaced", found), step("create-replacement", found, made)];
    assert.deepEqual(of(step("refresh", declared, declared), ...parts), [
      { fate: Fate.Replaced, before: found, after: made },
    ]);
  });

  it("are not the deletion that an earlier update still owes", () => {
    assert.deepEqual(of(step("same", made, made), step("delete-replaced", declared)), [
      { fate: Fate.Same, before: made, after: made },
    ]);
  });

  it("are none without a name, and a preview that has none names its stack where it says why", () => {
    const diagnostics = [
      { message: "odd" },
      { urn: declared.urn, severity: "error", message: "no" },
    ];
    const { stack, steps } = previewOf({ steps: [{}, { op: "create" }], diagnostics }) ?? {};
    assert.deepEqual([stack, steps], ["shop/dev", []]);
  });
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { entryPath, fieldPath, isWithin, pathParts, replaced } from "./argument-path";

describe("the path of an argument", () => {
  it("names fields as a program would, and other keys in brackets", () => {
    assert.equal(fieldPath("", "service"), "service");
    assert.equal(fieldPath("rules[0]", "to"), "rules[0].to");
    assert.equal(fieldPath("rules[0]", "x-y"), 'rules[0]["x-y"]');
    assert.equal(entryPath("labels", "app"), 'labels["app"]');
  });

  it("leads back to the keys that it was made from, whatever they are", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom("a.b", 'a"]', "\\")), { minLength: 1 }),
        (keys) => {
          assert.deepEqual(pathParts(keys.reduce(entryPath, "root")), ["root", ...keys]);
        },
      ),
    );
    assert.deepEqual(pathParts("rules[0].to[1].port"), ["rules", "0", "to", "1", "port"]);
  });
});

describe("a part of an argument", () => {
  it("is the argument itself, its fields and its entries", () => {
    for (const path of ["port", "port.name", "port[0]"]) {
      assert.equal(isWithin(path, "port"), true, path);
    }
  });

  it("is no argument whose name begins alike, nor what it is a part of", () => {
    assert.equal(isWithin("portLevelSettings[0].port", "port"), false);
    assert.equal(isWithin("hosts[10]", "hosts[1]"), false);
    assert.equal(isWithin("port", "port.name"), false);
  });
});

describe("what stands in for a value", () => {
  const raw = {};
  const root = { rules: [{ to: [raw, raw] }], labels: { "a/b": raw }, other: { a: 1 } };

  it("is put where the path leads, into a copy", () => {
    const copy = replaced(root, "rules[0].to[1]", raw, "held");
    assert.deepEqual(copy.rules, [{ to: [raw, "held"] }]);
    assert.equal(root.rules[0]?.to[1], raw);
    assert.equal(copy.other, root.other);
    assert.deepEqual(replaced(root, 'labels["a/b"]', raw, "held").labels, { "a/b": "held" });
  });

  it("is put nowhere else than in the place of that value", () => {
    assert.equal(replaced(root, "other.a", raw, "held"), root);
    assert.equal(replaced(root, "rules[7].to", raw, "held"), root);
    assert.equal(replaced(root, "other.a.b", raw, "held"), root);
  });
});

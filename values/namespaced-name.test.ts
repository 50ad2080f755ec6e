import assert from "node:assert/strict";
import { dnsNameProblem } from "./dns";
import { isNamespacedName, namespacedName, withNamespace } from "./namespaced-name";

describe("a name with or without its namespace", () => {
  it("is of the own namespace where none is named", () => {
    assert.deepEqual(namespacedName("web", "shop"), ["shop", "web"]);
    assert.deepEqual(namespacedName("other/web", "shop"), ["other", "web"]);
  });

  it("is written with it", () => {
    assert.equal(withNamespace("web", "shop"), "shop/web");
    assert.equal(withNamespace("other/web", "shop"), "other/web");
  });

  it("has names in both places, and no third", () => {
    const good = ["web", "shop/web"];
    const bad = ["", "/web", "shop/", "a/b/c", "a.b", "Shop/web", "a.b/web", "shop/a_b"];
    assert.deepEqual(
      [...good, ...bad].filter((text) => isNamespacedName(text)),
      good,
    );
    assert.ok(isNamespacedName("shop/a.b", dnsNameProblem));
    assert.ok(!isNamespacedName("a.b/web", dnsNameProblem));
  });
});

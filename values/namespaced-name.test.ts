import assert from "node:assert/strict";
import { namespacedName, withNamespace } from "./namespaced-name";

describe("a name with or without its namespace", () => {
  it("is of the own namespace where none is named", () => {
    assert.deepEqual(namespacedName("web", "shop"), ["shop", "web"]);
    assert.deepEqual(namespacedName("other/web", "shop"), ["other", "web"]);
  });

  it("is written with it", () => {
    assert.equal(withNamespace("web", "shop"), "shop/web");
    assert.equal(withNamespace("other/web", "shop"), "other/web");
  });
});

import assert from "node:assert/strict";
import { authorityForms, hasPort, hostIn, withoutPort } from "./authority";

describe("a host as clients name it", () => {
  it("may have a port", () => {
    assert.deepEqual(["web:80", "web", "web:*", "[::1]:80"].map(hasPort), [
      true,
      false,
      false,
      true,
    ]);
    assert.deepEqual(["web:80", "web", "[::1]:80"].map(withoutPort), ["web", "web", "[::1]"]);
  });

  it("has more than one form, unless it says more than a name", () => {
    assert.deepEqual(authorityForms("web"), ["web", "web:*", "web.", "web.:*"]);
    assert.deepEqual(authorityForms("web."), ["web", "web:*", "web.", "web.:*"]);
    assert.deepEqual(authorityForms("*.web"), ["*.web", "*.web."]);
    assert.deepEqual(authorityForms("10.0.0.1"), ["10.0.0.1", "10.0.0.1:*"]);
    assert.deepEqual(authorityForms("[::1]"), ["[::1]", "[::1]:*"]);
    for (const whole of ["*", "web*", "web:80"]) {
      assert.deepEqual(authorityForms(whole), [whole]);
    }
  });

  it("is found in an address", () => {
    for (const text of [
      "https://Shop.Example.com:8443/a?b#c",
      "shop.example.com.",
      "shop.example.com/x",
    ]) {
      assert.equal(hostIn(text), "shop.example.com");
    }
    assert.equal(hostIn(""), "");
  });
});

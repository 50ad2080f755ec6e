import assert from "node:assert/strict";
import { ArgumentCheck } from "../../arguments/argument-check";
import { checkVersions } from "./version-list";

function check(versions: string[]): void {
  const found = new ArgumentCheck("App", "x");
  checkVersions(found, "versions", versions, ["v1", "v2"]);
  found.done();
}

describe("a list of versions", () => {
  it("is fine in any order", () => {
    check(["v2", "v1"]);
    check(["v2"]);
  });

  it("names all that is wrong with it at once", () => {
    assert.throws(
      () => check(["v1", "V2", "v1"]),
      /versions\[1\]: "V2" is unknown; allowed: v1, v2; did you mean "v2"\?\n {2}versions\[2\]: "v1" is listed twice$/,
    );
  });

  it("has one version at least", () => {
    assert.throws(() => check([]), /versions: is empty; allowed: v1, v2$/);
  });
});

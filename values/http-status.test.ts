import assert from "node:assert/strict";
import { isFailure, isNamedStatus, ownStatusProblem } from "./http-status";

describe("a status", () => {
  it("of a proxy's own is from 200 to 600", () => {
    const good = [199, 200, 600, 601].filter((status) => ownStatusProblem(status) === undefined);
    assert.deepEqual(good, [200, 600]);
  });

  it("may be a failure, and may have a name", () => {
    const all = ["200", "404", "503", "509", "599", "600", "+404", "4xx", ""];
    assert.deepEqual(all.filter(isFailure), ["404", "503", "509", "599"]);
    assert.deepEqual(all.filter(isNamedStatus), ["200", "404", "503", "+404"]);
  });
});

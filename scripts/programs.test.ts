import assert from "node:assert/strict";
import { choosePrograms } from "./programs";

const programs = ["dev", "ambient", "canary"].map((name) => ({ name, dir: "." }));
const names = (wanted: string[]) => choosePrograms(programs, wanted).map(({ name }) => name);

describe("the programs to render", () => {
  it("are all without a name", () => {
    assert.deepEqual(names([]), ["dev", "ambient", "canary"]);
  });

  it("are the named ones", () => {
    assert.deepEqual(names(["canary"]), ["canary"]);
  });

  it("are refused when one is unknown", () => {
    assert.throws(
      () => names(["dev", "stage"]),
      /^Error: there is no stack or example stage; there are: dev, ambient, canary$/,
    );
  });
});

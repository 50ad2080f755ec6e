import assert from "node:assert/strict";
import { allPrograms, choosePrograms } from "./programs";

const programs = ["dev", "ambient", "canary"].map((name) => ({ name, dir: ".", isExample: false }));
const names = (wanted: string[]) => choosePrograms(programs, wanted).map(({ name }) => name);

describe("the programs to render", () => {
  it("are stacks, examples, and each further stack of an example", () => {
    const found = allPrograms(".").filter(({ name }) =>
      /^(stack-dev|coolstore-two-clusters.*)$/.test(name),
    );
    const dir = "examples/coolstore-two-clusters";
    assert.deepEqual(found, [
      { name: "stack-dev", dir: ".", config: "Pulumi.dev.yaml", isExample: false },
      { name: "coolstore-two-clusters", dir, isExample: true },
      {
        ...{ name: "coolstore-two-clusters-east", dir, isExample: true },
        config: `${dir}/Pulumi.east.yaml`,
      },
    ]);
  });

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

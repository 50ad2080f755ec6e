import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { must, run } from "../support/command";
import type { ComponentCase } from "../support/component-case";
import { componentCases } from "../support/component-case";
import { ownProject } from "../support/own-project";
import { oldestPeers, Peers } from "../support/peers";
import { bundleSamples } from "../support/samples-bundle";

const readJson = (file: string) => JSON.parse(readFileSync(file, "utf8"));
const samplesOf = (cases: readonly ComponentCase[]) =>
  cases.reduce((sum, { samples }) => sum + samples.length, 0);

for (const which of Object.values(Peers)) {
  describe(`a program of a user with the ${which} @pulumi/pulumi and @pulumi/kubernetes`, function () {
    this.timeout(240_000);
    let dir: string;

    before("installs the packed library", async () => {
      dir = await ownProject(`build/test/peers-${which}`, which);
    });

    it("creates every sample of every component", async () => {
      await bundleSamples(join(dir, "samples.cjs"));
      const printed = await must("node", [join(dir, "samples.cjs")]);
      const { samples, resources, failed } = JSON.parse(printed);
      assert.deepEqual(failed, []);
      assert.equal(samples, samplesOf(componentCases));
      // Each is a component with a child or more.
      assert.ok(resources >= 2 * samples, `${resources} resources of ${samples} samples`);
    });
  });
}

describe("the oldest peers", () => {
  // With the newest, every example is compiled by `make lint`, and by Pulumi in own-project.test.ts.
  it("compile with every example and the declarations of the library", async function () {
    this.timeout(240_000);
    const dir = await ownProject("build/test/peers-types", Peers.Oldest);
    cpSync("examples", join(dir, "examples"), { recursive: true });
    const [first = ""] = readdirSync("examples");
    const { compilerOptions } = readJson(join("examples", first, "tsconfig.json"));
    const project = { compilerOptions, include: ["examples/*/index.ts"] };
    writeFileSync(join(dir, "tsconfig.json"), JSON.stringify(project));
    const tsc = join(dir, "node_modules/typescript/bin/tsc");
    const { code, stdout } = await run("node", [tsc, "--project", dir]);
    assert.deepEqual({ code, stdout }, { code: 0, stdout: "" });
  });

  const { peerDependencies, dependencies, optionalDependencies } = readJson("package.json");
  const fixture = readJson(join(oldestPeers, "package.json")).dependencies;

  it("are those that the library's ranges begin with", () => {
    for (const [name, range] of Object.entries(peerDependencies)) {
      assert.equal(range, `^${fixture[name]}`);
    }
  });

  it("stand beside what the library itself depends on", () => {
    for (const [name, range] of Object.entries({ ...dependencies, ...optionalDependencies })) {
      assert.equal(fixture[name], range);
    }
  });
});

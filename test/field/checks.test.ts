import assert from "node:assert/strict";
import { chmodSync, cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { FieldStack } from "../support/field-cli";
import { buildPackage } from "../support/field-package";

const typo = /spec\.http\[0\]\.route\[0\]\.destination\.subset: .*"v3".*\[IST0101, KIA1107\]/s;

/** The pack as the lab's CLI runs one: it has no host for packs in TypeScript. */
function executablePack(): string {
  const dir = resolve("build/test/policy-pack");
  mkdirSync(dir, { recursive: true });
  cpSync("dist/policy-pack/PulumiPolicy.yaml", resolve(dir, "PulumiPolicy.yaml"));
  const file = resolve(dir, "policy-pack");
  writeFileSync(file, `#!/bin/sh\ncd ${resolve("dist/policy-pack")} && exec node index.cjs "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}

describe("field: checks between objects with the real CLI", function () {
  this.timeout(300_000);

  before(() => buildPackage());

  it("a subset typo ends the preview, and nothing is made; mended, it passes", async () => {
    const stack = await new FieldStack("checks/typo").init();
    const { accepted, said } = await stack.preview(1);
    assert.equal(accepted, false);
    assert.match(said, typo);
    assert.deepEqual(await stack.state(), []);
    assert.equal(existsSync(stack.rendered), false);
    const mended = await stack.preview(2);
    assert.equal(mended.accepted, true, mended.said);
  });

  it("the policy pack finds it in a program without the library, in a preview and in an update", async () => {
    const stack = await new FieldStack("checks/plain").init();
    const pack = executablePack();
    const without = await stack.run("preview", []);
    assert.equal(without.code, 0, without.stderr);
    const preview = await stack.run("preview", ["--policy-pack", pack]);
    assert.notEqual(preview.code, 0);
    assert.match(preview.stdout, /\[mandatory\]\s+mesh-errors/);
    assert.match(preview.stdout, typo);
    const up = await stack.run("up", ["--yes", "--policy-pack", pack]);
    assert.notEqual(up.code, 0);
    assert.equal(existsSync(stack.rendered), false);
  });
});

import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { must, run } from "../support/command";

const program = resolve("test/render/programs/refusal");
const work = resolve("build/work/refusal");

function pulumi(...args: string[]): [string, string[]] {
  return ["lab/lab", ["tools", "--state", work, "pulumi", "--cwd", program, ...args]];
}

describe("an argument that a constructor refuses", function () {
  this.timeout(120_000);

  it("is told with the line of the program, and nothing of Pulumi and the library", async () => {
    rmSync(work, { recursive: true, force: true });
    await must(...pulumi("stack", "init", "dev"));
    const { code, stdout } = await run(...pulumi("preview", "--stack", "dev"));
    assert.notEqual(code, 0);
    const [, diagnostics = ""] = stdout.split("\nDiagnostics:\n");
    const [, told = ""] = diagnostics.split("failed with an unhandled exception:\n");
    const [before = ""] = told.split(/\n\s*\n|\n\s*warning: /);
    assert.match(
      before,
      /^ +MutualTls "shop": 1 argument cannot work\n +namespace: "Shop" is not a DNS label [^\n]*; did you mean "shop"\?\n +at [^\n]*programs\/refusal\/index\.ts:3:1\)$/,
    );
  });
});

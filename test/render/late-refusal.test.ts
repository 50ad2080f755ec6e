import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { must, type Outcome, run } from "../support/command";

const program = resolve("test/render/programs/late-refusal");
const work = resolve("build/work/late-refusal");

function pulumi(...args: string[]): [string, string[]] {
  return ["lab/lab", ["tools", "--state", work, "pulumi", "--cwd", program, ...args]];
}

describe("an argument that turns out to be wrong while the program runs", function () {
  this.timeout(60_000);
  let outcome: Outcome;

  before(async () => {
    rmSync(work, { recursive: true, force: true });
    await must(...pulumi("stack", "init", "dev"));
    outcome = await run(...pulumi("preview", "--stack", "dev", "--suppress-progress"));
  });

  it("ends the run", () => {
    assert.notEqual(outcome.code, 0);
  });

  it("is told with component, path, value and what is allowed", () => {
    const said = outcome.stdout + outcome.stderr;
    assert.match(
      said,
      /MutualTls "shop": 1 argument cannot work\n\s*namespace: "Shop" is not a DNS label .*; did you mean "shop"\?/,
    );
    assert.doesNotMatch(said, /error serializing property|PromiseRejectionHandledWarning/);
  });
});

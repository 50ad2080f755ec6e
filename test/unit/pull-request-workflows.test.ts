import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { parse } from "yaml";
import { previewTo, route } from "../support/weights-preview";

const root = path.resolve(__dirname, "../..");
const tool = path.join(root, "cli/main.ts");

/** The workflows of docs/pull-requests.md, in their order. */
const [github, gitlab] = [
  ...readFileSync(path.join(root, "docs/pull-requests.md"), "utf8").matchAll(
    /^```yaml\n(.*?)^```/gms,
  ),
].map(([, text = ""]) => parse(text));

interface Step {
  readonly run?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What a step's own environment is, with the values that a forge puts in. */
const filled = (env: Step["env"] = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).map(([name, value]) => [name, value.startsWith("${{") ? "7" : value]),
  );

/**
 * A folder with the commands that a workflow calls: `pulumi` and `npx` as they are, save that the preview is a
 * recorded one, and `gh` and `curl` that write down what they are asked and know the comments of `comments.json`.
 */
class Runner {
  readonly folder = mkdtempSync(path.join(tmpdir(), "istio-mesh-workflow-"));

  constructor(preview: object, comments: readonly { id: number; body: string }[] = []) {
    this.put("preview.recorded.json", JSON.stringify(preview));
    this.put("comments.json", JSON.stringify(comments));
    this.command("npm", "exit 0");
    this.command("pulumi", 'echo "pulumi $*" >> calls; cat preview.recorded.json');
    this.command(
      "npx",
      `[ "$1" = istio-mesh ] || exit 127; shift; exec "${process.execPath}" --import "${require.resolve("tsx")}" "${tool}" "$@"`,
    );
    this.command(
      "gh",
      'if [ "$2" = --paginate ]; then exec jq -r "$5" comments.json; fi; echo "gh $*" >> calls',
    );
    this.command(
      "curl",
      'while [ $# -gt 0 ] && [ "$1" != --request ]; do shift; done; if [ $# -gt 0 ]; then echo "curl $*" >> calls; else cat comments.json; fi',
    );
  }

  put(name: string, text: string): void {
    writeFileSync(path.join(this.folder, name), text);
  }

  command(name: string, script: string): void {
    this.put(name, `#!/bin/bash\n${script}\n`);
    chmodSync(path.join(this.folder, name), 0o755);
  }

  run(script: string, env: Readonly<Record<string, string>>): number | null {
    const { status, stderr } = spawnSync("bash", ["-e", "-o", "pipefail", "-c", script], {
      cwd: this.folder,
      encoding: "utf8",
      env: { ...process.env, ...env, PATH: `${this.folder}:${process.env.PATH}` },
    });
    assert.doesNotMatch(stderr, /command not found|syntax error/);
    return status;
  }

  /** What was asked of the forge, and the comment that was made. */
  end() {
    const read = (name: string) => readFileSync(path.join(this.folder, name), "utf8");
    const calls = read("calls").trim().split("\n");
    const comment = read("comment.md");
    rmSync(this.folder, { recursive: true });
    return { calls, comment };
  }
}

/** Runs the steps of the workflow for GitHub as its runner does: behind one that failed only those that say so. */
function onGithub(runner: Runner): { failed: boolean } {
  const { env, steps } = github.jobs.preview as { env: Step["env"]; steps: readonly Step[] };
  let failed = false;
  for (const step of steps) {
    if (step.run !== undefined && (!failed || step.if?.includes("!cancelled()"))) {
      const own = { ...filled(env), ...filled(step.env), GITHUB_REPOSITORY: "me/shop" };
      failed = runner.run(step.run, own) !== 0 || failed;
    }
  }
  return { failed };
}

function onGitlab(runner: Runner): { failed: boolean } {
  const { variables, script } = gitlab.preview as {
    variables: Record<string, string>;
    script: readonly string[];
  };
  const status = runner.run(script.join("\n"), {
    ...variables,
    CI_API_V4_URL: "https://gitlab.example.com/api/v4",
    CI_PROJECT_ID: "3",
    CI_MERGE_REQUEST_IID: "7",
    NOTES_TOKEN: "none",
  });
  return { failed: status !== 0 };
}

const harmless = previewTo(route(["v1", 70], ["v2", 30]));
const outage = previewTo(route(["v3", 100]));
const marker = "<!-- istio-mesh-report:shop/dev -->";
const others = [{ id: 10, body: "LGTM" }];
const own = [...others, { id: 11, body: `${marker}\nold` }];
const previewed = "pulumi preview --stack dev --json --show-sames";

describe("the workflows of docs/pull-requests.md", function () {
  this.timeout(120_000);

  before(function () {
    const hasJq = spawnSync("jq", ["--version"]).status === 0;
    if (!hasJq && process.env.CI === undefined) {
      this.skip();
    }
  });

  it("write a comment on GitHub, and write it anew the next time", () => {
    const first = new Runner(harmless, others);
    assert.deepEqual(onGithub(first), { failed: false });
    const { calls, comment } = first.end();
    assert.deepEqual(calls, [
      previewed,
      "gh api --method POST repos/me/shop/issues/7/comments --field body=@comment.md",
    ]);
    assert.equal(comment.split("\n")[0], marker);
    const again = new Runner(harmless, own);
    onGithub(again);
    assert.deepEqual(again.end().calls.slice(1), [
      "gh api --method PATCH repos/me/shop/issues/comments/11 --field body=@comment.md",
    ]);
  });

  it("write a note on GitLab, and write it anew the next time", () => {
    const notes = "https://gitlab.example.com/api/v4/projects/3/merge_requests/7/notes";
    const first = new Runner(harmless, others);
    assert.deepEqual(onGitlab(first), { failed: false });
    assert.deepEqual(first.end().calls, [
      previewed,
      `curl --request POST --data-urlencode body@comment.md ${notes}`,
    ]);
    const again = new Runner(harmless, own);
    onGitlab(again);
    assert.deepEqual(again.end().calls.slice(1), [
      `curl --request PUT --data-urlencode body@comment.md ${notes}/11`,
    ]);
  });

  it("fail by an outage, behind the comment that tells it", () => {
    for (const run of [onGithub, onGitlab]) {
      const runner = new Runner(outage);
      assert.deepEqual(run(runner), { failed: true });
      const { calls, comment } = runner.end();
      assert.equal(calls.length, 2);
      assert.match(comment, /### Outage/);
    }
  });
});

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { previewTo, route } from "../test/support/weights-preview";

/** What the cluster has: all that the stack has not, and the route as it is. */
const { steps } = previewTo(route(["v1", 90], ["v2", 10]));
const items = steps.map(({ oldState }) => oldState.inputs);
const kubectl = `case "$*" in
*"config view"*) echo '{}' ;;
*"--context prod"*api-resources*) cat <<'END'
namespaces ns v1 false Namespace
services svc v1 true Service
deployments deploy apps/v1 true Deployment
destinationrules dr networking.istio.io/v1 true DestinationRule
virtualservices vs networking.istio.io/v1 true VirtualService
END
;;
*"--context prod"*get*) cat <<'END'
${JSON.stringify({ kind: "List", items })}
END
;;
*) echo "unexpected: $*" >&2; exit 9 ;;
esac
`;

/** A stack that has a route for a Service of others, and nothing yet in its state. */
const firstPreview = (made: ReturnType<typeof route>) => [
  { op: "create", urn: made.urn, newState: made },
];

describe("the script of make up and make preview", function () {
  this.timeout(120_000);
  let bin: string;

  const pretend = (name: string, script: string) => {
    const file = join(bin, name);
    writeFileSync(file, `#!/bin/sh\n${script}`);
    chmodSync(file, 0o755);
  };

  /** Runs it for a cluster of the user's. */
  const stack = (command: string, pulumi: string, env: NodeJS.ProcessEnv = {}) => {
    pretend("pulumi", `case "$*" in\n*preview*) cat <<'END'\n${pulumi}\nEND\n;;\nesac\n`);
    const { CI: _, ...own } = process.env;
    const { status, stdout } = spawnSync("bash", ["scripts/stack", command, "mixed", "prod"], {
      encoding: "utf8",
      env: { ...own, ...env, PATH: `${bin}:${process.env.PATH}` },
    });
    return { status, stdout };
  };

  before(() => {
    bin = mkdtempSync(join(tmpdir(), "stack-"));
    pretend("npm", "");
    pretend("kubectl", kubectl);
  });
  after(() => rmSync(bin, { recursive: true }));

  it("reports of a preview what it does to the requests of all in that cluster", () => {
    const made = route(["v1", 60], ["v2", 40]);
    const preview = JSON.stringify({ steps: firstPreview(made) });
    const { status, stdout } = stack("preview", preview, { FORMAT: "text" });
    assert.equal(status, 0);
    assert.match(stdout, /^shifted mesh → web\.shop:80, any path: v1 90 → 60 %, v2 10 → 40 %$/m);
  });

  it("stops before an update that takes the requests of others in that cluster", () => {
    const made = firstPreview(route(["v3", 100])).map(({ op, urn, newState }) => ({
      resourcePreEvent: { metadata: { op, urn, type: newState.type, new: newState } },
    }));
    const end = { summaryEvent: { resourceChanges: { create: 1 }, durationSeconds: 1 } };
    const events = [...made, end].map((event, sequence) =>
      JSON.stringify({ sequence, timestamp: 1, ...event }),
    );
    const { status, stdout } = stack("up", events.join("\n"));
    assert.equal(status, 1);
    assert.match(stdout, /^outage mesh → web\.shop:80/m);
  });
});

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { previewTo, route } from "../../test/support/weights-preview";

const tool = join(__dirname, "../main.ts");

function report(preview: object, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", tool, "report", ...args],
    { input: JSON.stringify(preview), encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

describe("istio-mesh report", function () {
  this.timeout(60_000);

  it("tells a weight as a shift, and fails by what it is told to fail by", () => {
    const shifted = previewTo(route(["v1", 70], ["v2", 30]));
    const { status, stdout, stderr } = report(shifted, "--output", "text");
    assert.deepEqual([status, stderr], [0, ""]);
    assert.equal(
      stdout,
      `shop/dev: 1 shift of weights; 1 object (1 changed)
shifted mesh → web.shop:80, any path: v1 90 → 70 %, v2 10 → 30 %
  GET http://web.shop.svc.cluster.local/
VirtualService web.shop changed
  spec.http[0].route[0].weight 90 → 70
  spec.http[0].route[1].weight 10 → 30
`,
    );
    assert.equal(report(shifted, "--fail-on", "shifted").status, 1);
  });

  it("tells a subset that nobody has as an outage and as a new finding", () => {
    const broken = previewTo(route(["v3", 100]));
    const { status, stdout } = report(broken);
    assert.equal(status, 1);
    const [marker, verdict] = stdout.split("\n");
    assert.equal(marker, "<!-- istio-mesh-report:shop/dev -->");
    assert.match(
      verdict ?? "",
      /^\*\*`shop\/dev`: 1 outage; 1 object \(1 changed\); 1 finding new\*\*$/,
    );
    assert.match(stdout, /### Outage: answered before, now by nobody\n\n- mesh → `web\.shop:80`/);
    assert.match(stdout, /### New findings\n\n- error `VirtualService web\.shop`/);
    assert.equal(report(broken, "--allow", "outage=web.shop:80").status, 0);
  });

  it("passes over what the stack's configuration suppresses", () => {
    const broken = previewTo(route(["v3", 100]));
    const newIn = (config: object) =>
      report({ ...broken, config }, "--output", "text").stdout.split("\n")[0];
    assert.equal(newIn({}), "shop/dev: 1 outage; 1 object (1 changed); 1 finding new");
    const suppress = ["*=VirtualService web.shop"];
    assert.equal(
      newIn({ "istio-mesh:checks": JSON.stringify({ suppress }) }),
      "shop/dev: 1 outage; 1 object (1 changed)",
    );
  });

  it("says in the comment that the cluster could not be read, and why beside it", () => {
    const folder = mkdtempSync(join(tmpdir(), "kubectl-"));
    const path = process.env.PATH;
    try {
      const refusal = "#!/bin/sh\necho 'no route to 10.0.0.1' >&2\nexit 1\n";
      writeFileSync(join(folder, "kubectl"), refusal, { mode: 0o755 });
      process.env.PATH = `${folder}${delimiter}${path}`;
      const shifted = previewTo(route(["v1", 70], ["v2", 30]));
      const { status, stdout, stderr } = report(shifted, "--kube-context", "prod");
      assert.equal(status, 2);
      assert.match(stderr, /^istio-mesh: kube-context prod: no route to 10\.0\.0\.1\n$/);
      assert.match(stdout, /something could not be read; the command's output says why/);
      assert.doesNotMatch(stdout, /10\.0\.0\.1/);
    } finally {
      process.env.PATH = path;
      rmSync(folder, { recursive: true });
    }
  });
});

import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { eventually, must, type Outcome, run } from "../support/command";

const name = "test-life";
const cache = process.env.ISTIO_MESH_CACHE ?? join(homedir(), ".cache", "istio-mesh");
const files = join(cache, "labs", name);

const lab = (...args: string[]): Promise<Outcome> => run("lab/lab", ["--name", name, ...args]);

/** Processes whose command line names this lab. */
async function processes(): Promise<string[]> {
  const { stdout } = await run("pgrep", ["-f", `labs/${name}/|__(init|supervise) ${name}$`]);
  return stdout.trim().split("\n").filter(Boolean);
}

describe("the life of a lab", function () {
  this.timeout(300_000);

  before(() => lab("down"));
  after(() => lab("down"));

  it("refuses a name that is no DNS label", async () => {
    const { code, stderr } = await run("lab/lab", ["--name", "My_Lab", "up"]);
    assert.equal(code, 1);
    assert.match(stderr, /--name: "My_Lab" is not a lab name; allowed are .*a-z/);
  });

  it("says how to bring it up when it is not there", async () => {
    const { code, stderr } = await lab("status");
    assert.equal(code, 1);
    assert.match(
      stderr,
      /lab "test-life" is not running; bring it up with: lab\/lab up --name test-life/,
    );
  });

  it("comes up, says what that took, and its nodes are Ready", async () => {
    const { code, stderr } = await lab("up");
    assert.equal(code, 0, stderr);
    assert.match(stderr, /etcd and API server +\d+\.\d s/);
    const nodes = await must("lab/lab", [
      "kubectl",
      "--name",
      name,
      "get",
      "nodes",
      "--no-headers",
    ]);
    assert.deepEqual(
      nodes
        .trim()
        .split("\n")
        .map((line) => line.split(/\s+/).slice(0, 2)),
      [
        ["lab-node-1", "Ready"],
        ["lab-node-2", "Ready"],
      ],
    );
  });

  it("refuses to come up twice", async () => {
    const { code, stderr } = await lab("up");
    assert.equal(code, 1);
    assert.match(
      stderr,
      /lab "test-life" is already running \(process \d+\).*lab\/lab down --name test-life/,
    );
  });

  it("leaves no process when it is killed, and comes up again with what it held", async () => {
    await must("lab/lab", ["kubectl", "--name", name, "create", "namespace", "kept"]);
    const [init] = await processes();
    process.kill(Number(init), "SIGKILL");
    await eventually(async () => assert.deepEqual(await processes(), []));
    const { code, stderr } = await lab("up");
    assert.equal(code, 0, stderr);
    await must("lab/lab", ["kubectl", "--name", name, "get", "namespace", "kept"]);
  });

  it("is taken down without a trace, also after it was killed", async () => {
    const [init] = await processes();
    process.kill(Number(init), "SIGKILL");
    const { code, stderr } = await lab("down");
    assert.equal(code, 0, stderr);
    assert.deepEqual(await processes(), []);
    assert.equal(existsSync(files), false);
  });

  it("is down already when there is none", async () => {
    const { code, stderr } = await lab("down");
    assert.deepEqual({ code, stderr }, { code: 0, stderr: "lab test-life: not there\n" });
  });

  it("says what is missing without the right to create namespaces, and leaves nothing", async () => {
    // Without root there is nobody to give the right up.
    assert.equal(process.getuid?.(), 0, "this test runs as root");
    const drop = ["--bounding-set", "-all", "--inh-caps", "-all", "lab/lab", "--name", name, "up"];
    const { code, stderr } = await run("setpriv", drop);
    assert.equal(code, 1);
    assert.match(
      stderr,
      /cannot create network, mount and process namespaces .*CAP_NET_ADMIN.*sudo/s,
    );
    assert.equal(existsSync(files), false);
  });

  it("names the tools there are when asked for another", async () => {
    const { code, stderr } = await run("lab/lab", ["bin", "istioclt"]);
    assert.equal(code, 1);
    assert.match(stderr, /no tool "istioclt"; there are: .*istioctl/);
  });

  it("prints the path of a tool that runs", async () => {
    const istioctl = (await must("lab/lab", ["bin", "istioctl"])).trim();
    assert.ok(readdirSync(join(istioctl, "..")).includes("istioctl"));
    assert.match(await must(istioctl, ["version", "--remote=false", "--short"]), /1\.31\.4/);
  });
});

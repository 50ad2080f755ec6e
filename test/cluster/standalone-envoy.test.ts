import assert from "node:assert/strict";
import { eventually } from "../support/command";
import { Claim, claim } from "../support/component-case";
import { Lab } from "../support/lab";

const claims = ["StandaloneEnvoy", "Httpbin", "Client"].map((name) => claim(name, Claim.Cluster));

describe(`${claims.join(" ")} one Envoy on a cluster without Istio`, function () {
  this.timeout(900_000);
  const lab = new Lab("test-envoy", "standalone-envoy", "examples/standalone-envoy");

  before("deploys the example", async () => {
    await lab.up();
    await lab.deploy();
  });
  after(() => lab.down());

  const ask = (path: string, ...options: string[]) =>
    lab.curl("plain/curl", ...options, `http://proxy${path}`);
  const statusOf = async (path: string) =>
    (await ask(path, "--output", "/dev/null", "--write-out", "%{http_code}")).stdout;

  it("shows httpbin's answer to the client, under httpbin's own name", async () => {
    await eventually(async () => {
      const { headers } = JSON.parse((await ask("/headers")).stdout);
      assert.deepEqual(headers.Host, ["httpbin.plain.svc.cluster.local"]);
    });
  });

  it("answers 504 after its timeout of a second", async () => {
    assert.equal(await statusOf("/delay/5"), "504");
  });

  it("tries three times more before it passes a failure on, and counts that", async () => {
    const retries = async () => {
      const stats = await lab.exec(
        "plain/proxy",
        "curl",
        "--silent",
        "http://127.0.0.1:15000/stats",
      );
      return Number(/^cluster\.upstream\.upstream_rq_retry: (\d+)$/m.exec(stats)?.[1]);
    };
    const before = await retries();
    assert.equal(await statusOf("/status/500"), "500");
    assert.equal((await retries()) - before, 3);
  });

  it("keeps its own pages to its Pod", async () => {
    interface Pods {
      items: { status: { podIP: string } }[];
    }
    const { items } = await lab.get<Pods>("pods", "-n", "plain", "-l", "app=proxy");
    const { code } = await lab.curl("plain/curl", `http://${items[0]?.status.podIP}:15000/ready`);
    assert.equal(code, 7, "the connection is refused");
  });

  it("has nothing to change after it was applied", async () => {
    assert.deepEqual(await lab.preview(), []);
  });
});

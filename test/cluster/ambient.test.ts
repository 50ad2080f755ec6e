import assert from "node:assert/strict";
import { followsSplit } from "../../scripts/binomial";
import { eventually } from "../support/command";
import { Lab } from "../support/lab";

interface Workload {
  metadata: { name: string; labels: Record<string, string> };
  spec: { containers: { name: string }[] };
  status: {
    desiredNumberScheduled?: number;
    numberReady?: number;
    conditions?: { type: string; status: string }[];
  };
}

const requests = 200;

// ztunnel itself cannot run here: the lab's stand-in takes a Pod's outbound connections to the
// waypoint with the Pod's mesh identity, and has no inbound side.
describe("the ambient stack on a real cluster", function () {
  this.timeout(300_000);
  const lab = new Lab("test-ambient", "ambient");

  before("deploys it", async () => {
    await lab.up();
    await lab.deploy();
  });
  after(() => lab.down());

  const list = async (...args: string[]) => (await lab.get<{ items: Workload[] }>(...args)).items;

  it("has the CNI agent and ztunnel ready on every node", async () => {
    const sets = (await list("daemonsets", "-n", "istio-system")).map(({ metadata, status }) => [
      metadata.name,
      status.desiredNumberScheduled,
      status.numberReady,
    ]);
    assert.deepEqual(sets, [
      ["istio-cni-node", 2, 2],
      ["ztunnel", 2, 2],
    ]);
  });

  it("enrolled the namespace without sidecars", async () => {
    const [namespace] = await list("namespaces", "--field-selector", "metadata.name=bookinfo");
    assert.equal(namespace?.metadata.labels["istio.io/dataplane-mode"], "ambient");
    assert.equal(namespace?.metadata.labels["istio.io/use-waypoint"], "waypoint");
    assert.equal(namespace?.metadata.labels["istio-injection"], undefined);
    const containers = (await list("pods", "-n", "bookinfo", "-l", "app")).map(
      ({ spec }) => spec.containers.length,
    );
    assert.deepEqual([...new Set(containers)], [1]);
  });

  it("has a waypoint that istiod programmed", async () => {
    const [gateway] = await list("gateways.gateway.networking.k8s.io", "-n", "bookinfo");
    assert.equal(gateway?.metadata.name, "waypoint");
    const programmed = gateway?.status.conditions?.find(({ type }) => type === "Programmed");
    assert.equal(programmed?.status, "True");
  });

  it("splits a mesh client's requests at the waypoint by the weights of the HTTPRoute", async () => {
    const script = `for i in $(seq ${requests}); do curl -s http://reviews:9080/reviews/0 | grep -o 'reviews-v[0-9]'; done`;
    const answers = await lab.exec("bookinfo/sleep", "sh", "-c", script);
    const counts: Record<string, number> = {};
    for (const [, version = ""] of answers.matchAll(/reviews-(v\d)/g)) {
      counts[version] = (counts[version] ?? 0) + 1;
    }
    assert.equal(
      Object.values(counts).reduce((sum, n) => sum + n, 0),
      requests,
    );
    assert.ok(followsSplit(counts, { v1: 80, v2: 20, v3: 0 }), JSON.stringify(counts));
  });

  it("lets the waypoint judge by the client's identity", async () => {
    const policy = await lab.apply(
      "only-productpage",
      `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: only-productpage, namespace: bookinfo}
spec:
  targetRefs: [{kind: Service, group: "", name: ratings}]
  action: ALLOW
  rules: [{from: [{source: {principals: [cluster.local/ns/bookinfo/sa/bookinfo-productpage]}}]}]
`,
    );
    assert.equal(policy.code, 0, policy.stderr);
    const status = async (from: string) =>
      (
        await lab.curl(
          from,
          "--output",
          "/dev/null",
          "--write-out",
          "%{http_code}",
          "http://ratings:9080/ratings/0",
        )
      ).stdout;
    await eventually(async () => {
      assert.equal(await status("bookinfo/sleep"), "403");
      assert.equal(await status("bookinfo/productpage-v1"), "200");
    });
    await lab.kubectl("delete", "authorizationpolicy", "only-productpage", "-n", "bookinfo");
  });

  it("has nothing to change after it was applied", async () => {
    assert.deepEqual(await lab.preview(), []);
  });

  it("can be destroyed", async () => {
    await lab.destroy();
    const left = (await list("namespaces")).map(({ metadata }) => metadata.name);
    assert.deepEqual(left, ["default", "kube-node-lease", "kube-public", "kube-system"]);
  });
});

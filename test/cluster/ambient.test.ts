import assert from "node:assert/strict";
import { followsSplit } from "../../scripts/binomial";
import { eventually } from "../support/command";
import { Claim, claim } from "../support/component-case";
import { Lab } from "../support/lab";
import { Program } from "../support/program";

interface Workload {
  metadata: { name: string; labels: Record<string, string> };
  spec: { containers: { name: string }[] };
  status: {
    desiredNumberScheduled?: number;
    numberReady?: number;
    conditions?: { type: string; status: string; lastTransitionTime: string }[];
  };
}
interface Labelled {
  metadata: {
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    managedFields: {
      time: string;
      fieldsV1: { "f:metadata"?: { "f:labels"?: Record<string, unknown> } };
    }[];
  };
}

const requests = 200;

/** Somebody else's, who keeps one of the namespaces out of the mesh. */
const foreign = `
apiVersion: v1
kind: Namespace
metadata: {name: whole, labels: {team: theirs, istio.io/dataplane-mode: none}}
---
apiVersion: v1
kind: Namespace
metadata: {name: part, labels: {team: theirs}}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: part, labels: {team: theirs}}
spec: {ports: [{name: http, port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: other, namespace: part, labels: {team: theirs}}
spec: {ports: [{name: http, port: 80}]}
`;

/** When somebody last wrote something together with the label. */
const writtenAt = ({ metadata }: Labelled, label: string) =>
  metadata.managedFields.find(
    ({ fieldsV1 }) => `f:${label}` in (fieldsV1["f:metadata"]?.["f:labels"] ?? {}),
  )?.time ?? "";

// ztunnel itself cannot run here: the lab's stand-in takes a Pod's outbound connections to the
// waypoint with the Pod's mesh identity, and has no inbound side.
describe("the ambient stack on a real cluster", function () {
  this.timeout(900_000);
  const lab = new Lab("test-ambient", "ambient");

  before("deploys it", async function () {
    this.timeout(900_000);
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

  describe("what somebody else created", () => {
    const program = new Program(lab.name, "enrolment", "test/cluster/programs/enrolment");
    const takeOver = (value: boolean) =>
      program.configureWith({ "istio-mesh-test-enrolment:takeOver": value });
    const labelled = (...what: string[]) => lab.get<Labelled>(...what, "--show-managed-fields");
    const labelsOf = async (...what: string[]) => (await labelled(...what)).metadata.labels;
    const named = (name: string) => ({ "kubernetes.io/metadata.name": name, team: "theirs" });

    before("is there", async () => {
      assert.equal((await lab.apply("foreign", foreign)).code, 0);
      await program.init();
    });

    it(`keeps a label of its own unless it is told otherwise ${claim("MeshNamespace", Claim.Cluster)}`, async () => {
      takeOver(false);
      const { code, stdout, stderr } = await program.try("up", "--yes", "--skip-preview");
      assert.notEqual(code, 0);
      assert.match(
        stdout + stderr,
        /conflict with "kubectl-client-side-apply" using v1: \.metadata\.labels\.istio\.io\/dataplane-mode/,
      );
      assert.equal((await labelsOf("namespace", "whole"))?.["istio.io/dataplane-mode"], "none");
    });

    it(`joins when its labels are taken over ${claim("MeshNamespace", Claim.Cluster)}`, async () => {
      takeOver(true);
      await program.deploy();
      const { metadata } = await labelled("namespace", "whole");
      assert.deepEqual(metadata.labels, {
        ...named("whole"),
        "istio.io/dataplane-mode": "ambient",
        "istio.io/use-waypoint": "waypoint",
        "istio-injection": "disabled",
      });
      assert.deepEqual(await program.preview(), []);
    });

    it(`passes a waypoint with the Services that are named ${claim("Waypoint", Claim.Cluster)}`, async () => {
      assert.deepEqual(await labelsOf("namespace", "part"), {
        ...named("part"),
        "istio.io/dataplane-mode": "ambient",
        "istio-injection": "disabled",
      });
      assert.deepEqual(await labelsOf("service", "web", "-n", "part"), {
        team: "theirs",
        "istio.io/use-waypoint": "waypoint",
        "istio.io/ingress-use-waypoint": "true",
      });
      assert.deepEqual(await labelsOf("service", "other", "-n", "part"), { team: "theirs" });
    });

    for (const [namespace, what] of [
      ["whole", ["namespace", "whole"]],
      ["part", ["service", "web", "-n", "part"]],
    ] as const) {
      it(`has the label only since its waypoint is ready (${namespace}) ${claim("Waypoint", Claim.Cluster)}`, async () => {
        const gateway = "gateways.gateway.networking.k8s.io";
        const { status } = await lab.get<Workload>(gateway, "waypoint", "-n", namespace);
        const ready = status.conditions?.find(({ type }) => type === "Programmed");
        assert.equal(ready?.status, "True");
        const since = ready?.lastTransitionTime ?? "never";
        const written = writtenAt(await labelled(...what), "istio.io/use-waypoint");
        assert.ok(written >= since, `${written} < ${since}`);
      });
    }

    it(`keeps its other labels alone when the program has gone ${claim("Waypoint", Claim.Cluster)}`, async () => {
      await program.destroy();
      // What was taken over does not come back.
      const { labels, annotations } = (await labelled("namespace", "whole")).metadata;
      assert.deepEqual(labels, named("whole"));
      assert.equal(annotations?.["pulumi.com/patchForce"], undefined);
      assert.deepEqual(await labelsOf("namespace", "part"), named("part"));
      assert.deepEqual(await labelsOf("service", "web", "-n", "part"), { team: "theirs" });
      await lab.kubectl("delete", "namespace", "whole", "part");
    });
  });

  // A suite of its own, since mocha runs the tests of a suite before the suites in it.
  describe("its end", () => {
    it("is destroyed, but for the namespaces, which others may use", async () => {
      await lab.destroy();
      const left = (await list("namespaces")).map(({ metadata }) => metadata.name);
      assert.deepEqual(left, [
        "bookinfo",
        "default",
        "istio-ingress",
        "istio-system",
        "kube-node-lease",
        "kube-public",
        "kube-system",
        "outside",
      ]);
      assert.deepEqual(await list("deployments", "-A"), []);
    });
  });
});

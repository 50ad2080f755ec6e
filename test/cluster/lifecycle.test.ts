import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import versions from "../../versions.json";
import { eventually, must } from "../support/command";
import { Claim, claim } from "../support/component-case";
import { Lab } from "../support/lab";

interface Named {
  metadata: { name: string; uid: string; labels?: Record<string, string> };
}
interface Pod extends Named {
  metadata: Named["metadata"] & { annotations?: Record<string, string> };
  spec: { initContainers?: { name: string; image: string }[]; containers: { name: string }[] };
}
interface Deployment extends Named {
  spec: { template: { spec: { containers: { image: string }[] } } };
}

/** The patch after the lab's. */
const later = versions.istio.replace(/\d+$/, (patch) => String(Number(patch) + 1));
const dir = "test/cluster/programs/lifecycle";

/** The release's charts under a later version, as if there had been one more patch. */
function laterCharts(charts: string): string {
  const target = resolve("build/test/later-charts");
  rmSync(target, { recursive: true, force: true });
  cpSync(charts, target, { recursive: true, dereference: true });
  for (const chart of readdirSync(target)) {
    for (const file of ["Chart.yaml", "values.yaml"]) {
      const path = join(target, chart, file);
      writeFileSync(path, readFileSync(path, "utf8").replaceAll(versions.istio, later));
    }
  }
  return target;
}

// Every step is one change of the stack's configuration, applied by a real `pulumi up`. Upstream's Envoy
// cannot be a sidecar of the ambient profile, so what ambient mode shows here are labels and injection.
describe("a mesh through its life", function () {
  this.timeout(900_000);
  const lab = new Lab("test-lifecycle", "lifecycle", dir);
  let settings: Record<string, unknown>;
  let laterSource: { path: string };

  const set = (changes: Record<string, unknown>) => {
    settings = { ...settings, ...changes };
    lab.configureWith({
      "kubernetes:enableConfigMapMutable": "true",
      "istio-mesh-test-lifecycle:settings": settings,
    });
  };
  const list = async <T extends Named>(...args: string[]) =>
    (await lab.get<{ items: T[] }>(...args)).items;
  const labelsOf = async (namespace: string) =>
    (await lab.get<Named>("namespace", namespace)).metadata.labels ?? {};
  const clients = () => list<Pod>("pods", "-n", "shop", "-l", "app=client");
  const istiodImage = async (name: string) =>
    (await lab.get<Deployment>("deployment", name, "-n", "istio-system")).spec.template.spec
      .containers[0]?.image;
  const proxies = ({ spec }: Pod) =>
    [...(spec.initContainers ?? []), ...spec.containers].filter(
      ({ name }) => name === "istio-proxy",
    ).length;

  before("deploys it", async () => {
    const charts = (
      await must("lab/lab", ["tools", "sh", "-c", 'echo "$ISTIO_MESH_CHARTS"'])
    ).trim();
    laterSource = { path: laterCharts(charts) };
    await lab.up();
    set({ version: versions.istio, charts: { path: charts }, shop: { dataPlaneMode: "sidecar" } });
    await lab.deploy();
  });
  after(() => lab.down());

  describe("its beginning", () => {
    it(`injects the namespace's Pods ${claim("MeshNamespace", Claim.Cluster)}`, async () => {
      assert.deepEqual((await clients()).map(proxies), [1]);
    });
  });

  describe(`a later version ${claim("ControlPlane", Claim.Cluster)} ${claim("IngressGateway", Claim.Cluster)}`, () => {
    let before: Named[];
    const live = () =>
      Promise.all(
        ["services -A", "deployments -A", "daemonsets -A", "customresourcedefinitions"].map(
          (what) => list<Named>(...what.split(" ")),
        ),
      ).then((found) => found.flat());

    it("replaces and deletes nothing", async () => {
      before = await live();
      set({ version: later, charts: laterSource });
      const changes = await lab.preview();
      assert.ok(changes.some((change) => change.startsWith("update ")));
      assert.deepEqual(
        changes.filter((change) => !/^(update|read) /.test(change)),
        [],
      );
      await lab.deploy();
    });

    it("runs, with every object that was there before", async () => {
      assert.equal(await istiodImage("istiod"), `docker.io/istio/pilot:${later}`);
      const after = new Map((await live()).map(({ metadata }) => [metadata.uid, metadata.name]));
      assert.deepEqual(
        before
          .filter(({ metadata }) => !after.has(metadata.uid))
          .map(({ metadata }) => metadata.name),
        [],
      );
    });
  });

  describe(`a second revision ${claim("ControlPlane", Claim.Cluster)}`, () => {
    it("comes beside the first and takes no Pod over", async () => {
      const revision = "next";
      set({ second: { revision, version: later, charts: laterSource }, stable: revision });
      await lab.deploy();
      assert.equal(await istiodImage("istiod-next"), `docker.io/istio/pilot:${later}`);
      assert.equal(await istiodImage("istiod"), `docker.io/istio/pilot:${later}`);
    });

    it(`gets a namespace by its tag, and the Pods on request ${claim("RevisionTag", Claim.Cluster)}`, async () => {
      const [old] = await clients();
      set({
        shop: {
          dataPlaneMode: "sidecar",
          revision: "stable",
          restart: { deployments: ["client"] },
        },
      });
      await lab.deploy();
      assert.equal((await labelsOf("shop"))["istio.io/rev"], "stable");
      assert.equal((await labelsOf("shop"))["istio-injection"], undefined);
      await eventually(async () => {
        const [pod, ...others] = await clients();
        assert.deepEqual(others, []);
        assert.notEqual(pod?.metadata.uid, old?.metadata.uid);
        assert.equal(pod?.metadata.annotations?.["istio.io/rev"], "next");
      });
    });

    it(`moves a tag in place ${claim("RevisionTag", Claim.Cluster)}`, async () => {
      const webhook = "mutatingwebhookconfiguration";
      const name = "istio-revision-tag-stable";
      const { uid } = (await lab.get<Named>(webhook, name)).metadata;
      set({ stable: "default" });
      const changes = await lab.preview();
      assert.deepEqual(
        changes.filter((change) => !change.startsWith("update ")),
        [],
      );
      await lab.deploy();
      const moved = await lab.get<Named>(webhook, name);
      assert.equal(moved.metadata.uid, uid);
      assert.equal(moved.metadata.labels?.["istio.io/rev"], "default");
    });
  });

  describe(`the mode of a namespace ${claim("MeshNamespace", Claim.Cluster)}`, () => {
    it("changes to ambient, without a trace of the sidecars", async () => {
      set({ shop: { dataPlaneMode: "ambient", restart: { deployments: ["client"] } } });
      await lab.deploy();
      const labels = await labelsOf("shop");
      assert.equal(labels["istio.io/dataplane-mode"], "ambient");
      assert.equal(labels["istio.io/rev"], undefined);
      assert.equal(labels["istio-injection"], undefined);
      await eventually(async () => assert.deepEqual((await clients()).map(proxies), [0]));
    });

    it("changes back, without a trace of ambient", async () => {
      set({ shop: { dataPlaneMode: "sidecar", restart: { deployments: ["client"] } } });
      await lab.deploy();
      const labels = await labelsOf("shop");
      assert.equal(labels["istio-injection"], "enabled");
      assert.equal(labels["istio.io/dataplane-mode"], undefined);
      await eventually(async () => assert.deepEqual((await clients()).map(proxies), [1]));
    });
  });

  describe(`a namespace of somebody else ${claim("MeshNamespace", Claim.Cluster)}`, () => {
    it("gets its labels beside the others", async () => {
      await lab.kubectl("create", "namespace", "foreign");
      await lab.kubectl("label", "namespace", "foreign", "team=theirs");
      set({ foreign: "ambient" });
      await lab.deploy();
      const labels = await labelsOf("foreign");
      assert.equal(labels["istio.io/dataplane-mode"], "ambient");
      assert.equal(labels.team, "theirs");
    });

    it("keeps what is not ours when it leaves", async () => {
      set({ foreign: undefined });
      await lab.deploy();
      assert.deepEqual(await labelsOf("foreign"), {
        "kubernetes.io/metadata.name": "foreign",
        team: "theirs",
      });
    });
  });

  describe("its end", () => {
    it("leaves nothing of the mesh's when it is destroyed", async () => {
      await lab.destroy();
      for (const kind of ["mutatingwebhookconfigurations", "validatingwebhookconfigurations"]) {
        assert.deepEqual(await list(kind), []);
      }
      assert.ok((await list("namespaces")).some(({ metadata }) => metadata.name === "foreign"));
    });
  });
});

import assert from "node:assert/strict";
import { Claim, claim } from "../support/component-case";
import { Lab } from "../support/lab";

interface Named {
  items: { kind: string; metadata: { name: string; uid: string } }[];
}

const namespace = "istio-system";

describe(`${claim("ControlPlane", Claim.Cluster)} in place of an Istio that Helm installed`, function () {
  this.timeout(600_000);
  const lab = new Lab("test-take-over", "taken", "test/cluster/programs/chart-sources");

  const helm = (...args: string[]) => lab.exec("node", "helm", ...args, "--namespace", namespace);
  const install = (release: string, chart: string) =>
    helm("install", release, chart, "--repo", "http://charts.lab", "--wait", "--timeout", "120s");

  /** What runs, and by what it is reached. */
  const running = async () => {
    const { items } = await lab.get<Named>("deployments,pods,services", "-n", namespace);
    return items.map(({ kind, metadata: { name, uid } }) => `${kind} ${name} ${uid}`).sort();
  };
  const settle = (more: object) =>
    lab.configureWith({
      "kubernetes:enableConfigMapMutable": "true",
      "istio-mesh-test-chart-sources:settings": {
        charts: { repository: "http://charts.lab" },
        createNamespace: false,
        cni: false,
        size: "standard",
        ...more,
      },
    });
  let installed: readonly string[];

  before("installs Istio by Helm", async () => {
    await lab.up();
    await lab.kubectl("create", "namespace", namespace);
    await install("istio-base", "base");
    await install("istiod", "istiod");
    installed = await running();
    assert.equal(installed.length, 3);
    settle({});
  });
  after(() => lab.down());

  it("is refused as long as nobody says that it may be taken over", async () => {
    const { code, stdout } = await lab.try("up", "--yes", "--skip-preview", "--suppress-progress");
    assert.notEqual(code, 0);
    assert.match(stdout, /conflict with "helm"/);
    assert.deepEqual(await running(), installed);
  });

  it("takes over the same objects, and no Pod is made anew", async () => {
    await lab.takeOver();
    assert.deepEqual(await running(), installed);
    assert.deepEqual(await lab.preview(), []);
  });

  it("stays when Helm forgets its releases, and changes as any other", async () => {
    await lab.kubectl("delete", "secret", "-n", namespace, "-l", "owner=helm");
    assert.deepEqual(JSON.parse(await helm("list", "--output", "json")), []);
    settle({ meshConfig: { accessLogFile: "/dev/stdout" } });
    await lab.takeOver();
    const config = await lab.kubectl(
      ...["get", "configmap", "istio", "-n", namespace, "-o", "jsonpath={.data.mesh}"],
    );
    assert.match(config, /^accessLogFile: \/dev\/stdout$/m);
    assert.deepEqual(await running(), installed);
  });
});

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { ChartServer } from "../support/chart-server";
import { must } from "../support/command";
import { Claim, claim } from "../support/component-case";
import { Lab } from "../support/lab";

interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    [field: string]: unknown;
  };
  // biome-ignore lint/suspicious/noExplicitAny: objects of every kind
  [section: string]: any;
}
interface Deployment {
  status: { replicas?: number; readyReplicas?: number };
}
interface State {
  deployment: { resources: { custom: boolean; type: string; inputs?: KubernetesObject }[] };
}

const dir = "test/cluster/programs/chart-sources";

/** What the cluster itself writes into an object. */
const givenByTheCluster = [
  "uid",
  "resourceVersion",
  "creationTimestamp",
  "generation",
  "managedFields",
];

/** By which Helm knows the objects of its releases. */
const givenByHelm = ["meta.helm.sh/release-name", "meta.helm.sh/release-namespace"];

type Objects = Map<string, KubernetesObject>;

const id = ({ kind, metadata: { namespace, name } }: KubernetesObject) =>
  `${kind} ${namespace ? `${namespace}/` : ""}${name}`;

function ownPart({ metadata, status: _, ...object }: KubernetesObject): KubernetesObject {
  const annotations = { ...metadata.annotations };
  for (const key of givenByHelm) {
    delete annotations[key];
  }
  const own: KubernetesObject = { ...object, metadata: { ...metadata, annotations } };
  for (const field of givenByTheCluster) {
    delete own.metadata[field];
  }
  for (const address of ["clusterIP", "clusterIPs"]) {
    delete own.spec?.[address];
  }
  for (const webhook of own.webhooks ?? []) {
    // Of istiod's CA, which is another one after every installation.
    delete webhook.clientConfig.caBundle;
  }
  return own;
}

describe(`${claim("ControlPlane", Claim.Cluster)} charts from each kind of source`, function () {
  this.timeout(900_000);
  const lab = new Lab("test-chart-sources", "charts", dir);
  const server = new ChartServer(lab.name);
  let folder = "";
  let fromFolder: Objects = new Map();

  before("brings up a lab and a server of charts", async () => {
    await lab.up();
    folder = (await must("lab/lab", ["bin", "charts"])).trim();
    await server.start(folder);
    process.env.SSL_CERT_FILE = server.authority;
  });
  after(async () => {
    delete process.env.SSL_CERT_FILE;
    server.stop();
    await lab.down();
  });

  const use = (charts: object, more: object = {}) =>
    lab.configureWith({ "istio-mesh-test-chart-sources:settings": { charts, ...more } });

  /** Every object that Pulumi created, as it asked for it. */
  async function created(): Promise<KubernetesObject[]> {
    const state: State = JSON.parse(
      await lab.pulumi("stack", "export", "--stack", lab.stack, "--cwd", lab.dir),
    );
    return state.deployment.resources.flatMap(({ custom, inputs }) =>
      custom && inputs?.apiVersion ? [inputs] : [],
    );
  }

  /** Objects as the cluster has them. */
  async function live(objects: Iterable<KubernetesObject>): Promise<Objects> {
    const references = [...objects].map(({ apiVersion, kind, metadata: { name, namespace } }) => ({
      apiVersion,
      kind,
      metadata: { name, ...(namespace && { namespace }) },
    }));
    const file = resolve("build", "test", lab.name, "objects.json");
    writeFileSync(file, JSON.stringify({ apiVersion: "v1", kind: "List", items: references }));
    const { items } = await lab.get<{ items: KubernetesObject[] }>("-f", file);
    return new Map(items.map((object) => [id(object), ownPart(object)]));
  }

  async function istiodIsReady(): Promise<void> {
    const { status } = await lab.get<Deployment>("deployment", "istiod", "-n", "istio-system");
    assert.deepEqual([status.replicas, status.readyReplicas], [1, 1]);
  }

  async function install(charts: object): Promise<Objects> {
    use(charts);
    await lab.deploy();
    await istiodIsReady();
    return live(await created());
  }

  it("installs from a folder", async () => {
    fromFolder = await install({ path: folder });
    assert.ok(fromFolder.has("Deployment istio-system/istiod"));
    assert.ok(fromFolder.has("DaemonSet istio-system/istio-cni-node"));
  });

  it("installs the same objects from an HTTP repository", async () => {
    await lab.destroy();
    assert.deepEqual(await install({ repository: server.repository }), fromFolder);
  });

  it("installs the same objects from an OCI registry", async () => {
    await lab.destroy();
    assert.deepEqual(await install({ oci: server.oci }), fromFolder);
  });

  it("changes no object when the charts come from elsewhere", async () => {
    use({ repository: server.repository });
    const changed = (await lab.preview()).filter((step) => !step.includes("helm.sh/v4:Chart"));
    assert.deepEqual(changed, []);
  });

  it("names the chart that a source does not have", async () => {
    use({ oci: `${server.oci}/none` });
    const { code, stdout, stderr } = await lab.try("preview");
    assert.notEqual(code, 0);
    assert.match(stdout + stderr, /charts\/none\/base.*not found/s);
  });

  describe("installed by Helm, where the Gateway API is expected", () => {
    const settings = { installer: "release", gatewayApi: { mode: "expect" } };
    const releases = async () => {
      const secrets = ["secrets", "-A", "-l", "owner=helm"];
      const { items } = await lab.get<{ items: KubernetesObject[] }>(...secrets);
      return items.map(({ metadata: { labels } }) => `${labels?.name} ${labels?.status}`).sort();
    };

    before("starts anew, without the definitions that the charts keep", async () => {
      await lab.destroy();
      const { items } = await lab.get<{ items: KubernetesObject[] }>("customresourcedefinitions");
      const names = items.map(({ metadata }) => metadata.name);
      await lab.kubectl("delete", "customresourcedefinitions", ...names);
    });

    it("fails before istiod while the Gateway API is not there, and says so", async () => {
      use({ path: folder }, settings);
      const { code, stdout, stderr } = await lab.try("up", "--yes", "--skip-preview");
      assert.notEqual(code, 0);
      assert.match(
        stdout + stderr,
        /istio-gateway-api.*error: resource 'gateways\.gateway\.networking\.k8s\.io' does not exist/s,
      );
      assert.ok(!(await releases()).some((release) => release.startsWith("istiod")));
      assert.deepEqual((await lab.get<{ items: unknown[] }>("deployments", "-A")).items, []);
    });

    it("has Helm's releases and the same objects once it is there", async () => {
      const shown = await must("lab/lab", ["tools", "sh", "-c", 'echo "$ISTIO_MESH_GATEWAY_API"']);
      await lab.kubectl("apply", "-f", shown.trim());
      await lab.deploy();
      await istiodIsReady();
      assert.deepEqual(
        await releases(),
        ["istio-base", "istio-cni", "istiod"].map((name) => `${name} deployed`),
      );
      assert.deepEqual(await live(fromFolder.values()), fromFolder);
    });

    it("has nothing to change after it was applied, and looks for the Gateway API again", async () => {
      assert.deepEqual(await lab.preview(), [
        "read kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition istio-gateway-api",
      ]);
    });

    it("leaves no release behind when it is destroyed", async () => {
      await lab.destroy();
      assert.deepEqual(await releases(), []);
    });
  });
});

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
  metadata: { name: string; namespace?: string; [field: string]: unknown };
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

type Objects = Map<string, KubernetesObject>;

const id = ({ kind, metadata: { namespace, name } }: KubernetesObject) =>
  `${kind} ${namespace ? `${namespace}/` : ""}${name}`;

function ownPart({ metadata, status: _, ...object }: KubernetesObject): KubernetesObject {
  const own: KubernetesObject = { ...object, metadata: { ...metadata } };
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
  this.timeout(300_000);
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

  const use = (charts: object) =>
    lab.configureWith({ "istio-mesh-test-chart-sources:charts": charts });

  /** Every object of the stack as the cluster has it. */
  async function objects(): Promise<Objects> {
    const state: State = JSON.parse(
      await lab.pulumi("stack", "export", "--stack", lab.stack, "--cwd", lab.dir),
    );
    const named = state.deployment.resources.flatMap(({ custom, inputs }) =>
      custom && inputs?.apiVersion ? [inputs] : [],
    );
    const references = named.map(({ apiVersion, kind, metadata: { name, namespace } }) => ({
      apiVersion,
      kind,
      metadata: { name, ...(namespace && { namespace }) },
    }));
    const file = resolve("build", "test", lab.name, "objects.json");
    writeFileSync(file, JSON.stringify({ apiVersion: "v1", kind: "List", items: references }));
    const { items } = await lab.get<{ items: KubernetesObject[] }>("-f", file);
    return new Map(items.map((object) => [id(object), ownPart(object)]));
  }

  async function install(charts: object): Promise<Objects> {
    use(charts);
    await lab.deploy();
    const { status } = await lab.get<Deployment>("deployment", "istiod", "-n", "istio-system");
    assert.deepEqual([status.replicas, status.readyReplicas], [1, 1]);
    return objects();
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
});

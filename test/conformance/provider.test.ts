import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Run, ServedComponents, startRun } from "../support/construct";
import { ownProject } from "../support/own-project";
import { Peers } from "../support/peers";

const canary = (weights: [number, number]) => ({
  service: "catalog",
  namespace: "shop",
  versions: [
    { name: "v1", weight: weights[0] },
    { name: "v2", weight: weights[1] },
  ],
});

const provider = "node_modules/istio-mesh/dist/provider";

/** Refusals that name this owner. */
const naming = (owner: string, refused: readonly string[]): number =>
  refused.filter((one) => one.includes(owner)).length;

for (const peers of [Peers.Newest, Peers.Oldest]) {
  describe(`components for other languages, by the packed library and the ${peers} peers`, function () {
    this.timeout(120_000);
    let served: ServedComponents;
    let run: Run;
    let dir: string;

    before("the program that Pulumi starts", async () => {
      dir = await ownProject("build/test/provider-project", peers);
      served = await ServedComponents.start(join(dir, provider, "pulumi-resource-istio-mesh"));
    });
    after(() => served.end());
    beforeEach(async () => {
      run = await startRun();
    });
    afterEach(() => run.end());

    it("are described by the schema of the package, with its version", async () => {
      const shipped = readFileSync(join(dir, provider, "schema.json"), "utf8");
      assert.equal(await served.schema(), shipped);
      const { version } = JSON.parse(readFileSync("package.json", "utf8"));
      assert.equal(JSON.parse(shipped).version, version);
    });

    it("are made with their children, and hand out their outputs", async () => {
      assert.deepEqual(await served.construct(run, "Canary", "catalog", canary([90, 10])), {
        urn: "urn:pulumi:dev::shop::istio-mesh:index:Canary::catalog",
        state: { host: "catalog.shop.svc.cluster.local", split: { v1: 90, v2: 10 } },
        refused: [],
      });
      assert.deepEqual(run.registered.sort(), [
        "Canary catalog",
        "DestinationRule catalog-v1",
        "DestinationRule catalog-v2",
        "VirtualService catalog",
      ]);
    });

    it("are refused by the paths of their arguments, with nothing made", async () => {
      const { refused } = await served.construct(run, "Canary", "catalog", canary([90, 20]));
      assert.deepEqual(refused, [
        "versions: weights add up to 110 (v1 90, v2 20); they must add up to 100",
      ]);
      assert.deepEqual(run.registered, []);
    });

    it("are refused what another of the run claims, also when both are asked for at once", async () => {
      const both = await Promise.all([
        served.construct(run, "Canary", "first", canary([90, 10])),
        served.construct(run, "Canary", "second", canary([90, 10])),
      ]);
      assert.equal(both.filter(({ refused }) => refused.length === 0).length, 1);
      const refused = both.flatMap((one) => one.refused);
      const owner = both[0]?.refused.length === 0 ? 'Canary "first"' : 'Canary "second"';
      assert.equal(naming(owner, refused), refused.length);
    });

    it("know nothing of the run before", async () => {
      const { refused } = await served.construct(run, "Canary", "third", canary([90, 10]));
      assert.deepEqual(refused, []);
    });

    it("take a control plane by its handle", async () => {
      const { state } = await served.construct(run, "ControlPlane", "istio", {
        profile: "sidecar",
        revision: "1-31-4",
      });
      const controlPlane = state?.handle;
      assert.equal((controlPlane as { revision: string }).revision, "1-31-4");
      const ingress = await served.construct(run, "IngressGateway", "ingress", { controlPlane });
      assert.deepEqual(ingress.refused, []);
      assert.deepEqual(ingress.state?.selector, { istio: "ingressgateway" });
    });
  });
}

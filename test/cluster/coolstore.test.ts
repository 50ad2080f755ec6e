import assert from "node:assert/strict";
import { followsSplit } from "../../scripts/binomial";
import { eventually, must } from "../support/command";
import { Claim, claim } from "../support/component-case";
import { Lab } from "../support/lab";
import { Program } from "../support/program";

const requests = 200;

describe(`${claim("Coolstore", Claim.Cluster)} the example of the Coolstore on a real cluster`, function () {
  this.timeout(900_000);
  const lab = new Lab("test-coolstore", "dev");
  const shop = new Program(lab.name, "coolstore", "examples/coolstore");
  let gateway = "";

  before("brings up a mesh with a gateway, and the example in it", async () => {
    await lab.up();
    await lab.deploy();
    gateway = String((await lab.outputs()).gatewayAddress);
    await shop.init();
    await shop.deploy();
  });
  after(() => lab.down());

  /** Answers to a number of requests from outside, one after the other. */
  async function ask(host: string, path: string, count: number, ...headers: string[]) {
    const options = ["--silent", "--fail", "--max-time", "10", "--write-out", "\\n"];
    const sent = [`Host: ${host}`, ...headers].flatMap((header) => ["--header", header]);
    const url = `http://${gateway}${path}?request=[1-${count}]`;
    const env = { ISTIO_MESH_LAB: lab.name };
    const text = await must("lab/lab", ["curl", ...options, ...sent, url], env);
    return text.split("\n").filter((line) => line !== "");
  }

  const atGateway = (count: number, ...headers: string[]) =>
    ask("catalog.istioinaction.io", "/items", count, ...headers);
  const throughWebapp = (count: number, ...headers: string[]) =>
    ask("webapp.istioinaction.io", "/api/catalog", count, ...headers);

  /** Only the second version of catalog shows images. */
  function versionsOf(answers: string[]): Record<string, number> {
    const v2 = answers.filter((answer) => answer.includes('"imageUrl"')).length;
    return { v1: answers.length - v2, v2 };
  }

  for (const [position, answers] of [
    ["at the gateway", atGateway],
    ["inside the mesh, behind webapp", throughWebapp],
  ] as const) {
    it(`splits the requests for catalog ${position}, as declared`, async () => {
      await eventually(() => answers(1));
      const counts = versionsOf(await answers(requests));
      assert.ok(followsSplit(counts, { v1: 90, v2: 10 }), JSON.stringify(counts));
    });

    it(`sends every request of the cohort to v2 ${position}`, async () => {
      const counts = versionsOf(await answers(50, "x-istio-cohort: internal"));
      assert.deepEqual(counts, { v1: 0, v2: 50 });
    });
  }

  it("has a forum that answers with users of its own", async () => {
    const [users = ""] = await ask("webapp.istioinaction.io", "/api/users", 1);
    assert.match(users, /"email"/);
  });

  it("has every Deployment available", async () => {
    interface Deployment {
      metadata: { name: string };
      status: { availableReplicas?: number };
    }
    const { items } = await lab.get<{ items: Deployment[] }>("deploy", "-n", "istioinaction");
    assert.deepEqual(
      items.map(({ metadata, status }) => [metadata.name, status.availableReplicas]),
      ["catalog", "catalog-v2", "forum", "webapp"].map((name) => [name, 1]),
    );
  });

  it("has nothing to change after it was applied", async () => {
    assert.deepEqual(await shop.preview(), []);
  });
});

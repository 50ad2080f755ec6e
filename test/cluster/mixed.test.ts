import assert from "node:assert/strict";
import { followsSplit } from "../../scripts/binomial";
import { probes } from "../../scripts/probes";
import { eventually, type Outcome, run } from "../support/command";
import { type Ask, environmentAsks, refused } from "../support/environment-asks";
import { Lab } from "../support/lab";

const { mixed = [] } = environmentAsks;

/** The lab's stand-in for ztunnel has no inbound side: it refuses nobody, and knows no sidecar's mutual TLS. */
const needZtunnel = [
  "outside/notsleep http://reviews.bookinfo:9080/reviews/0",
  "bookinfo/sleep http://catalog.istioinaction/items",
];
const named = ([from, url]: Ask) => `${from} ${url}`;

interface Named {
  items: { metadata: { name: string } }[];
}

const said = (expected: Ask[2]): string =>
  typeof expected === "string"
    ? expected
    : Object.entries(expected)
        .map(([who, share]) => `${who} ${share} %`)
        .join(", ");

describe("the stack mixed on a real cluster, sidecars and ambient mode in one mesh", function () {
  this.timeout(900_000);
  const lab = new Lab("test-mixed", "mixed");
  let gateway = "";

  before("deploys it", async () => {
    await lab.up();
    await lab.deploy();
    gateway = String((await lab.outputs()).gatewayAddress);
  });
  after(() => lab.down());

  /** Asks a number of times: bodies, and behind each of them its status in a line of its own. */
  function ask([from, url]: Ask, count: number): Promise<Outcome> {
    const { host, pathname } = new URL(url);
    const query = `?request=[1-${count}]`;
    const status = ["--write-out", "\\n%{http_code}\\n"];
    if (from !== "outside") {
      return lab.curl(from, ...status, `${url}${query}`);
    }
    const sent = ["--header", `Host: ${host}`, `http://${gateway}${pathname}${query}`];
    const args = ["curl", "--silent", "--max-time", "10", ...status, ...sent];
    return run("lab/lab", args, { ISTIO_MESH_LAB: lab.name });
  }

  /** How often each status came, and each version of whom the URL is for. */
  async function counts(one: Ask, count: number): Promise<Record<string, number>> {
    const probe = probes[one[1].includes("reviews") ? "bookinfo" : "coolstore"];
    const found: Record<string, number> = {};
    for (const line of (await ask(one, count)).stdout.split("\n")) {
      const seen = /^\d{3}$/.test(line) ? line : probe?.versionOf(line);
      if (seen !== undefined) {
        found[seen] = (found[seen] ?? 0) + 1;
      }
    }
    return found;
  }

  it("asks all that the environment promises, but for what only ztunnel does", () => {
    assert.deepEqual(
      needZtunnel.filter((one) => !mixed.map(named).includes(one)),
      [],
    );
  });

  for (const one of mixed.filter((each) => !needZtunnel.includes(named(each)))) {
    const [from, url, expected] = one;
    it(`answers ${from} at ${url}: ${said(expected)}`, async () => {
      if (expected === refused) {
        assert.deepEqual(await counts(one, 1), { "000": 1 });
      } else if (typeof expected === "string") {
        assert.deepEqual(await counts(one, 1), { [expected.slice(0, 3)]: 1 });
      } else {
        await eventually(async () => assert.equal((await counts(one, 1))["200"], 1));
        const { "200": answered, ...versions } = await counts(one, 200);
        assert.equal(answered, 200);
        assert.ok(
          Object.keys(expected).length === 1 || followsSplit(versions, expected),
          JSON.stringify(versions),
        );
      }
    });
  }

  it("has nothing to change after it was applied", async () => {
    assert.deepEqual(await lab.preview(), []);
  });

  it("is destroyed, but for the namespaces, which others may use", async () => {
    await lab.destroy();
    const names = async (...args: string[]) =>
      (await lab.get<Named>(...args)).items.map(({ metadata }) => metadata.name);
    assert.deepEqual(
      (await names("namespaces")).filter((name) => name !== "default" && !name.startsWith("kube-")),
      ["bookinfo", "istio-ingress", "istio-system", "istioinaction", "outside"],
    );
    assert.deepEqual(await names("deployments,daemonsets", "-A"), []);
    assert.deepEqual(
      await names("mutatingwebhookconfigurations,validatingwebhookconfigurations"),
      [],
    );
  });
});

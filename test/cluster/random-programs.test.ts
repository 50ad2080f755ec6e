import assert from "node:assert/strict";
import { eventually, must } from "../support/command";
import { Lab } from "../support/lab";
import { Program } from "../support/program";
import { Random } from "../support/random";
import { acceptedOf, type DeployedMode, seededProgram } from "../support/random-deployed";
import type { Piece, Promised } from "../support/random-programs";

/**
 * A few of the programs of test/translate/together.test.ts, really deployed: what the library accepts
 * is taken by the webhook, answers as each component says, and loses nothing of the others when one
 * component after the other goes.
 */

const seeds: [DeployedMode, number][] = [
  ["sidecar", Number(process.env.ISTIO_MESH_SEED ?? 16)],
  ["ambient", Number(process.env.ISTIO_MESH_SEED ?? 38)],
];

interface Exported {
  deployment: { resources: { urn: string; outputs?: { metadata?: { uid?: string } } }[] };
}
interface Gateways {
  items: {
    metadata: { name: string; namespace: string };
    status: { addresses: { value: string }[] };
  }[];
}

const kinds = [
  "virtualservices,destinationrules,gateways.networking.istio.io,serviceentries,sidecars,envoyfilters",
  "telemetries,authorizationpolicies,peerauthentications,requestauthentications",
  "gateways.gateway.networking.k8s.io,httproutes,services,configmaps",
].join(",");

describe("random programs of components on a real cluster", function () {
  this.timeout(900_000);
  const lab = new Lab("test-random", "ground", "test/cluster/programs/random-ground");
  const program = new Program(lab.name, "random", "test/cluster/programs/random");
  let charts: { path: string };
  let gatewayApi: string;
  let address: string;

  before("brings a lab up", async () => {
    const script = 'echo "$ISTIO_MESH_CHARTS"; echo "$ISTIO_MESH_GATEWAY_API"';
    const paths = await must("lab/lab", ["tools", "sh", "-c", script]);
    const [path = "", file = ""] = paths.trim().split("\n");
    [charts, gatewayApi] = [{ path }, file];
    await lab.up();
    await program.init();
  });
  after(() => lab.down());

  async function deployGround(profile: DeployedMode): Promise<void> {
    const values = { charts, gatewayApi, profile };
    lab.configureWith(
      Object.fromEntries(
        Object.entries(values).map(([key, value]) => [
          `istio-mesh-test-random-ground:${key}`,
          value,
        ]),
      ),
    );
    await lab.deploy();
    address = String((await lab.outputs()).address);
    await lab.kubectl("wait", "deployment", "--all", "--for=condition=Available", "-n", "shop");
    await lab.kubectl("wait", "deployment", "--all", "--for=condition=Available", "-n", "bank");
  }

  async function deploy(mode: DeployedMode, seed: number, pieces: readonly Piece[]): Promise<void> {
    const names = pieces.map(({ name }) => name);
    program.configureWith({ "istio-mesh-test-random:state": { mode, seed, names } });
    await program.deploy();
  }

  /** Objects by the component that made them, as the state has them. */
  async function uidsByComponent(): Promise<Map<string, string[]>> {
    const text = await program.pulumi(
      "stack",
      "export",
      "--stack",
      program.stack,
      "--cwd",
      program.dir,
    );
    const { deployment }: Exported = JSON.parse(text);
    const found = new Map<string, string[]>();
    const nameOf = (urn: string) => urn.split("::").at(-1) ?? "";
    for (const { urn, outputs } of deployment.resources) {
      const uid = outputs?.metadata?.uid;
      const component = nameOf(urn).split("-")[0] ?? "";
      if (uid) {
        found.set(component, [...(found.get(component) ?? []), uid]);
      }
    }
    return found;
  }
  const uidsInCluster = async () => {
    const { items } = await lab.get<{ items: { metadata: { uid: string } }[] }>(kinds, "-A");
    return new Set(items.map(({ metadata }) => metadata.uid));
  };

  async function gatewayAddress({ gateway, namespace }: Promised & { kind: "edge" }) {
    if (gateway === undefined) {
      return address;
    }
    const { items } = await lab.get<Gateways>("gateways.gateway.networking.k8s.io", "-A");
    const found = items.find(
      ({ metadata }) => metadata.namespace === namespace && metadata.name === gateway,
    );
    return found?.status.addresses[0]?.value ?? "";
  }

  const ask = async (from: string, count: number, ...args: string[]) => {
    const curl = `curl -s -m 9 -w ' %{http_code}\\n' ${args.map((arg) => `'${arg}'`).join(" ")}`;
    const script = `for i in $(seq ${count}); do ${curl}; done`;
    return (await lab.exec(from, "sh", "-c", script)).trim().split("\n").sort();
  };

  /** What clients see of it; what no request shows is in the translation. */
  async function assertKept(promise: Promised): Promise<void> {
    switch (promise.kind) {
      case "shares": {
        const url = `http://${promise.host}:${promise.port}/`;
        const seen = new Set(await ask("shop/client", 60, url));
        const expected = Object.keys(promise.shares).map((version) => `${version} 200`);
        return assert.deepEqual([...seen], expected);
      }
      case "timeout": {
        // By curl's own clock: a command takes seconds to begin on a busy machine.
        const clock = ["-w", "%{http_code} %{time_total}\\n", "-o", "/dev/null"];
        const url = `http://${promise.host}:${promise.port}/8`;
        const [seen = ""] = await ask("shop/client", 1, ...clock, url);
        const [status, seconds] = seen.split(" ");
        assert.equal(status, "504");
        const late = Number(seconds) - Number.parseInt(promise.timeout, 10);
        return assert.ok(Math.abs(late) < 1.5, `${seconds} s for ${promise.timeout}`);
      }
      case "edge": {
        const to = await gatewayAddress(promise);
        const [seen] = await ask("node", 1, "-H", `host: ${promise.host}`, `http://${to}/`);
        return assert.match(seen ?? "", /^v[12] 200$/);
      }
      case "maxConnections":
        return undefined;
    }
  }

  /** A limit of five requests, or a rule for callers from elsewhere, is kept too. */
  const isJudged = (promise: Promised, pieces: readonly Piece[]) => {
    const namespace = promise.kind === "edge" ? promise.namespace : promise.host.split(".")[1];
    return !pieces.some(
      ({ component, words }) =>
        (component === "RateLimit" || (promise.kind === "edge" && words.includes("from"))) &&
        words.includes(`"namespace":"${namespace}"`),
    );
  };

  for (const [mode, seed] of seeds) {
    describe(`${mode} mode, seed ${seed}`, () => {
      let pieces: Piece[];

      before("deploys the ground", async () => {
        await deployGround(mode);
        pieces = await acceptedOf(seededProgram(mode, seed));
      });

      it("is deployed as it was accepted, and answers as each component says", async () => {
        await deploy(mode, seed, pieces);
        const promises = pieces.flatMap((piece) => piece.promises);
        for (const promise of promises.filter((one) => isJudged(one, pieces))) {
          await eventually(() => assertKept(promise), 60).catch((error: Error) => {
            const words = pieces.map((piece) => piece.words).join("\n");
            throw new Error(`${error.message}\n${JSON.stringify(promise)}\n${words}`);
          });
        }
      });

      it("loses nothing of the others when one component after the other goes", async () => {
        const random = new Random(seed);
        let left = pieces;
        while (left.length > 0) {
          const gone = random.pick(left);
          left = left.filter((piece) => piece !== gone);
          const before = await uidsByComponent();
          await deploy(mode, seed, left);
          const now = await uidsInCluster();
          for (const [component, uids] of before) {
            const there = uids.filter((uid) => now.has(uid));
            assert.deepEqual(there, component === gone.name ? [] : uids, `without ${gone.words}`);
          }
        }
      });
    });
  }
});

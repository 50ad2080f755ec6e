import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { cluster, destinationsByVersion, request } from "../support/envoy";
import { judge } from "../support/judges";
import { type KubernetesObject, objectsOf, pod, service } from "../support/objects";
import { Random } from "../support/random";
import {
  type Piece,
  type Promised,
  randomProgram,
  worldServices,
} from "../support/random-programs";
import { type ProxyConfig, ProxyKind, type ProxySpec, translate } from "../support/translate";

/**
 * Random programs of components that want the same places. Whatever the library accepts has to be
 * taken by the API server's and istiod's code, be answered as each of its components says, and lose
 * nothing of the others when one of them is taken away.
 */

const programs = 150;
const seed = Number(process.env.SEED ?? 20261129);

/** Creates what is accepted, in order; returns it with what was refused. */
async function run(pieces: readonly Piece[]) {
  const accepted: Piece[] = [];
  const refusals: string[] = [];
  const objects = await objectsOf(() => {
    for (const piece of pieces) {
      try {
        piece.create();
        accepted.push(piece);
      } catch (error) {
        assert.ok(pulumi.InputPropertiesError.isInstance(error), `${piece.words}: ${error}`);
        refusals.push(error.message);
      }
    }
  });
  return { accepted, refusals, objects };
}

const identity = ({ apiVersion, kind, metadata }: KubernetesObject) =>
  [apiVersion.replace(/\/.*/, ""), kind, metadata.namespace, metadata.name].join(" ");

const world: KubernetesObject[] = worldServices.flatMap((one, i) => [
  service(one.name, one.namespace, { port: one.port, targetPort: one.targetPort }),
  ...["v1", "v2"].map((version, j) =>
    pod(`${one.name}-${version}`, one.namespace, `10.0.${i}.${j + 1}`, {
      app: one.name,
      version,
    }),
  ),
]);

const proxies: ProxySpec[] = [
  { name: "client", kind: ProxyKind.Sidecar, namespace: "shop", labels: { app: "client" } },
  {
    name: "gateway",
    kind: ProxyKind.Gateway,
    namespace: "istio-ingress",
    labels: { istio: "ingressgateway" },
  },
];

const gatewayService: KubernetesObject = service("istio-ingressgateway", "istio-ingress", {
  port: 80,
  selector: { istio: "ingressgateway" },
});

/** What the proxies do of it, in the form of the promise. */
function kept(promise: Promised, answers: Record<string, ProxyConfig>): unknown {
  const client = answers.client as ProxyConfig;
  switch (promise.kind) {
    case "shares": {
      const answer = request(client, promise);
      const shares = destinationsByVersion({ destinations: answer?.destinations ?? [] }, "web");
      return Object.fromEntries(shares.map(({ version, weight }) => [version, weight]));
    }
    case "timeout":
      return request(client, promise)?.timeout;
    case "maxConnections":
      return cluster(client, promise.host, promise.port).circuitBreakers?.thresholds?.[0]
        ?.maxConnections;
    case "edge":
      return request(answers.gateway as ProxyConfig, { host: promise.host })?.destinations.map(
        ({ host, port }) => `${host}:${port}`,
      );
  }
}

function promised(promise: Promised): unknown {
  switch (promise.kind) {
    case "shares":
      return promise.shares;
    case "timeout":
      return promise.timeout;
    case "maxConnections":
      return promise.most;
    case "edge": {
      const host = `${promise.service}.${promise.namespace}.svc.cluster.local:${promise.port}`;
      return [...new Set([host])];
    }
  }
}

describe(`random programs of components, seed ${seed}`, () => {
  const random = new Random(seed);
  const all = Array.from({ length: programs }, () => randomProgram(random));

  it("what is accepted is taken by the API server and istiod, each object made once", async () => {
    const objects: KubernetesObject[] = [];
    let refused = 0;
    for (const pieces of all) {
      const seen = await run(pieces);
      const names = seen.objects.map(identity);
      assert.deepEqual(
        names.filter((name, i) => names.indexOf(name) !== i),
        [],
        seen.accepted.map(({ words }) => words).join("\n"),
      );
      refused += seen.refusals.length;
      objects.push(...seen.objects);
    }
    assert.ok(refused > programs / 4, `${refused} refusals: the pieces do not overlap`);
    const own = objects.filter(({ apiVersion }) => apiVersion.includes(".istio.io/"));
    const verdicts = await judge(own);
    verdicts.forEach(({ definition, webhook }, i) => {
      assert.deepEqual([definition, webhook], ["", ""], JSON.stringify(own[i]));
    });
  }).timeout(120_000);

  it("what is accepted does of requests what each component says", async () => {
    for (const pieces of all) {
      const { accepted, objects } = await run(pieces);
      const promises = accepted.flatMap((piece) => piece.promises);
      if (promises.length === 0) {
        continue;
      }
      const made = objects.filter(({ kind }) => kind !== "Namespace");
      const answers = await translate({ objects: [...world, gatewayService, ...made], proxies });
      for (const promise of promises) {
        assert.deepEqual(
          kept(promise, answers),
          promised(promise),
          `${JSON.stringify(promise)}\n${accepted.map(({ words }) => words).join("\n")}`,
        );
      }
    }
  }).timeout(300_000);

  it("each component can be taken away, and the others keep every object", async () => {
    for (const pieces of all) {
      const { accepted, objects } = await run(pieces);
      for (const gone of accepted) {
        const rest = accepted.filter((piece) => piece !== gone);
        const after = await run(rest);
        assert.deepEqual(after.refusals, [], `without ${gone.words}`);
        const alone = (await run([gone])).objects.map(identity);
        const left = objects.map(identity).filter((name) => !alone.includes(name));
        const now = after.objects.map(identity);
        assert.deepEqual(
          left.filter((name) => !now.includes(name)),
          [],
          `without ${gone.words}`,
        );
        assert.deepEqual(
          alone.filter((name) => now.includes(name)),
          [],
          `what ${gone.words} had is also another's`,
        );
      }
    }
  }).timeout(300_000);
});

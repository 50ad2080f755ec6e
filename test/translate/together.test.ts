import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { cluster, destinationsByVersion, request } from "../support/envoy";
import { judge } from "../support/judges";
import { type KubernetesObject, objectsOf, pod, service } from "../support/objects";
import { Random } from "../support/random";
import { ambientWorld } from "../support/random-ambient";
import {
  type Piece,
  type Promised,
  type RandomWorld,
  randomProgram,
  sidecarWorld,
  worldServices,
} from "../support/random-programs";
import {
  type Envoy,
  type ProxyConfig,
  ProxyKind,
  type ProxySpec,
  translate,
} from "../support/translate";

/**
 * Random programs of components that want the same places. Whatever the library accepts has to be
 * taken by the API server's and istiod's code, be answered as each of its components says, and lose
 * nothing of the others when one of them is taken away.
 */

const programs = Number(process.env.PROGRAMS ?? 75);
const seed = Number(process.env.ISTIO_MESH_SEED ?? 20261129);

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

const wordsOf = (pieces: readonly Piece[]) => pieces.map(({ words }) => words).join("\n");

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

const gatewayService: KubernetesObject = service("istio-ingressgateway", "istio-ingress", {
  port: 80,
  selector: { istio: "ingressgateway" },
});

/** A proxy that istiod makes for a Gateway of the Gateway API. */
const managed = (kind: ProxyKind, namespace: string, gateway: string): ProxySpec => ({
  name: `${namespace}-${gateway}`,
  kind,
  namespace,
  labels: { "gateway.networking.k8s.io/gateway-name": gateway },
});

/** Who answers for what is promised, in one mode. */
interface Mode {
  name: string;
  world: RandomWorld;
  /** The proxy that answers; none where the promise is nobody's. */
  keeper(promise: Promised, made: readonly KubernetesObject[]): ProxySpec | undefined;
  bounded(config: ProxyConfig, host: string, port: number): Envoy;
}

const client: ProxySpec = {
  name: "client",
  kind: ProxyKind.Sidecar,
  namespace: "shop",
  labels: { app: "client" },
};
const gateway: ProxySpec = {
  name: "gateway",
  kind: ProxyKind.Gateway,
  namespace: "istio-ingress",
  labels: { istio: "ingressgateway" },
};

const modes: Mode[] = [
  {
    name: "sidecar",
    world: sidecarWorld,
    keeper: ({ kind }) => (kind === "edge" ? gateway : client),
    bounded: cluster,
  },
  {
    name: "ambient",
    world: ambientWorld,
    // Without a waypoint nobody looks into requests to a Service, of which the component warns.
    keeper(promise, made) {
      if (promise.kind === "edge") {
        return managed(ProxyKind.Gateway, promise.namespace, promise.gateway ?? "");
      }
      const namespace = promise.host.split(".")[1] ?? "";
      const waypoint = made.some(
        ({ kind, metadata }) =>
          kind === "Gateway" && metadata.namespace === namespace && metadata.name === "waypoint",
      );
      return waypoint ? managed(ProxyKind.Waypoint, namespace, "waypoint") : undefined;
    },
    bounded: ({ clusters }, host, port) =>
      clusters.find(({ name }) => name === `inbound-vip|${port}|http|${host}`),
  },
];

/** What the proxy does of it, in the form of the promise. */
function kept(promise: Promised, config: ProxyConfig, { bounded }: Mode): unknown {
  switch (promise.kind) {
    case "shares": {
      const [name = ""] = promise.host.split(".");
      const answer = request(config, promise);
      const shares = destinationsByVersion({ destinations: answer?.destinations ?? [] }, name);
      return Object.fromEntries(shares.map(({ version, weight }) => [version, weight]));
    }
    case "timeout":
      return request(config, promise)?.timeout;
    case "maxConnections":
      return bounded(config, promise.host, promise.port)?.circuitBreakers?.thresholds?.[0]
        ?.maxConnections;
    case "edge": {
      // Services of a canary's versions stand for the Service.
      const { destinations = [] } = request(config, { host: promise.host }) ?? {};
      return [
        ...new Set(
          destinations.map(({ host, port }) => `${host.replace(/^([^.]+?)-v\d\./, "$1.")}:${port}`),
        ),
      ];
    }
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
      return [host];
    }
  }
}

for (const mode of modes) {
  describe(`random programs of components, ${mode.name} mode, seed ${seed}`, () => {
    const random = new Random(seed);
    const all = Array.from({ length: programs }, () => randomProgram(random, mode.world));

    it("what is accepted is taken by the API server and istiod, each object made once", async () => {
      const objects: KubernetesObject[] = [];
      let refused = 0;
      for (const pieces of all) {
        const seen = await run(pieces);
        const names = seen.objects.map(identity);
        assert.deepEqual(
          names.filter((name, i) => names.indexOf(name) !== i),
          [],
          wordsOf(seen.accepted),
        );
        refused += seen.refusals.length;
        objects.push(...seen.objects);
      }
      assert.ok(refused > programs / 4, `${refused} refusals: the pieces do not overlap`);
      const own = objects.filter(({ apiVersion }) => /\.istio\.io\/|^gateway\./.test(apiVersion));
      const verdicts = await judge(own);
      verdicts.forEach(({ definition, webhook }, i) => {
        assert.deepEqual([definition, webhook], ["", ""], JSON.stringify(own[i]));
      });
    }).timeout(60_000 + programs * 2_000);

    it("what is accepted does of requests what each component says", async () => {
      for (const pieces of all) {
        const { accepted, objects: made } = await run(pieces);
        const promises = accepted
          .flatMap((piece) => piece.promises)
          .flatMap((promise) => {
            const keeper = mode.keeper(promise, made);
            return keeper ? [{ promise, keeper }] : [];
          });
        if (promises.length === 0) {
          continue;
        }
        const objects = [...world, gatewayService, ...made];
        const proxies = [...new Map(promises.map(({ keeper }) => [keeper.name, keeper])).values()];
        const ambient = mode.name === "ambient";
        const answers = await translate({ objects, proxies, ambient });
        for (const { promise, keeper } of promises) {
          assert.deepEqual(
            kept(promise, answers[keeper.name] as ProxyConfig, mode),
            promised(promise),
            `${JSON.stringify(promise)}\n${wordsOf(accepted)}`,
          );
        }
      }
    }).timeout(60_000 + programs * 4_000);

    it("each component can be taken away, and the others keep every object", async () => {
      for (const pieces of all) {
        const { accepted, objects } = await run(pieces);
        const ground = accepted.filter(({ isGround }) => isGround);
        for (const gone of accepted.filter(({ isGround }) => !isGround)) {
          const rest = accepted.filter((piece) => piece !== gone);
          const after = await run(rest);
          assert.deepEqual(after.refusals, [], `without ${gone.words}`);
          const without = new Set((await run(ground)).objects.map(identity));
          const alone = (await run([...ground, gone])).objects
            .map(identity)
            .filter((name) => !without.has(name));
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
    }).timeout(60_000 + programs * 4_000);
  });
}

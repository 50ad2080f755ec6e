import assert from "node:assert/strict";
import { Mesh } from "../../../analysis/mesh/mesh";
import type { Workload } from "../../../analysis/mesh/model/workloads";
import type { Call } from "../../../analysis/requests/call";
import type { Cluster } from "../../../analysis/requests/cluster";
import { clusterOf } from "../../../analysis/requests/clusters/cluster-of";
import type { MeshProxy } from "../../../analysis/requests/mesh-proxy";
import { Random } from "../../support/random";
import {
  clusterFacts,
  clusterKey,
  endpointWords,
  spokenWords,
} from "../../support/requests/cluster-facts";
import {
  type ClusterWorld,
  clusterWorld,
  hostNames,
  portNumbers,
  subsetNames,
} from "../../support/requests/cluster-world";
import { ProxyKind, type ProxySpec, translate } from "../../support/translate";

const seed = Number(process.env.ISTIO_MESH_SEED ?? 20261130);
const sets = Number(process.env.ISTIO_MESH_SETS ?? 12);

/** An address that nobody of the world has: a cluster that goes on to what was called goes there. */
const elsewhere = "203.0.113.9";

function proxyIn(mesh: Mesh, { name, kind, namespace, labels }: ProxySpec): MeshProxy {
  const workload = mesh.workloads.find((one) => one.namespace === namespace && one.name === name);
  return {
    kind,
    namespace,
    labels: workload?.labels ?? labels ?? {},
    workload: (workload ?? { name, namespace, labels }) as Workload,
  };
}

function words({ endpoints }: Cluster, { ips }: ClusterWorld): string[] {
  return endpoints
    .map(({ workload, address, port, share, tls }) =>
      address === elsewhere
        ? spokenWords(tls)
        : endpointWords(
            address ?? ips.get(`${workload?.namespace}/${workload?.name}`) ?? "unknown",
            port,
            share,
            tls,
          ),
    )
    .sort();
}

/** The oracle deploys waypoints with a mark of sidecars, and has Services for them. */
const isOfWorld = (key: string): boolean => hostNames.some((host) => key.startsWith(`${host} `));

/** Waypoints have clusters for others than their own only where routes lead there. */
const isBuilt = (
  key: string,
  { kind }: ProxySpec,
  facts: ReadonlyMap<string, unknown>,
): boolean => {
  const [host] = key.split(" ");
  const keys = [...facts.keys()];
  return kind !== ProxyKind.Waypoint || keys.some((one) => one.startsWith(`${host} `));
};

/** All clusters that a proxy has, as the model says. */
function modelled(mesh: Mesh, proxy: MeshProxy, world: ClusterWorld): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const host of hostNames) {
    for (const port of portNumbers) {
      for (const subset of [undefined, ...subsetNames]) {
        const call: Call = { peer: {}, protocol: "tcp", host: elsewhere, port, address: elsewhere };
        const step = { kind: "", namespace: "", name: "", path: "" };
        const destination = { host, port, step, ...(subset && { subset }) };
        const cluster = clusterOf(mesh, proxy, destination, call);
        if (cluster) {
          found.set(clusterKey(host, port, subset), words(cluster, world));
        }
      }
    }
  }
  return found;
}

/** A world of which istiod gives one answer, whatever order it reads it in. */
async function settledWorld(first: number) {
  for (let own = first; ; own += 1_000_000) {
    const world = clusterWorld(new Random(own));
    const { objects, meshConfig, ambient, proxies } = world;
    try {
      return { world, configs: await translate({ objects, meshConfig, ambient, proxies }) };
    } catch (error) {
      if (!(error as Error).message.startsWith("no two of")) {
        throw error;
      }
    }
  }
}

describe("clusters of random sets", () => {
  let compared = 0;

  for (let i = 0; i < sets; i++) {
    it(`are what istiod gives the proxies, seed ${seed + i}`, async () => {
      const { world, configs } = await settledWorld(seed + i);
      const { objects, meshConfig, proxies } = world;
      const mesh = new Mesh(objects as never, { meshConfig, scope: "cluster" });
      const wrong: unknown[] = [];
      for (const spec of proxies) {
        const actual = modelled(mesh, proxyIn(mesh, spec), world);
        const facts = clusterFacts(configs[spec.name] as never);
        const keys = new Set([...actual.keys(), ...facts.keys()].filter(isOfWorld));
        for (const key of [...keys].filter((one) => isBuilt(one, spec, facts))) {
          compared += 1;
          const own = actual.get(key);
          const theirs = facts.get(key)?.endpoints;
          if (JSON.stringify(own) !== JSON.stringify(theirs)) {
            wrong.push({
              proxy: spec.name,
              key,
              discovery: facts.get(key)?.discovery,
              own,
              theirs,
            });
          }
        }
      }
      assert.deepEqual(
        wrong.slice(0, 5),
        [],
        `${wrong.length} wrong, e.g. ${JSON.stringify(wrong.slice(0, 3), null, 1)}`,
      );
    }).timeout(120_000);
  }

  after(() => {
    process.stdout.write(`      ${compared} clusters compared\n`);
  });
});

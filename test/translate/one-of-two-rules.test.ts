import assert from "node:assert/strict";
import { Canary, ExternalService, TrafficPolicy } from "../../components";
import { cluster, hasCluster } from "../support/envoy";
import { type KubernetesObject, namespace, objectsOf, service } from "../support/objects";
import { type ProxyConfig, translate } from "../support/translate";

const host = "pay.example.com";
const web = "web.shop.svc.cluster.local";
const pool = { connectionPool: { tcp: { maxConnections: 5 } } };

/** What clients get of what several programs made, none of which can be told of the others. */
async function clients(
  programs: readonly (() => unknown)[],
  ...namespaces: string[]
): Promise<Record<string, ProxyConfig>> {
  const made: KubernetesObject[] = [];
  for (const program of programs) {
    made.push(...(await objectsOf(() => void program())));
  }
  return translate({
    objects: [
      ...["shop", "front", "bank", "outside"].map((name) => namespace(name)),
      service("web", "shop"),
      ...made,
    ],
    proxies: namespaces.map((where) => ({ name: where, kind: "sidecar", namespace: where })),
  });
}

const pay =
  (where: string, port: number, tls = false) =>
  () =>
    new ExternalService("pay", {
      namespace: where,
      hosts: [host],
      ports: [{ port, protocol: "HTTP", ...(tls && { tls: { mode: "SIMPLE" } }) }],
    });

describe("[TrafficPolicy: translated] of two rules for a host", function () {
  this.timeout(60_000);

  it("clients follow that of their namespace, without the TLS of the other", async () => {
    const policy = () => new TrafficPolicy("pay", { namespace: "front", service: host, ...pool });
    const { front, bank } = await clients([pay("outside", 80, true), policy], "front", "bank");
    assert.ok(front && bank);
    assert.equal(cluster(front, host, 80).transportSocket, undefined);
    assert.match(JSON.stringify(cluster(bank, host, 80).transportSocket), /tls/i);
  });

  it("clients follow that of their namespace, without the versions of the other", async () => {
    const canary = () =>
      new Canary("web", {
        namespace: "shop",
        service: "web",
        versions: [
          { name: "v1", weight: 90 },
          { name: "v2", weight: 10 },
        ],
      });
    const policy = () => new TrafficPolicy("web", { namespace: "front", service: web, ...pool });
    const { front, bank } = await clients([canary, policy], "front", "bank");
    assert.ok(front && bank);
    assert.equal(hasCluster(front, web, 80, "v1"), false);
    assert.equal(hasCluster(bank, web, 80, "v1"), true);
  });
});

describe("[ExternalService: translated] a host of two namespaces", function () {
  this.timeout(60_000);

  it("has the ports of one of them", async () => {
    const { bank } = await clients([pay("outside", 80), pay("front", 81)], "bank");
    assert.ok(bank);
    assert.equal([80, 81].filter((port) => hasCluster(bank, host, port)).length, 1);
  });
});

import assert from "node:assert/strict";
import { Canary, EgressRoute, ServiceRoute, TrafficPolicy } from "../../components";
import { cluster, request } from "../support/envoy";
import { objectsOf, pod, service } from "../support/objects";
import { type ProxyConfig, ProxyKind, translate } from "../support/translate";
import { shares } from "../support/two-dialects";

const clusterDomain = "example.internal";
const host = `web.shop.svc.${clusterDomain}`;
const names = { service: "web", namespace: "shop", clusterDomain };

/** What a sidecar gets in a cluster with a domain of its own. */
async function sidecar(program: () => void): Promise<ProxyConfig> {
  const { client } = await translate({
    objects: [
      service("web", "shop"),
      ...["v1", "v2"].map((version, i) =>
        pod(`web-${version}`, "shop", `10.0.0.${i + 1}`, { app: "web", version }),
      ),
      service("egress", "edge", { port: 443 }),
      ...(await objectsOf(program)),
    ],
    clusterDomain,
    proxies: [{ name: "client", kind: ProxyKind.Sidecar, namespace: "shop" }],
  });
  return client as ProxyConfig;
}

describe("in a cluster with another domain", () => {
  const versions = [
    { name: "v1", weight: 90 },
    { name: "v2", weight: 10 },
  ];

  it("[Canary: translated] versions get their shares", async () => {
    const config = await sidecar(() => void new Canary("web", { ...names, versions }));
    assert.deepEqual(shares(config, { host }), { v1: 90, v2: 10 });
  });

  it("[ServiceRoute: translated] rules hold", async () => {
    const rules = [{ timeout: "2s" }];
    const config = await sidecar(() => void new ServiceRoute("web", { ...names, rules }));
    assert.equal(request(config, { host })?.timeout, "2s");
  });

  it("[TrafficPolicy: translated] limits hold", async () => {
    const connectionPool = { tcp: { maxConnections: 7 } };
    const config = await sidecar(
      () =>
        void new TrafficPolicy("web", {
          service: "web",
          namespace: "shop",
          clusterDomain,
          connectionPool,
        }),
    );
    assert.equal(cluster(config, host, 80).circuitBreakers.thresholds[0].maxConnections, 7);
  });

  it("[EgressRoute: translated] the way leads to the gateway", async () => {
    const selector = { app: "egress" };
    const config = await sidecar(
      () =>
        void new EgressRoute("api", {
          namespace: "edge",
          gatewayService: "egress",
          selector,
          host: "api.example.com",
          clusterDomain,
        }),
    );
    assert.deepEqual(
      request(config, { host: "api.example.com" })?.destinations.map((one) => one.host),
      [`egress.edge.svc.${clusterDomain}`],
    );
  });
});

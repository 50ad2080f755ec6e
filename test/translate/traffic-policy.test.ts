import assert from "node:assert/strict";
import type { MeshObject } from "../../analysis/objects/mesh-object";
import {
  type ConsistentHash,
  type LocalityLbSetting,
  type OutlierDetection,
  TrafficPolicy,
  type TrafficPolicyArgs,
  type TrafficPolicyOptions,
} from "../../components";
import { cluster, request } from "../support/envoy";
import { node, objectsOf, pod, service } from "../support/objects";
import { type Envoy, type ProxyConfig, translate } from "../support/translate";

const host = "web.shop.svc.cluster.local";
/** A Pod with the default service account, on a node. */
const podOn = (at: string, ...of: [string, string, string, Record<string, string>]) =>
  pod(...of, "default", at);
const objects: MeshObject[] = [
  {
    ...service("web", "shop"),
    spec: {
      selector: { app: "web" },
      ports: [
        { name: "http", port: 80, targetPort: 80, protocol: "TCP" },
        { name: "http-other", port: 81, targetPort: 81, protocol: "TCP" },
      ],
    },
  },
  node("us-1", "us/us-a"),
  node("eu-1", "eu/eu-a"),
  podOn("us-1", "web-1", "shop", "10.9.0.1", { app: "web", tier: "a" }),
  podOn("eu-1", "web-2", "shop", "10.9.0.2", { app: "web", tier: "b" }),
  podOn("us-1", "client", "shop", "10.9.0.3", { app: "client", tier: "a" }),
  podOn("us-1", "other", "bank", "10.9.0.4", { app: "client" }),
];

async function ask(
  args: Partial<TrafficPolicyArgs>,
  namespace = "shop",
  more: MeshObject[] = [],
): Promise<ProxyConfig> {
  const made = await objectsOf(() => {
    new TrafficPolicy("calm", { service: "web", namespace: "shop", ...args });
  });
  const name = namespace === "shop" ? "client" : "other";
  const labels = { app: "client", tier: "a" };
  const proxies = [{ name, kind: "sidecar", namespace, labels }] as const;
  return (await translate({ objects: [...objects, ...more, ...made], proxies }))[
    name
  ] as ProxyConfig;
}

const clusterOf = async (options: TrafficPolicyOptions, port = 80): Promise<Envoy> =>
  cluster(await ask(options), host, port);

/** Groups of endpoints by locality: their priority, weight and addresses. */
const groups = (config: ProxyConfig) => {
  const found = config.endpoints.find(({ clusterName }) => clusterName === `outbound|80||${host}`);
  return found.endpoints
    .map(({ locality, priority = 0, loadBalancingWeight = 0, lbEndpoints = [] }: Envoy) => ({
      region: locality?.region,
      priority,
      weight: loadBalancingWeight,
      addresses: lbEndpoints.map((one: Envoy) => one.endpoint.address.socketAddress.address),
    }))
    .sort((a: Envoy, b: Envoy) => String(a.region).localeCompare(String(b.region)));
};

describe("[TrafficPolicy: translated] the choice of endpoints", function () {
  this.timeout(60_000);

  const simple = [
    ["LEAST_REQUEST", "LEAST_REQUEST"],
    ["RANDOM", "RANDOM"],
    ["ROUND_ROBIN", undefined],
    ["PASSTHROUGH", "CLUSTER_PROVIDED"],
  ] as const;
  for (const [name, policy] of simple) {
    it(`is ${name}`, async () => {
      assert.equal((await clusterOf({ loadBalancer: { simple: name } })).lbPolicy, policy);
    });
  }

  const keys = [
    ["a header", { httpHeaderName: "x-user" }, { header: { headerName: "x-user" } }],
    ["the address", { useSourceIp: true }, { connectionProperties: { sourceIp: true } }],
    ["a query parameter", { httpQueryParameterName: "u" }, { queryParameter: { name: "u" } }],
    [
      "a cookie that the proxy makes",
      {
        httpCookie: {
          name: "c",
          path: "/p",
          ttl: "60s",
          attributes: [{ name: "SameSite", value: "Lax" }],
        },
      },
      {
        cookie: {
          name: "c",
          path: "/p",
          ttl: "60s",
          attributes: [{ name: "SameSite", value: "Lax" }],
        },
      },
    ],
  ] as const;
  for (const [what, consistentHash, policy] of keys) {
    it(`keeps clients by ${what}`, async () => {
      const mutable = structuredClone(consistentHash) as unknown as ConsistentHash;
      const config = await ask({ loadBalancer: { consistentHash: mutable } });
      assert.deepEqual(request(config, { host })?.route.route.hashPolicy, [policy]);
      assert.equal(cluster(config, host, 80).lbPolicy, "RING_HASH");
    });
  }

  it("has a ring or a table of the size that is asked for", async () => {
    const by = (size: object) =>
      clusterOf({ loadBalancer: { consistentHash: { useSourceIp: true, ...size } } });
    const ring = await by({ ringHash: { minimumRingSize: 2048 } });
    assert.equal(ring.ringHashLbConfig.minimumRingSize, "2048");
    const table = await by({ maglev: { tableSize: 251 } });
    assert.equal(table.lbPolicy, "MAGLEV");
    assert.equal(table.maglevLbConfig.tableSize, "251");
  });

  it("lets new endpoints start gently", async () => {
    const warmup = { duration: "30s", minimumPercent: 5, aggression: 2 };
    const found = await clusterOf({ loadBalancer: { simple: "ROUND_ROBIN", warmup } });
    const { slowStartConfig } = found.roundRobinLbConfig;
    assert.equal(slowStartConfig.slowStartWindow, "30s");
    assert.equal(slowStartConfig.aggression.defaultValue, 2);
    assert.equal(slowStartConfig.minWeightPercent.value, 5);
  });
});

describe("[TrafficPolicy: translated] near endpoints", function () {
  this.timeout(60_000);
  it("are those that share labels with the client", async () => {
    const localityLbSetting = { failoverPriority: ["tier"] };
    const config = await ask({ loadBalancer: { localityLbSetting }, outlierDetection: {} });
    const found = groups(config);
    const first = found.filter(({ priority }: Envoy) => priority === 0);
    assert.deepEqual(
      first.flatMap(({ addresses }: Envoy) => addresses),
      ["10.9.0.1"],
    );
  });

  const asia = [
    node("asia-1", "asia/asia-a"),
    podOn("asia-1", "web-3", "shop", "10.9.0.5", { app: "web" }),
  ];
  /** What a client in region us knows of the endpoints in asia, eu and us. */
  const near = async (localityLbSetting: LocalityLbSetting, outlier?: OutlierDetection) =>
    groups(
      await ask({ loadBalancer: { localityLbSetting }, outlierDetection: outlier }, "shop", asia),
    );
  const priorities = async (localityLbSetting: LocalityLbSetting) => {
    const found = await near(localityLbSetting, {});
    return found.map(({ region, priority }: Envoy) => [region, priority]);
  };

  it("come first, and all others when they fail", async () => {
    assert.deepEqual(await priorities({ enabled: true }), [
      ["asia", 1],
      ["eu", 1],
      ["us", 0],
    ]);
  });

  it("are no better than others when that is switched off", async () => {
    assert.deepEqual(await priorities({ enabled: false }), [
      ["asia", 0],
      ["eu", 0],
      ["us", 0],
    ]);
  });

  it("are stood in for by the region that is named, before any other", async () => {
    assert.deepEqual(await priorities({ failover: [{ from: "us", to: "eu" }] }), [
      ["asia", 2],
      ["eu", 1],
      ["us", 0],
    ]);
    assert.deepEqual(await priorities({ failover: [{ from: "us", to: "asia" }] }), [
      ["asia", 1],
      ["eu", 2],
      ["us", 0],
    ]);
  });

  it("are stood in for by any region when that of another one is named", async () => {
    assert.deepEqual(await priorities({ failover: [{ from: "eu", to: "asia" }] }), [
      ["asia", 1],
      ["eu", 1],
      ["us", 0],
    ]);
  });

  it("get the shares that are set by hand, and places without a share get nothing", async () => {
    const found = await near({ distribute: [{ from: "us/*", to: { "us/*": 30, "eu/*": 70 } }] });
    const shares = found.filter(({ addresses }: Envoy) => addresses.length > 0);
    assert.deepEqual(
      shares.map(({ region, priority, weight, addresses }: Envoy) => [
        region,
        priority,
        weight,
        ...addresses,
      ]),
      [
        ["eu", 0, 70, "10.9.0.2"],
        ["us", 0, 30, "10.9.0.1"],
      ],
    );
  });
});

describe("[TrafficPolicy: translated] limits", function () {
  this.timeout(60_000);

  it("of connections are those of the arguments", async () => {
    const tcp = {
      maxConnections: 3,
      connectTimeout: "2s",
      maxConnectionDuration: "30m",
      idleTimeout: "40s",
      tcpKeepalive: { probes: 4, time: "60s", interval: "10s" },
    };
    const found = await clusterOf({ connectionPool: { tcp } });
    assert.equal(found.circuitBreakers.thresholds[0].maxConnections, 3);
    assert.equal(found.connectTimeout, "2s");
    assert.deepEqual(found.upstreamConnectionOptions.tcpKeepalive, {
      keepaliveProbes: 4,
      keepaliveTime: 60,
      keepaliveInterval: 10,
    });
    assert.match(JSON.stringify(found), /"maxConnectionDuration":"1800s"/);
  });

  it("of requests are those of the arguments", async () => {
    const http = {
      http1MaxPendingRequests: 1,
      http2MaxRequests: 2,
      maxRequestsPerConnection: 4,
      maxRetries: 5,
      idleTimeout: "6s",
      maxConcurrentStreams: 7,
      h2UpgradePolicy: "UPGRADE",
      http2KeepAlive: { interval: "30s", timeout: "5s" },
    } as const;
    const found = await clusterOf({ connectionPool: { http } });
    const [limits] = found.circuitBreakers.thresholds;
    assert.equal(limits.maxPendingRequests, 1);
    assert.equal(limits.maxRequests, 2);
    assert.equal(limits.maxRetries, 5);
    const text = JSON.stringify(found.typedExtensionProtocolOptions);
    for (const part of [
      '"maxRequestsPerConnection":4',
      '"idleTimeout":"6s"',
      '"maxConcurrentStreams":7',
      '"interval":"30s"',
      '"timeout":"5s"',
    ]) {
      assert.ok(text.includes(part), `${part} in ${text}`);
    }
    assert.match(text, /explicitHttpConfig/);
  });

  it("leave the client's version of HTTP as it is", async () => {
    const found = await clusterOf({ connectionPool: { http: { useClientProtocol: true } } });
    const text = JSON.stringify(found.typedExtensionProtocolOptions);
    assert.match(text, /useDownstreamProtocolConfig/);
  });

  it("of retries are measured by the requests", async () => {
    const found = await clusterOf({ retryBudget: { percent: 25, minRetryConcurrency: 6 } });
    const [{ retryBudget }] = found.circuitBreakers.thresholds;
    assert.deepEqual(retryBudget, { budgetPercent: { value: 25 }, minRetryConcurrency: 6 });
  });
});

describe("[TrafficPolicy: translated] endpoints that fail", function () {
  this.timeout(60_000);

  it("are left out as the arguments say", async () => {
    const found = await clusterOf({
      outlierDetection: {
        consecutive5xxErrors: 2,
        consecutiveGatewayErrors: 1,
        splitExternalLocalOriginErrors: true,
        consecutiveLocalOriginFailures: 3,
        interval: "5s",
        baseEjectionTime: "45s",
        maxEjectionPercent: 100,
        minHealthPercent: 50,
      },
    });
    const outlier = found.outlierDetection;
    assert.equal(outlier.consecutive5xx, 2);
    assert.equal(outlier.consecutiveGatewayFailure, 1);
    assert.equal(outlier.splitExternalLocalOriginErrors, true);
    assert.equal(outlier.consecutiveLocalOriginFailure, 3);
    assert.equal(outlier.interval, "5s");
    assert.equal(outlier.baseEjectionTime, "45s");
    assert.equal(outlier.maxEjectionPercent, 100);
    assert.equal(found.commonLbConfig.healthyPanicThreshold.value, 50);
  });

  it("are never left out for what is counted up to 0", async () => {
    const found = await clusterOf({
      outlierDetection: { consecutive5xxErrors: 0, consecutiveGatewayErrors: 4 },
    });
    assert.equal(found.outlierDetection.enforcingConsecutive5xx, 0);
  });

  it("are one of two at least, and leave the requests to all others alike", async () => {
    assert.equal(
      (await clusterOf({ outlierDetection: {} })).outlierDetection.maxEjectionPercent,
      50,
    );
    const found = groups(await ask({ outlierDetection: {} }));
    assert.deepEqual(
      found.map(({ region, priority }: Envoy) => [region, priority]),
      [
        ["eu", 0],
        ["us", 0],
      ],
    );
  });

  it("are left out by Istio's defaults when nothing more is said, and else never", async () => {
    assert.ok((await clusterOf({ outlierDetection: {} })).outlierDetection);
    const without = await clusterOf({ loadBalancer: { simple: "RANDOM" } });
    assert.equal(without.outlierDetection, undefined);
  });
});

describe("[TrafficPolicy: translated] TLS", function () {
  this.timeout(60_000);
  const tlsOf = (one: Envoy) => one.transportSocket?.typedConfig;

  it("is none with DISABLE", async () => {
    const found = await clusterOf({ tls: { mode: "DISABLE" } });
    assert.equal(found.transportSocket, undefined);
    assert.equal(found.transportSocketMatches, undefined);
  });

  it("is the mesh's with ISTIO_MUTUAL", async () => {
    const found = await clusterOf({ tls: { mode: "ISTIO_MUTUAL", subjectAltNames: ["a"] } });
    assert.match(JSON.stringify(tlsOf(found)), /"name":"default"/);
  });

  it("has the files and names that are given", async () => {
    const found = await clusterOf({
      tls: {
        mode: "MUTUAL",
        clientCertificate: "/c.pem",
        privateKey: "/k.pem",
        caCertificates: "/ca.pem",
        sni: "tls.example.com",
        subjectAltNames: ["san.example.com"],
      },
    });
    const text = JSON.stringify(tlsOf(found));
    for (const part of ["/c.pem", "/k.pem", "/ca.pem", "tls.example.com", "san.example.com"]) {
      assert.ok(text.includes(part), part);
    }
  });

  it("has a Secret's certificates at the workloads that are chosen", async () => {
    const config = await ask({
      tls: { mode: "MUTUAL", credentialName: "client" },
      workloadSelector: { app: "client" },
    });
    assert.ok(config.secrets.includes("kubernetes://client"), config.secrets.join());
  });

  it("checks nothing when told so", async () => {
    const checked = await clusterOf({ tls: { mode: "SIMPLE" } });
    const unchecked = await clusterOf({ tls: { mode: "SIMPLE", insecureSkipVerify: true } });
    assert.match(JSON.stringify(tlsOf(checked)), /alidationContext/);
    assert.doesNotMatch(JSON.stringify(tlsOf(unchecked)), /system|ROOTCA/);
  });
});

describe("[TrafficPolicy: translated] who follows the policy", function () {
  this.timeout(60_000);
  const loadBalancer = { simple: "RANDOM" } as const;
  const follows = async (args: Partial<TrafficPolicyArgs>, namespace?: string) =>
    cluster(await ask({ loadBalancer, ...args }, namespace), host, 80).lbPolicy === "RANDOM";

  it("is every client by default, under any name", async () => {
    assert.equal(await follows({}), true);
    assert.equal(await follows({ name: "another" }, "bank"), true);
  });

  it("is the own namespace when it is exported there only", async () => {
    assert.equal(await follows({ exportTo: ["."] }), true);
    assert.equal(await follows({ exportTo: ["."] }, "bank"), false);
  });

  it("is the clients that are chosen", async () => {
    assert.equal(await follows({ workloadSelector: { app: "client" } }), true);
    assert.equal(await follows({ workloadSelector: { app: "none" } }), false);
  });

  it("is those of a host by its full name", async () => {
    assert.equal(await follows({ service: host }), true);
    assert.equal(await follows({ clusterDomain: "mesh.local" }), false);
  });

  it("is those of a port, for whom nothing of the rest counts", async () => {
    const options: TrafficPolicyOptions = {
      outlierDetection: {},
      portLevelSettings: [{ port: 81, loadBalancer }],
    };
    const [first, second] = [await clusterOf(options, 80), await clusterOf(options, 81)];
    assert.ok(first.outlierDetection);
    assert.notEqual(first.lbPolicy, "RANDOM");
    assert.equal(second.outlierDetection, undefined);
    assert.equal(second.lbPolicy, "RANDOM");
  });
});

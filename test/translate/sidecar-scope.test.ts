import assert from "node:assert/strict";
import type { MeshObject } from "../../analysis/objects/mesh-object";
import { SidecarScope, type SidecarScopeArgs } from "../../components";
import { hasCluster, request } from "../support/envoy";
import { objectsOf, pod, service } from "../support/objects";
import { type Envoy, type ProxyConfig, translate } from "../support/translate";

const cluster: MeshObject[] = [
  service("web", "shop", { targetPort: 8080 }),
  service("api", "shop"),
  service("pay", "bank"),
  pod("web-1", "shop", "10.9.0.1", { app: "web" }),
  pod("api-1", "shop", "10.9.0.2", { app: "api" }),
  pod("pay-1", "bank", "10.9.0.3", { app: "pay" }),
];

async function proxies(args: Partial<SidecarScopeArgs>, meshConfig = {}) {
  const made = await objectsOf(() => {
    new SidecarScope("scope", { namespace: "shop", ...args });
  });
  const answer = await translate({
    objects: [...cluster, ...made],
    meshConfig,
    proxies: [
      { name: "web-1", kind: "sidecar", namespace: "shop", labels: { app: "web" } },
      { name: "api-1", kind: "sidecar", namespace: "shop", labels: { app: "api" } },
      { name: "pay-1", kind: "sidecar", namespace: "bank", labels: { app: "pay" } },
    ],
  });
  return {
    web: answer["web-1"] as ProxyConfig,
    api: answer["api-1"] as ProxyConfig,
    pay: answer["pay-1"] as ProxyConfig,
  };
}

const sees = (config: ProxyConfig, name: string, namespace: string) =>
  hasCluster(config, `${name}.${namespace}.svc.cluster.local`, 80);

describe("[SidecarScope: translated] what proxies reach", function () {
  this.timeout(60_000);

  it("is what the hosts say, in the namespace only", async () => {
    const { web, pay } = await proxies({ hosts: ["./*"] });
    assert.equal(sees(web, "api", "shop"), true);
    assert.equal(sees(web, "pay", "bank"), false);
    assert.equal(sees(pay, "web", "shop"), true);
  });

  it("is a single host", async () => {
    const { web } = await proxies({ hosts: ["bank/pay.bank.svc.cluster.local"] });
    assert.equal(sees(web, "pay", "bank"), true);
    assert.equal(sees(web, "api", "shop"), false);
  });

  it("is so for chosen workloads", async () => {
    const { web, api } = await proxies({ hosts: ["./*"], selector: { app: "web" } });
    assert.equal(sees(web, "pay", "bank"), false);
    assert.equal(sees(api, "pay", "bank"), true);
  });

  it("is so for the whole mesh from its root namespace", async () => {
    const { web, pay } = await proxies({ namespace: "istio-system", hosts: ["./*"] });
    assert.equal(sees(web, "pay", "bank"), false);
    assert.equal(sees(pay, "web", "shop"), false);
    assert.equal(sees(pay, "pay", "bank"), true);
  });

  it("is so for the whole mesh from a root namespace of another name", async () => {
    const roots = { namespace: "roots", rootNamespace: "roots", hosts: ["./*"] };
    const { web, pay } = await proxies(roots, { rootNamespace: "roots" });
    assert.equal(sees(web, "pay", "bank"), false);
    assert.equal(sees(pay, "web", "shop"), false);
    assert.equal(sees((await proxies(roots)).web, "pay", "bank"), true);
  });

  it("is a mesh-wide default that has another name", async () => {
    const { web } = await proxies({ namespace: "istio-system", name: "mesh", hosts: ["./*"] });
    assert.equal(sees(web, "pay", "bank"), false);
  });
});

describe("[SidecarScope: translated] unknown hosts", function () {
  this.timeout(60_000);

  const unknown = ({ web }: { web: ProxyConfig }) =>
    request(web, { host: "unknown.example.com" })?.destinations.map(({ host }) => host);

  it("are let out with ALLOW_ANY", async () => {
    assert.deepEqual(unknown(await proxies({ outboundTrafficPolicy: "ALLOW_ANY" })), [
      "PassthroughCluster",
    ]);
  });

  it("fail with REGISTRY_ONLY", async () => {
    const answer = request((await proxies({ outboundTrafficPolicy: "REGISTRY_ONLY" })).web, {
      host: "unknown.example.com",
    });
    assert.equal(answer?.status, 502);
  });

  it("are no matter for the hosts that are known", async () => {
    const { web } = await proxies({ outboundTrafficPolicy: "REGISTRY_ONLY" });
    assert.equal(sees(web, "pay", "bank"), true);
  });
});

describe("[SidecarScope: translated] the way to the application", function () {
  this.timeout(60_000);

  const inbound = ({ clusters }: ProxyConfig): Envoy[] =>
    clusters.filter(({ name }) => name.startsWith("inbound|"));

  it("has the limits of the namespace", async () => {
    const inboundConnectionPool = {
      tcp: { maxConnections: 5, connectTimeout: "2s" },
      http: { http1MaxPendingRequests: 6 },
    };
    const [found] = inbound((await proxies({ inboundConnectionPool })).web);
    const [limits] = found.circuitBreakers.thresholds;
    assert.equal(limits.maxConnections, 5);
    assert.equal(limits.maxPendingRequests, 6);
    assert.equal(found.connectTimeout, "2s");
  });

  it("has the ports, places and limits that are listed, and no others", async () => {
    const { web } = await proxies({
      inboundConnectionPool: { tcp: { maxConnections: 5 } },
      ingress: [
        { port: 9080, protocol: "HTTP", name: "web", defaultEndpoint: "127.0.0.1:3000" },
        {
          port: 9090,
          protocol: "TCP",
          defaultEndpoint: "127.0.0.1:3001",
          connectionPool: { tcp: { maxConnections: 1 } },
        },
      ],
    });
    const found = inbound(web).map((one) => {
      const { address, portValue } =
        one.loadAssignment.endpoints[0].lbEndpoints[0].endpoint.address.socketAddress;
      return [
        one.name,
        `${address}:${portValue}`,
        one.circuitBreakers?.thresholds[0].maxConnections,
      ];
    });
    assert.deepEqual(found.sort(), [
      ["inbound|9080||", "127.0.0.1:3000", 5],
      ["inbound|9090||", "127.0.0.1:3001", 1],
    ]);
  });
});

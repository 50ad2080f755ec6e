import assert from "node:assert/strict";
import {
  Authorization,
  Canary,
  type CanaryArgs,
  type CanaryProtocol,
  Waypoint,
} from "../../components";
import { namespace, objectsOf, pod } from "../support/objects";
import { type Envoy, type ProxyConfig, ProxyKind, translate } from "../support/translate";

const versions = [
  { name: "v1", weight: 90 },
  { name: "v2", weight: 10 },
];
const pods = ["v1", "v2"].map((version, i) =>
  pod(`web-${version}-0`, "shop", `10.0.0.${i + 1}`, { app: "shop-web", version }),
);

interface Port {
  name: string;
  port: number;
  targetPort?: number;
  appProtocol?: string;
}

/** The Service, whose Pods have a label that is not its name. */
const service = (port: Port) => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "web", namespace: "shop" },
  spec: { selector: { app: "shop-web" }, ports: [{ protocol: "TCP", ...port }] },
});

const canary = (args: Partial<CanaryArgs>) =>
  new Canary("web", { service: "web", namespace: "shop", versions, ...args });

/** What the namespace's waypoint gets. */
async function waypoint(
  port: Port,
  protocol: CanaryProtocol,
  more: () => void = () => {},
): Promise<ProxyConfig> {
  const { port: number, targetPort } = port;
  const selector = { app: "shop-web" };
  const made = await objectsOf(() => {
    new Waypoint("waypoint", { namespace: "shop" });
    canary({ dialect: "gateway-api", port: number, targetPort, selector, protocol });
    more();
  });
  const shop = namespace("shop", {
    "istio.io/dataplane-mode": "ambient",
    "istio.io/use-waypoint": "waypoint",
  });
  const proxies = [{ name: "waypoint", kind: ProxyKind.Waypoint, namespace: "shop" }];
  const answers = await translate({ objects: [shop, service(port), ...pods, ...made], proxies });
  return answers.waypoint as ProxyConfig;
}

/** Filters for what is called at a Service, by the Service's short name. */
const chainsOf = ({ listeners }: ProxyConfig): Record<string, Envoy[]> =>
  Object.fromEntries(
    listeners
      .flatMap(({ filterChains = [] }) => filterChains)
      .map(({ name, filters }: Envoy) => [/\|([^|.]+)\.shop\.svc/.exec(name)?.[1], filters])
      .filter(([name]) => name !== undefined),
  );

const weightsOf = ({ clusters }: Envoy) =>
  clusters.map(({ name, weight }: Envoy) => [name.split("|").at(-1).split(".")[0], weight]);

describe("[Canary: translated] what stands in for the Service", () => {
  const http: Port = { name: "http-api", port: 80, targetPort: 8080 };

  it("sends requests to the port that the Pods listen on", async () => {
    const { endpoints } = await waypoint(http, "http");
    const addresses = endpoints
      .filter(({ clusterName }) => /web-v[12]\.shop/.test(clusterName))
      .map(({ clusterName, endpoints: all }) => [
        clusterName,
        all.flatMap(({ lbEndpoints }: Envoy) =>
          lbEndpoints.map(
            ({ endpoint }: Envoy) => endpoint.address.envoyInternalAddress.endpointId,
          ),
        ),
      ]);
    assert.deepEqual(addresses, [
      ["inbound-vip|80|http|web-v1.shop.svc.cluster.local", ["10.0.0.1:8080"]],
      ["inbound-vip|80|http|web-v2.shop.svc.cluster.local", ["10.0.0.2:8080"]],
    ]);
  });

  it("is no way round the policies of the Service", async () => {
    const chains = chainsOf(
      await waypoint(http, "http", () => {
        new Authorization("callers", {
          namespace: "shop",
          targets: [{ kind: "Service", name: "web" }],
          rules: [{ from: [{ serviceAccounts: ["edge/gateway"] }], to: [{ methods: ["GET"] }] }],
        });
      }),
    );
    assert.deepEqual(Object.keys(chains).sort(), ["web", "web-v1", "web-v2"]);
    for (const [name, filters] of Object.entries(chains)) {
      const [first] = filters.at(-1).typedConfig.httpFilters;
      assert.equal(first.name, "envoy.filters.http.rbac", name);
      const policies = Object.keys(first.typedConfig.rules.policies);
      assert.deepEqual(policies, ["ns[shop]-policy[callers]-rule[0]"], name);
    }
  });

  it("splits connections at a waypoint", async () => {
    const port = { name: "tcp-queue", port: 7070, targetPort: 7171 };
    const { web = [] } = chainsOf(await waypoint(port, "tcp"));
    assert.deepEqual(weightsOf(web.at(-1).typedConfig.weightedClusters), [
      ["web-v1", 90],
      ["web-v2", 10],
    ]);
  });
});

describe("[Canary: translated] connections of a sidecar", () => {
  const client = { name: "client", kind: ProxyKind.Sidecar, namespace: "shop" };

  /** What the client's sidecar does with bytes that are not HTTP, and whether it reads HTTP at all. */
  async function outbound(port: Port) {
    const made = await objectsOf(() => void canary({}));
    const objects = [namespace("shop"), service(port), ...pods, ...made];
    const { client: config } = await translate({ objects, proxies: [client] });
    const listener = config?.listeners.find(({ name }) => name.endsWith(`_${port.port}`));
    const chains = [...(listener?.filterChains ?? []), listener?.defaultFilterChain].filter(
      (one) => one,
    );
    const filters: Envoy[] = chains.flatMap((chain) => chain.filters);
    const tcp = filters.find(({ name }) => name.endsWith("tcp_proxy"))?.typedConfig;
    const host = "web.shop.svc.cluster.local";
    return {
      reads: filters.some(({ name }) => name.endsWith("http_connection_manager")),
      tcp: (tcp?.weightedClusters?.clusters ?? []).map(({ name, weight }: Envoy) => [name, weight]),
      expected: [
        [`outbound|${port.port}|v1|${host}`, 90],
        [`outbound|${port.port}|v2|${host}`, 10],
      ],
    };
  }

  for (const [what, port] of [
    ["that speaks TCP by its name", { name: "tcp-queue", port: 7070 }],
    ["that speaks TCP by its appProtocol", { name: "queue", port: 7070, appProtocol: "redis" }],
    ["where servers speak first", { name: "queue", port: 3306 }],
  ] as const) {
    it(`are split at a port ${what}`, async () => {
      const { reads, tcp, expected } = await outbound(port);
      assert.deepEqual(tcp, expected);
      assert.equal(reads, false);
    });
  }

  it("are split beside requests, where the sidecar looks what it is", async () => {
    const { reads, tcp, expected } = await outbound({ name: "queue", port: 7070 });
    assert.deepEqual(tcp, expected);
    assert.equal(reads, true);
  });
});

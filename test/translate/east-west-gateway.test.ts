import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { EastWestGateway } from "../../components";
import { eastWestGatewayPlan } from "../../components/gateways/chart/east-west-gateway-plan";
import { chartGateway, chartsFolder } from "../support/chart-objects";
import { filterChain, listener } from "../support/envoy";
import { objectsOf, pod, service } from "../support/objects";
import { type ProxyConfig, ProxyKind, translate } from "../support/translate";

const args = { network: "network1" };
const sni = "outbound_.80_._.web.shop.svc.cluster.local";

async function gatewayConfig(more: { exposeServices?: boolean } = {}): Promise<ProxyConfig> {
  const plan = eastWestGatewayPlan("east", { ...args, ...more });
  const { service: own, proxy } = await chartGateway(plan.release);
  const made = await objectsOf(() => void new EastWestGateway("east", { ...args, ...more }));
  const web = [service("web", "shop"), pod("web-0", "shop", "10.0.0.1", { app: "web" })];
  const proxies = await translate({ objects: [own, ...web, ...made], proxies: [proxy] });
  return proxies.gateway as ProxyConfig;
}

describe("[EastWestGateway: translated] a gateway between networks", () => {
  it("passes mutual TLS on to the Service that its server name says", async () => {
    const chain = filterChain(listener(await gatewayConfig(), 15443), { sni });
    assert.deepEqual(chain.filterChainMatch.serverNames, [sni]);
    const [{ name, typedConfig }] = chain.filters;
    assert.equal(name, "envoy.filters.network.tcp_proxy");
    assert.equal(typedConfig.cluster, sni);
    assert.equal(chain.transportSocket, undefined);
  });

  it("has the mesh's Services as clusters by server name", async () => {
    const { clusters } = await gatewayConfig();
    assert.ok(clusters.some(({ name }) => name === sni));
  });

  it("passes nothing on that is not exposed", async () => {
    await assert.rejects(async () =>
      listener(await gatewayConfig({ exposeServices: false }), 15443),
    );
  });

  it("is of its network, at the ports that the chart has for it", async () => {
    const { release } = eastWestGatewayPlan("east", args);
    const { service: own, proxy } = await chartGateway(release);
    assert.equal(proxy.labels?.["topology.istio.io/network"], "network1");
    const { ports } = own.spec as { ports: { port: number }[] };
    assert.deepEqual(
      ports.map(({ port }) => port),
      [15021, 15443, 15012, 15017],
    );
  });
});

describe("[EastWestGateway: translated] a gateway between networks in ambient mode", () => {
  const network = { "topology.istio.io/network": "network1" };
  const web = "web.shop.svc.cluster.local";

  /** What the charts' profile says of which Services are global. */
  async function profileMeshConfig(): Promise<Record<string, unknown>> {
    const file = join(await chartsFolder(), "istiod/files/profile-ambient.yaml");
    return parse(readFileSync(file, "utf8")).meshConfig;
  }

  async function ambientConfig({
    namespace = "istio-system",
    multiNetwork = true,
    meshConfig = {},
  } = {}): Promise<ProxyConfig> {
    const made = await objectsOf(
      () => void new EastWestGateway("east", { ...args, profile: "ambient", namespace }),
    );
    const name = "istio-eastwestgateway";
    const proxies = await translate({
      objects: [
        service("web", "shop", { labels: { "istio.io/global": "true" } }),
        pod("web-0", "shop", "10.0.0.1", { app: "web" }),
        service("local", "shop"),
        ...made,
      ],
      meshConfig: { ...(await profileMeshConfig()), ...meshConfig },
      multiNetwork,
      proxies: [{ name, namespace, kind: ProxyKind.Waypoint, labels: network }],
    });
    return proxies[name] as ProxyConfig;
  }
  const reached = ({ clusters }: ProxyConfig): string[] =>
    clusters.map(({ name }) => name).filter((name) => name.startsWith("inbound-vip|"));

  it("ends the tunnels of other networks at port 15008, with mutual TLS", async () => {
    const { address, filterChains } = listener(await ambientConfig(), "connect_terminate");
    assert.equal(address.socketAddress.portValue, 15008);
    const [{ transportSocket }] = filterChains;
    assert.equal(transportSocket.typedConfig.requireClientCertificate, true);
  });

  it("leads to the Services that are global, and to no others", async () => {
    const config = await ambientConfig();
    assert.deepEqual(reached(config), [`inbound-vip|80|tcp|${web}`]);
    assert.deepEqual(
      config.endpoints
        .flatMap(({ endpoints }) => endpoints[0].lbEndpoints)
        .map(({ endpoint }) => endpoint.address.socketAddress),
      [{ address: "10.0.0.1", portValue: 80 }],
    );
  });

  it("is deployed in any namespace", async () => {
    assert.deepEqual(reached(await ambientConfig({ namespace: "edge" })), [
      `inbound-vip|80|tcp|${web}`,
    ]);
  });

  it("leads nowhere when the mesh has no global Services", async () => {
    const config = await ambientConfig({ meshConfig: { serviceScopeConfigs: [] } });
    assert.deepEqual(reached(config), []);
  });

  it("leads nowhere when istiod is not told that there are several networks", async () => {
    assert.deepEqual(reached(await ambientConfig({ multiNetwork: false })), []);
  });
});

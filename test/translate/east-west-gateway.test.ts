import assert from "node:assert/strict";
import { EastWestGateway } from "../../components";
import { eastWestGatewayPlan } from "../../components/install/gateways/east-west-gateway-plan";
import { chartGateway } from "../support/chart-objects";
import { filterChain, listener } from "../support/envoy";
import { objectsOf, pod, service } from "../support/objects";
import { type ProxyConfig, translate } from "../support/translate";

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

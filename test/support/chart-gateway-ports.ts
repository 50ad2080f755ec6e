import type * as pulumi from "@pulumi/pulumi";
import type { GatewayChartPlan } from "../../components/gateways/chart/gateway-chart-plan";
import { chartGateway } from "./chart-objects";
import { type KubernetesObject, service } from "./objects";
import { type ProxyConfig, translate } from "./translate";

/** A Gateway that selects a gateway from the chart and opens some of its ports. */
const opened = (
  selector: Record<string, pulumi.Input<string>>,
  namespace: string,
  ports: { number: number; name: string; protocol: string }[],
): KubernetesObject => ({
  apiVersion: "networking.istio.io/v1",
  kind: "Gateway",
  metadata: { name: "shop", namespace },
  spec: { selector, servers: ports.map((port) => ({ port, hosts: ["*"] })) },
});

const route = (namespace: string, tcp: number[]): KubernetesObject => {
  const destination = { host: "web.shop.svc.cluster.local", port: { number: 80 } };
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "VirtualService",
    metadata: { name: "shop", namespace },
    spec: {
      hosts: ["*"],
      gateways: ["shop"],
      http: [{ route: [{ destination }] }],
      tcp: tcp.map((port) => ({ match: [{ port }], route: [{ destination }] })),
    },
  };
};

/** What istiod gives the gateway of a plan when a Gateway opens HTTP and TCP ports by its selector. */
export async function openedPorts<Args>(
  plan: GatewayChartPlan<Args>,
  http: number[],
  tcp: number[] = [],
): Promise<ProxyConfig> {
  const { service: own, proxy } = await chartGateway(plan.release);
  const ports = [
    ...http.map((number) => ({ number, name: `http-${number}`, protocol: "HTTP" })),
    ...tcp.map((number) => ({ number, name: `tcp-${number}`, protocol: "TCP" })),
  ];
  const objects = [
    own,
    service("web", "shop"),
    opened(plan.selector, proxy.namespace, ports),
    route(proxy.namespace, tcp),
  ];
  const proxies = await translate({ objects, proxies: [proxy] });
  return proxies.gateway as ProxyConfig;
}

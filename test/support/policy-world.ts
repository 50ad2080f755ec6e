import { Waypoint } from "../../components";
import { type KubernetesObject, objectsOf, pod, service } from "./objects";
import { type Envoy, type ProxyConfig, ProxyKind, type ProxySpec, translate } from "./translate";

/** Where policies hold in the tests: Service `web` in `shop`, port 80, Pods at 8080. */
export const webHost = "web.shop.svc.cluster.local";

const sidecar: ProxySpec = {
  name: "web-0",
  kind: ProxyKind.Sidecar,
  namespace: "shop",
  labels: { app: "web" },
  serviceAccount: "web",
  ip: "10.9.0.1",
};
const waypoint: ProxySpec = { name: "waypoint", kind: ProxyKind.Waypoint, namespace: "shop" };

/** What istiod gives the Service's sidecar. */
export async function atSidecar(
  program: () => void,
  meshConfig: Record<string, unknown> = {},
): Promise<ProxyConfig> {
  const objects = [
    service("web", "shop", { targetPort: 8080 }),
    pod("web-0", "shop", "10.9.0.1", { app: "web" }, "web"),
    ...(await objectsOf(program)),
  ];
  const configs = await translate({ objects, meshConfig, proxies: [sidecar] });
  return configs["web-0"] as ProxyConfig;
}

/** What istiod gives the waypoint that serves `web` and `other`. */
export async function atWaypoint(
  program: () => void,
  meshConfig: Record<string, unknown> = {},
): Promise<ProxyConfig> {
  const labels = { "istio.io/use-waypoint": "waypoint" };
  const objects: KubernetesObject[] = [
    service("web", "shop", { targetPort: 8080, labels }),
    service("other", "shop", { targetPort: 8080, labels }),
    pod("web-0", "shop", "10.9.0.1", { app: "web" }, "web"),
    ...(await objectsOf(() => void new Waypoint("waypoint", { namespace: "shop" }))),
    ...(await objectsOf(program)),
  ];
  const configs = await translate({ objects, meshConfig, ambient: true, proxies: [waypoint] });
  return configs.waypoint as ProxyConfig;
}

/** The waypoint's filter chain of one Service. */
export const chainOf = (name: string): string =>
  `inbound-vip|80|http|${name}.shop.svc.cluster.local`;

/** Incoming chains of a sidecar for one port of the Pod; port 0 stands for ports that no Service has. */
export function inboundChains({ listeners }: ProxyConfig, port: number): Envoy[] {
  const inbound = listeners.find(({ name }) => name === "virtualInbound");
  return inbound.filterChains.filter(
    ({ filterChainMatch = {} }: Envoy) => (filterChainMatch.destinationPort ?? 0) === port,
  );
}

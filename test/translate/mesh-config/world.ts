import type { MeshConfig } from "../../../components";
import { EastWestGateway, Waypoint } from "../../../components";
import { controlPlanePlan } from "../../../components/control-plane/control-plane-plan";
import { networkFilter } from "../../support/envoy";
import {
  type KubernetesObject,
  namespace,
  node,
  objectsOf,
  pod,
  service,
} from "../../support/objects";
import { type Envoy, type ProxyConfig, ProxyKind, translate } from "../../support/translate";

/**
 * A mesh in which every setting shows: Service `web` in `shop` with a Pod in each of three regions,
 * Service `far` in `bank` with a DestinationRule and a VirtualService of its own, a collector, a host
 * outside, and a gateway. The sidecar is that of the Pod `web-0`, which others call too.
 */

export const host = "web.shop.svc.cluster.local";
export const far = "far.bank.svc.cluster.local";
export const outside = "api.example.com";
export const collector = "collector.observability.svc.cluster.local";

/** The proxies that istiod is asked about. */
export interface Proxies {
  sidecar: ProxyConfig;
  gateway: ProxyConfig;
  /** In ambient mode only. */
  waypoint: ProxyConfig;
  /** In ambient mode over several networks only. */
  eastWest: ProxyConfig;
}

/** What differs between the questions. */
export interface Surroundings {
  /** Ambient mode, with a waypoint for `shop`. @default false */
  ambient?: boolean;
  /** The same over several networks, with a gateway between them. @default false */
  multiNetwork?: boolean;
  /** Objects beside those of the mesh above. @default - none */
  more?: readonly KubernetesObject[];
}

export const istio = (
  group: "networking" | "security",
  kind: string,
  name: string,
  inNamespace: string,
  spec: object,
): KubernetesObject => ({
  apiVersion: `${group}.istio.io/v1`,
  kind,
  metadata: { name, namespace: inNamespace },
  spec,
});

const edge = { istio: "ingressgateway" };
const regions = ["eu", "us", "asia"];
const objects: KubernetesObject[] = [
  service("web", "shop", { labels: { reach: "all" } }),
  ...regions.map((region) => node(region, `${region}/${region}-1`)),
  ...regions.map((region, i) =>
    pod(
      `web-${i}`,
      "shop",
      `10.0.0.${i + 1}`,
      { app: "web", tier: region === "us" ? "b" : "a" },
      "default",
      region,
    ),
  ),
  namespace("bank", { team: "b" }),
  service("far", "bank"),
  istio("networking", "DestinationRule", "far", "bank", {
    host: far,
    trafficPolicy: { connectionPool: { tcp: { maxConnections: 5 } } },
  }),
  istio("networking", "VirtualService", "far", "bank", {
    hosts: [far],
    http: [{ route: [{ destination: { host: far } }], timeout: "5s" }],
  }),
  service("collector", "observability", { port: 4317, portName: "grpc" }),
  istio("networking", "ServiceEntry", "api", "shop", {
    hosts: [outside],
    ports: [{ number: 443, name: "https", protocol: "HTTPS" }],
    resolution: "DNS",
  }),
  istio("networking", "Gateway", "public", "shop", {
    selector: edge,
    servers: [
      { port: { number: 80, name: "http", protocol: "HTTP" }, hosts: ["*"] },
      {
        port: { number: 443, name: "https", protocol: "HTTPS" },
        hosts: ["*"],
        tls: { mode: "SIMPLE", credentialName: "sds://edge" },
      },
    ],
  }),
];

/** The mesh settings as the chart istiod gets them. */
export function sent(meshConfig: MeshConfig): Record<string, unknown> {
  const { releases } = controlPlanePlan("istio", { profile: "sidecar", meshConfig });
  const istiod = releases.find(({ chart }) => chart === "istiod");
  return istiod?.values.meshConfig;
}

const shop = (ambient: boolean) =>
  namespace("shop", {
    team: "a",
    ...(ambient
      ? { "istio.io/dataplane-mode": "ambient", "istio.io/use-waypoint": "waypoint" }
      : { "istio-injection": "enabled" }),
  });

const waypoint = { name: "waypoint", namespace: "shop", kind: ProxyKind.Waypoint };
const eastWest = {
  name: "istio-eastwestgateway",
  namespace: "istio-system",
  kind: ProxyKind.Waypoint,
  labels: { "topology.istio.io/network": "network1" },
};

export async function proxiesWith(
  meshConfig: MeshConfig,
  { multiNetwork = false, ambient = multiNetwork, more = [] }: Surroundings = {},
): Promise<Proxies> {
  const made = await objectsOf(() => {
    if (ambient) {
      new Waypoint("waypoint", { namespace: "shop" });
    }
    if (multiNetwork) {
      new EastWestGateway("east", { network: "network1", profile: "ambient" });
    }
  });
  const found = await translate({
    objects: [shop(ambient), ...objects, ...made, ...more],
    meshConfig: sent(meshConfig),
    ambient,
    multiNetwork,
    proxies: [
      { name: "web-0", namespace: "shop", kind: ProxyKind.Sidecar },
      { name: "edge-0", namespace: "shop", kind: ProxyKind.Gateway, labels: edge },
      ...(ambient ? [waypoint] : []),
      ...(multiNetwork ? [eastWest] : []),
    ],
  });
  const of = (name: string) => found[name] as ProxyConfig;
  return {
    sidecar: of("web-0"),
    gateway: of("edge-0"),
    waypoint: of(waypoint.name),
    eastWest: of(eastWest.name),
  };
}

const manager = "envoy.filters.network.http_connection_manager";

/** HTTP connection managers: of requests that come in, that go out, and that arrive at the gateway. */
export const inbound = ({ sidecar }: Proxies): Envoy =>
  networkFilter(sidecar, "virtualInbound", manager, "0.0.0.0_80");
export const outbound = ({ sidecar }: Proxies): Envoy =>
  networkFilter(sidecar, "0.0.0.0_80", manager);
export const atGateway = ({ gateway }: Proxies): Envoy => networkFilter(gateway, 80, manager);

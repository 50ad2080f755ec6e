import type { KubernetesObject } from "../objects";
import type { Random } from "../random";
import { ProxyKind, type ProxySpec } from "../translate";

/** A Gateway of the Gateway API before random sets of which one thing changes, and its routes. */

/** Its name, its namespace, and the address of its Pods. */
export const front = { name: "front", namespace: "edge", ip: "10.9.8.2" } as const;

/** As whom it calls. */
export const frontAccount = "front-istio";

export const frontProxy: ProxySpec = { ...front, kind: ProxyKind.Gateway };

const gatewayApi = (
  kind: string,
  name: string,
  place: string,
  spec: object,
  version = "v1",
): KubernetesObject => ({
  apiVersion: `gateway.networking.k8s.io/${version}`,
  kind,
  metadata: { name, namespace: place },
  spec,
});

/** Who may attach routes. */
export const attaching: readonly object[] = [
  ...Array.from({ length: 5 }, () => ({ namespaces: { from: "All" } })),
  {
    namespaces: {
      from: "Selector",
      selector: { matchLabels: { "kubernetes.io/metadata.name": "shop" } },
    },
  },
  { namespaces: { from: "Same" } },
];

/** Names that listeners have. */
const listenerHosts = [undefined, "*.example.com", "shop.example.com"] as const;

const listener = (random: Random, name: string, port: number, more: object): object => {
  const hostname = random.pick(listenerHosts);
  return {
    name,
    port,
    ...(hostname !== undefined && { hostname }),
    allowedRoutes: random.pick(attaching),
    ...more,
  };
};

export const frontGateway = (random: Random): KubernetesObject =>
  gatewayApi("Gateway", front.name, front.namespace, {
    gatewayClassName: "istio",
    listeners: [
      listener(random, "http", 80, { protocol: "HTTP" }),
      listener(random, "https", 443, {
        protocol: "HTTPS",
        tls: { mode: "Terminate", certificateRefs: [{ name: "edge-tls" }] },
      }),
    ],
  });

/** Hosts of routes. */
export const routeHosts = ["shop.example.com", "bank.example.com", "*.example.com"] as const;

/** What routes do besides sending requests on. */
export const routeFilters: readonly object[] = [
  {
    type: "RequestHeaderModifier",
    requestHeaderModifier: { set: [{ name: "x-set", value: "1" }] },
  },
  {
    type: "URLRewrite",
    urlRewrite: { path: { type: "ReplaceFullPath", replaceFullPath: "/elsewhere" } },
  },
  { type: "ResponseHeaderModifier", responseHeaderModifier: { remove: ["x-gone"] } },
];

/** A route at the Gateway, of rules that somebody makes. */
export function frontRoute(
  random: Random,
  name: string,
  ruleOf: (random: Random, place: string) => object,
  parent: { readonly name: string; readonly namespace: string } = front,
): KubernetesObject {
  const place = random.pick(["shop", "bank"]);
  return gatewayApi("HTTPRoute", name, place, {
    parentRefs: [
      {
        name: parent.name,
        namespace: parent.namespace,
        ...(random.chance(0.3) && { sectionName: random.pick(["http", "https"]) }),
      },
    ],
    ...(random.chance(0.6) && { hostnames: [random.pick(routeHosts)] }),
    rules: Array.from({ length: 1 + random.below(3) }, (_, i) => ({
      ...ruleOf(random, place),
      ...(i === 0 && random.chance(0.7) && { matches: [{}] }),
      ...(random.chance(0.2) && { filters: [random.pick(routeFilters)] }),
    })),
  });
}

/** Lets routes of one namespace send requests to Services of the other. */
export const frontGrant = (): KubernetesObject =>
  gatewayApi(
    "ReferenceGrant",
    "routes",
    "bank",
    {
      from: [{ group: "gateway.networking.k8s.io", kind: "HTTPRoute", namespace: "shop" }],
      to: [{ group: "", kind: "Service" }],
    },
    "v1beta1",
  );

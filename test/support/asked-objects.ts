import type { MeshObject } from "../../analysis/objects/mesh-object";
import { objectOf, type World } from "./asked";
import { newCertificate } from "./certificates";
import { listener, networkFilters } from "./envoy";
import { inboundChains } from "./policy-world";
import type { Envoy, ProxyConfig } from "./translate";

/** What stands in the place of those who are not in an example, and what else can be read of it. */

/** The Secret that cert-manager makes. */
export function tlsSecret(name: string, namespace: string, dnsName: string): MeshObject {
  const { certificate, privateKey } = newCertificate({ commonName: dnsName, dnsNames: [dnsName] });
  return {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name, namespace },
    type: "kubernetes.io/tls",
    stringData: { "tls.crt": certificate, "tls.key": privateKey },
  } as MeshObject;
}

const edge = { name: "edge", namespace: "shop" };

/** A Gateway for web.example.com at Pods with these labels. */
export const gatewayFor = (selector: Record<string, string>): MeshObject => ({
  apiVersion: "networking.istio.io/v1",
  kind: "Gateway",
  metadata: edge,
  spec: {
    selector,
    servers: [{ port: { number: 80, name: "http", protocol: "HTTP" }, hosts: ["web.example.com"] }],
  },
});

/** The route from that Gateway to a Service. */
export const routeTo = (service: string): MeshObject => ({
  apiVersion: "networking.istio.io/v1",
  kind: "VirtualService",
  metadata: edge,
  spec: {
    hosts: ["web.example.com"],
    gateways: [edge.name],
    http: [{ route: [{ destination: { host: service } }] }],
  },
});

/** Whether a sidecar lets plain text in at a port of its Pod. */
export const takesPlainText = (config: ProxyConfig, port: number): boolean =>
  inboundChains(config, port).some(
    ({ filterChainMatch = {} }: Envoy) => filterChainMatch.transportProtocol !== "tls",
  );

/** Share of requests that are traced, and the names of the tags. */
export function tracing(config: ProxyConfig): { percent: number; tags: string[] } | undefined {
  const [manager] = networkFilters(listener(config, "virtualInbound")).filter(
    ({ name }) => name === "envoy.filters.network.http_connection_manager",
  );
  const found = manager?.typedConfig.tracing;
  return (
    found && {
      percent: found.randomSampling?.value,
      tags: (found.customTags ?? [])
        .map(({ tag }: { tag: string }) => tag)
        .filter((tag: string) => !tag.startsWith("istio.")),
    }
  );
}

interface Selector {
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; operator: string; values?: string[] }[];
}

function chooses({ matchLabels = {}, matchExpressions = [] }: Selector, labels: Labels): boolean {
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, operator, values = [] }) => {
      const value = labels[key];
      const among = value !== undefined && values.includes(value);
      const tests: Record<string, boolean> = {
        In: among,
        NotIn: !among,
        Exists: value !== undefined,
        DoesNotExist: value === undefined,
      };
      return tests[operator] ?? false;
    })
  );
}

type Labels = Record<string, string>;

interface Webhook {
  clientConfig: { service?: { name: string } };
  namespaceSelector?: Selector;
  objectSelector?: Selector;
}

/** The istiod that gives Pods of a namespace their sidecar, by the webhooks of the program. */
export function injectorOf(world: World, namespace: string): (string | undefined)[] {
  const labels = (objectOf(world, "Namespace", namespace).metadata?.labels ?? {}) as Labels;
  return world.objects
    .filter(({ kind }) => kind === "MutatingWebhookConfiguration")
    .flatMap(({ webhooks }) => webhooks as Webhook[])
    .filter(
      ({ namespaceSelector = {}, objectSelector = {} }) =>
        chooses(namespaceSelector, labels) && chooses(objectSelector, {}),
    )
    .map(({ clientConfig }) => clientConfig.service?.name);
}

/** The route in the configuration file of an Envoy that nobody configures. */
export function routeOfFile(world: World, name = "proxy"): Envoy {
  const { data } = objectOf(world, "ConfigMap", name) as unknown as {
    data: Record<string, string>;
  };
  const file: Envoy = JSON.parse(data["envoy.json"] ?? "");
  const [{ filterChains, filter_chains: chains = filterChains }] = file.static_resources.listeners;
  const { typed_config: manager } = chains[0].filters[0];
  return manager.route_config.virtual_hosts[0].routes[0].route;
}

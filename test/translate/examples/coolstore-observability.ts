import { type Asked, gateway, gets, says, sidecar } from "../../support/asked";
import { listener, networkFilters } from "../../support/envoy";
import type { Envoy, ProxyConfig } from "../../support/translate";

/** Expressions of the tags that a sidecar counts requests by, beside the usual ones. */
function tagsOf(config: ProxyConfig): Record<string, string> {
  const filters = networkFilters(listener(config, "virtualInbound")).flatMap(
    ({ typedConfig }: Envoy) => typedConfig?.httpFilters ?? [],
  );
  const { typedConfig } = filters.find(({ name }: Envoy) => name === "istio.stats");
  const [{ dimensions }] = typedConfig.value?.metrics ?? typedConfig.metrics;
  return dimensions;
}

export default {
  proxies: [
    gateway("ingress", "istio-system", { istio: "ingressgateway", app: "istio-ingressgateway" }),
    sidecar("webapp", "istioinaction", { app: "webapp" }),
  ],
  meshConfig: {
    accessLogFile: "/dev/stdout",
    outboundTrafficPolicy: { mode: "REGISTRY_ONLY" },
  },
  asks: [
    gets("ingress", { host: "webapp.istioinaction.io" }, "100 webapp.istioinaction:80; 2 retries"),
    gets(
      "webapp",
      { host: "catalog.istioinaction.svc.cluster.local" },
      "100 catalog.istioinaction:80; 2 retries",
    ),
    gets("webapp", { host: "httpbin.org" }, "502"),
    says(
      "webapp's proxy counts requests by the caller's version of Istio and its mesh",
      ({ configs: { webapp } }) => tagsOf(webapp as ProxyConfig),
      {
        source_mesh_id: "node.metadata['MESH_ID']",
        upstream_proxy_version: "upstream_peer.istio_version",
      },
    ),
  ],
} satisfies Asked;

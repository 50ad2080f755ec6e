import { type Asked, gets, says, sidecar, type World } from "../../support/asked";
import { tracing } from "../../support/asked-objects";
import { listener, networkFilters } from "../../support/envoy";
import type { ProxyConfig } from "../../support/translate";

/** Which tracer of Envoy a proxy uses, and where its spans go. */
function tracerOf({ configs }: World, name: string): unknown {
  const [manager] = networkFilters(listener(configs[name] as ProxyConfig, "virtualInbound")).filter(
    ({ name: filter }) => filter === "envoy.filters.network.http_connection_manager",
  );
  const { name: tracer, typedConfig } = manager?.typedConfig.tracing.provider ?? {};
  const to =
    typedConfig?.collectorService?.httpUri?.cluster ??
    typedConfig?.grpcService?.envoyGrpc?.clusterName;
  return [tracer, to];
}

export default {
  proxies: [sidecar("shop", "shop", { app: "shop" }), sidecar("blog", "blog", { app: "blog" })],
  meshConfig: {
    extensionProviders: [
      { name: "zipkin", zipkin: { service: "zipkin.zipkin.svc.cluster.local", port: 9411 } },
      {
        name: "skywalking",
        skywalking: { service: "skywalking-oap.skywalking.svc.cluster.local", port: 11800 },
      },
    ],
  },
  asks: [
    says("spans of shop go to Zipkin", (world) => tracerOf(world, "shop"), [
      "envoy.tracers.zipkin",
      "outbound|9411||zipkin.zipkin.svc.cluster.local",
    ]),
    says("spans of blog go to SkyWalking", (world) => tracerOf(world, "blog"), [
      "envoy.tracers.skywalking",
      "outbound|11800||skywalking-oap.skywalking.svc.cluster.local",
    ]),
    says(
      "every request of shop is traced, and a tenth of those of blog",
      ({ configs: { shop, blog } }) =>
        [shop, blog].map((config) => tracing(config as ProxyConfig)?.percent),
      [100, 10],
    ),
    gets(
      "shop",
      { host: "tracing.zipkin.svc.cluster.local" },
      "100 tracing.zipkin:80; 2 retries",
      "the page of Zipkin",
    ),
    gets(
      "blog",
      { host: "tracing-ui.skywalking.svc.cluster.local", port: 8080 },
      "100 tracing-ui.skywalking:8080; 2 retries",
      "the page of SkyWalking",
    ),
  ],
} satisfies Asked;

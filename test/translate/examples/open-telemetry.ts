import { type Asked, gets, says, sidecar } from "../../support/asked";
import { tracing } from "../../support/asked-objects";
import { listener, networkFilters } from "../../support/envoy";
import type { ProxyConfig } from "../../support/translate";

const host = (namespace: string) => `opentelemetry-collector.${namespace}.svc.cluster.local`;

export default {
  proxies: [sidecar("app", "otel-app", { app: "app" })],
  meshConfig: {
    extensionProviders: [
      { name: "otel-tracing", opentelemetry: { service: host("tracing"), port: 4317 } },
      { name: "otel", envoyOtelAls: { service: host("logging"), port: 4317 } },
    ],
  },
  asks: [
    gets(
      "app",
      { host: host("tracing"), port: 4318, path: "/v1/traces" },
      "100 opentelemetry-collector.tracing:4318; 2 retries",
      "spans by HTTP",
    ),
    says(
      "a request is traced only if its caller says so",
      ({ configs: { app } }) => tracing(app as ProxyConfig)?.percent ?? 0,
      0,
    ),
    says(
      "lines go to the collector of the logs",
      ({ configs: { app } }) => {
        const [manager] = networkFilters(listener(app as ProxyConfig, "virtualInbound")).filter(
          ({ name }) => name === "envoy.filters.network.http_connection_manager",
        );
        return manager?.typedConfig.accessLog.map(({ name }: { name: string }) => name);
      },
      ["envoy.access_loggers.open_telemetry"],
    ),
  ],
} satisfies Asked;

import { type Asked, says, sidecar } from "../../support/asked";
import { tracing } from "../../support/asked-objects";
import { service } from "../../support/objects";
import type { ProxyConfig } from "../../support/translate";

export default {
  proxies: [sidecar("catalog", "shop", { app: "catalog" })],
  meshConfig: {
    extensionProviders: [
      {
        name: "jaeger",
        opentelemetry: { service: "jaeger-collector.observability.svc.cluster.local", port: 4317 },
      },
    ],
  },
  objects: [service("jaeger-collector", "observability", { port: 4317, portName: "grpc" })],
  asks: [
    says(
      "one request in ten is traced",
      ({ configs: { catalog } }) => tracing(catalog as ProxyConfig),
      { percent: 10, tags: [] },
    ),
  ],
} satisfies Asked;

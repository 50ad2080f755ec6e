import { type Asked, says, sidecar } from "../../support/asked";
import { tracing } from "../../support/asked-objects";
import { service } from "../../support/objects";
import type { ProxyConfig } from "../../support/translate";

export default {
  proxies: [sidecar("catalog", "shop", { app: "catalog", version: "v1" })],
  meshConfig: {
    extensionProviders: [
      {
        name: "jaeger",
        opentelemetry: { service: "jaeger-collector.istio-system.svc.cluster.local", port: 4317 },
      },
    ],
  },
  objects: [service("jaeger-collector", "istio-system", { port: 4317, portName: "grpc" })],
  asks: [
    says(
      "half of the requests are traced, with the tenant",
      ({ configs: { catalog } }) => tracing(catalog as ProxyConfig),
      { percent: 50, tags: ["tenant"] },
    ),
  ],
} satisfies Asked;

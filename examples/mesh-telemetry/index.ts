// What proxies report: log lines of failed requests in the whole namespace, and for one workload every
// second trace with the tenant in it. Look at: kubectl logs of its istio-proxy after a request that fails.
import * as k8s from "@pulumi/kubernetes";
import {
  extensionProviders,
  MeshMode,
  MeshNamespace,
  MeshTelemetry,
  StandardMetric,
} from "istio-mesh";

// Give these to the control plane: `new ControlPlane("istio", { meshConfig: { extensionProviders: providers } })`.
export const providers = [extensionProviders.jaeger()];
const knownProviders = ["jaeger"];

const shop = new MeshNamespace("shop", { dataPlaneMode: MeshMode.Sidecar });
const labels = { app: "catalog" };
new k8s.apps.v1.Deployment("catalog", {
  metadata: { name: "catalog", namespace: shop.name },
  spec: {
    selector: { matchLabels: labels },
    template: {
      metadata: { labels: { ...labels, version: "v1" } },
      spec: { containers: [{ name: "catalog", image: "docker.io/mccutchen/go-httpbin:v2.15.0" }] },
    },
  },
});

new MeshTelemetry("shop", {
  namespace: shop.name,
  knownProviders,
  accessLogging: [{ providers: ["envoy"], filter: "response.code >= 400" }],
});
const catalog = new MeshTelemetry("catalog", {
  namespace: shop.name,
  selector: labels,
  knownProviders,
  tracing: {
    provider: "jaeger",
    randomSamplingPercentage: 50,
    customTags: [{ tag: "tenant", header: "x-tenant", defaultValue: "none" }],
  },
  metrics: [
    {
      providers: ["prometheus"],
      overrides: [
        { metric: StandardMetric.RequestCount, tags: [{ tag: "host", value: "request.host" }] },
      ],
    },
  ],
});

export const telemetry = catalog.name;

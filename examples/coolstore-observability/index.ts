// What is counted of the shop of "Istio in Action", chapter 7: metrics with more tags and a metric of its
// own, statistics of one cluster, scraped by Prometheus' operator. The example coolstore-tracing is the next
// chapter. Look at: `curl localhost:15000/stats/prometheus` in webapp's Pod.
import * as k8s from "@pulumi/kubernetes";
import {
  AppGateway,
  Coolstore,
  MeshMode,
  MeshNamespace,
  MeshTelemetry,
  type MetricTag,
  StandardMetric,
} from "istio-mesh";

// For the control plane: `new ControlPlane("istio", { meshConfig })`.
export const meshConfig = {
  accessLogFile: "/dev/stdout",
  enablePrometheusMerge: true,
  outboundTrafficPolicy: { mode: "REGISTRY_ONLY" },
};

const root = new MeshNamespace("istio-system", { dataPlaneMode: MeshMode.None });
const prometheus = new MeshNamespace("prometheus", { dataPlaneMode: MeshMode.None });
const { name: namespace } = new MeshNamespace("istioinaction", {
  dataPlaneMode: MeshMode.Sidecar,
});

// What webapp's proxy is told at its start: what is kept of Envoy's statistics, and which tags it may use.
const app = new Coolstore("coolstore", {
  namespace,
  localUsers: true,
  podAnnotations: {
    webapp: {
      "proxy.istio.io/config": `proxyStatsMatcher:
  inclusionPrefixes:
    - cluster.outbound|80||catalog.istioinaction
    - istio_get_calls
extraStatTags:
  - upstream_proxy_version
  - source_mesh_id
  - upstream_operation
`,
    },
  },
});

// More tags at the count of all requests, and the same at a metric that others define.
const tags: MetricTag[] = [
  { tag: "upstream_proxy_version", value: "upstream_peer.istio_version" },
  { tag: "source_mesh_id", value: "node.metadata['MESH_ID']" },
  { tag: "request_protocol", remove: true },
];
const both = { mode: "CLIENT_AND_SERVER", disabled: false, tags } as const;
new MeshTelemetry("istioinaction", {
  namespace,
  name: "add-dimension-tags",
  metrics: [
    {
      providers: ["prometheus"],
      overrides: [
        { metric: StandardMetric.RequestCount, ...both },
        { customMetric: "get_calls", ...both },
      ],
    },
  ],
});
new MeshTelemetry("ingress-gateway", {
  namespace: root.name,
  selector: { app: "istio-ingressgateway" },
  accessLogging: [{ providers: ["envoy"], disabled: false }],
});

// Prometheus' operator asks istiod and every proxy, each 15 seconds.
new k8s.apiextensions.CustomResource("istio-component-monitor", {
  apiVersion: "monitoring.coreos.com/v1",
  kind: "ServiceMonitor",
  metadata: {
    name: "istio-component-monitor",
    namespace: prometheus.name,
    labels: { monitoring: "istio-components", release: "prom" },
  },
  spec: {
    jobLabel: "istio",
    targetLabels: ["app"],
    selector: { matchExpressions: [{ key: "istio", operator: "In", values: ["pilot"] }] },
    namespaceSelector: { any: true },
    endpoints: [{ port: "http-monitoring", interval: "15s" }],
  },
});
new k8s.apiextensions.CustomResource("envoy-stats-monitor", {
  apiVersion: "monitoring.coreos.com/v1",
  kind: "PodMonitor",
  metadata: {
    name: "envoy-stats-monitor",
    namespace: prometheus.name,
    labels: { monitoring: "istio-proxies", release: "prom" },
  },
  spec: {
    jobLabel: "envoy-stats",
    selector: {
      matchExpressions: [{ key: "istio-prometheus-ignore", operator: "DoesNotExist" }],
    },
    namespaceSelector: { any: true },
    podMetricsEndpoints: [
      {
        path: "/stats/prometheus",
        interval: "15s",
        relabelings: [
          {
            action: "keep",
            sourceLabels: ["__meta_kubernetes_pod_container_name"],
            regex: "istio-proxy",
          },
          {
            action: "keep",
            sourceLabels: ["__meta_kubernetes_pod_annotationpresent_prometheus_io_scrape"],
          },
          {
            action: "replace",
            sourceLabels: ["__address__", "__meta_kubernetes_pod_annotation_prometheus_io_port"],
            regex: "([^:]+)(?::\\d+)?;(\\d+)",
            replacement: "$1:$2",
            targetLabel: "__address__",
          },
          { action: "labeldrop", regex: "__meta_kubernetes_pod_label_(.+)" },
          {
            action: "replace",
            sourceLabels: ["__meta_kubernetes_namespace"],
            targetLabel: "namespace",
          },
          {
            action: "replace",
            sourceLabels: ["__meta_kubernetes_pod_name"],
            targetLabel: "pod_name",
          },
        ],
      },
    ],
  },
});

new AppGateway(
  "coolstore-gateway",
  {
    namespace,
    hosts: ["webapp.istioinaction.io"],
    routeName: "webapp-virtualservice",
    routes: [{ service: "webapp", port: 80 }],
  },
  { dependsOn: [app] },
);

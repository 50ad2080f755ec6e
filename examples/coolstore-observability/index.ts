// What is seen of the shop of "Istio in Action", chapters 7 and 8: metrics with more tags and a metric of
// its own, statistics of one cluster, scraped by Prometheus' operator, every request traced by Zipkin, and a
// host outside behind the gateway, whose headers show what is added to a request.
// Look at: `curl localhost:15000/stats/prometheus` in webapp's Pod, and the spans of a request.
import * as k8s from "@pulumi/kubernetes";
import {
  Coolstore,
  ExternalProtocol,
  ExternalService,
  MeshMode,
  MeshNamespace,
  MeshTelemetry,
  type MetricTag,
  networking,
  StandardMetric,
} from "istio-mesh";

// For the control plane: `new ControlPlane("istio", { meshConfig })`.
export const meshConfig = {
  accessLogFile: "/dev/stdout",
  enablePrometheusMerge: true,
  outboundTrafficPolicy: { mode: "REGISTRY_ONLY" },
  extensionProviders: [
    {
      name: "zipkinlocal",
      zipkin: { service: "zipkin.istio-system.svc.cluster.local", port: 9411 },
    },
  ],
};
const knownProviders = ["zipkinlocal"];

const root = new MeshNamespace("istio-system", { dataPlaneMode: MeshMode.None });
const prometheus = new MeshNamespace("prometheus", { dataPlaneMode: MeshMode.None });
const { name: namespace } = new MeshNamespace("istioinaction", {
  dataPlaneMode: MeshMode.Sidecar,
});

// The proxies of a workload, in the words of Pods' annotations: what is kept of Envoy's statistics, which
// tags are known to them, and how many requests are traced.
const app = new Coolstore("coolstore", { namespace });
const proxies = {
  proxyStatsMatcher: {
    inclusionPrefixes: ["cluster.outbound|80||catalog.istioinaction", "istio_get_calls"],
  },
  extraStatTags: ["upstream_proxy_version", "source_mesh_id"],
  tracing: {
    sampling: 100,
    customTags: { custom_tag: { literal: { value: "Test Tag" } } },
    zipkin: { address: "zipkin.istio-system:9411" },
  },
};
const labels = { app: "webapp-observed" };
new k8s.apps.v1.Deployment("webapp-observed", {
  metadata: { name: "webapp-observed", namespace },
  spec: {
    replicas: 1,
    selector: { matchLabels: labels },
    template: {
      metadata: {
        labels,
        annotations: { "proxy.istio.io/config": JSON.stringify(proxies, null, 2) },
      },
      spec: {
        containers: [
          {
            name: "webapp",
            image: "istioinaction/webapp:latest",
            imagePullPolicy: "IfNotPresent",
            env: [
              { name: "CATALOG_SERVICE_HOST", value: "catalog.istioinaction" },
              { name: "CATALOG_SERVICE_PORT", value: "80" },
              { name: "FORUM_SERVICE_HOST", value: "forum.istioinaction" },
              { name: "FORUM_SERVICE_PORT", value: "80" },
            ],
            ports: [{ name: "http", containerPort: 8080, protocol: "TCP" }],
            securityContext: { privileged: false },
          },
        ],
      },
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
  knownProviders,
  metrics: [
    {
      providers: ["prometheus"],
      overrides: [
        { metric: StandardMetric.RequestCount, ...both },
        { customMetric: "get_calls", ...both },
      ],
    },
  ],
  tracing: {
    provider: "zipkinlocal",
    disableSpanReporting: false,
    randomSamplingPercentage: 100,
  },
});
new MeshTelemetry("tracing-global", {
  namespace: root.name,
  name: "tracing-global",
  knownProviders,
  tracing: {
    provider: "zipkinlocal",
    disableSpanReporting: false,
    randomSamplingPercentage: 100,
  },
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

// Kiali's operator; `Addons` installs Kiali without one.
new k8s.apiextensions.CustomResource("kiali", {
  apiVersion: "kiali.io/v1alpha1",
  kind: "Kiali",
  metadata: { name: "kiali", namespace: root.name },
  spec: {
    istio_namespace: "istio-system",
    istio_component_namespaces: { prometheus: "prometheus" },
    auth: { strategy: "anonymous" },
    deployment: { accessible_namespaces: ["**"] },
    external_services: {
      prometheus: {
        cache_duration: 10,
        cache_enabled: true,
        cache_expiration: 300,
        url: "http://prom-kube-prometheus-stack-prometheus.prometheus:9090",
      },
      tracing: {
        enabled: true,
        in_cluster_url: "http://tracing.istio-system:16685/jaeger",
        use_grpc: true,
      },
    },
  },
});

// httpbin.org behind the gateway shows the headers of a trace.
const outside = new ExternalService("external-httpbin-org", {
  namespace,
  hosts: ["httpbin.org"],
  ports: [{ name: "http", port: 80, protocol: ExternalProtocol.Http }],
  location: "MESH_EXTERNAL",
  resolution: "DNS",
});
const gateway = new networking.v1.Gateway("coolstore-gateway", {
  metadata: { name: "coolstore-gateway", namespace },
  spec: {
    selector: { istio: "ingressgateway" },
    servers: [
      {
        port: { number: 80, name: "http", protocol: "HTTP" },
        hosts: ["webapp.istioinaction.io", "httpbin.istioinaction.io"],
      },
    ],
  },
});
const route = (name: string, host: string, destination: networking.v1.VirtualServiceDestination) =>
  new networking.v1.VirtualService(
    name,
    {
      metadata: { name, namespace },
      spec: {
        hosts: [host],
        gateways: ["coolstore-gateway"],
        http: [{ route: [{ destination }] }],
      },
    },
    { dependsOn: [app, gateway, outside] },
  );
route("webapp-virtualservice", "webapp.istioinaction.io", {
  host: "webapp.istioinaction.svc.cluster.local",
  port: { number: 80 },
});
route("thin-httbin-virtualservice", "httpbin.istioinaction.io", { host: "httpbin.org" });

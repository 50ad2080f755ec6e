/** What Prometheus reads, and by which names it keeps it; the names of the fields are those of its own file. */

interface Relabeling {
  source_labels?: string[];
  action?: "replace" | "keep" | "drop" | "labelmap";
  regex?: string | true;
  replacement?: string;
  target_label?: string;
}

interface Job {
  job_name: string;
  relabel_configs?: Relabeling[];
  [setting: string]: unknown;
}

const podAnnotation = (name: string) => `__meta_kubernetes_pod_annotation_${name}`;
const serviceAnnotation = (name: string) => `__meta_kubernetes_service_annotation_${name}`;

const only = (source: string, regex: string | true = true): Relabeling => ({
  action: "keep",
  regex,
  source_labels: [source],
});

const without = (source: string, regex: string | true = true): Relabeling => ({
  action: "drop",
  regex,
  source_labels: [source],
});

/** A label is what others say, joined by semicolons, as far as the expression finds it. */
const copied = (
  target_label: string,
  sources: string | string[],
  regex?: string,
  replacement?: string,
): Relabeling => ({
  action: "replace",
  source_labels: [sources].flat(),
  target_label,
  ...(regex !== undefined && { regex }),
  ...(replacement !== undefined && { replacement }),
});

const allOf = (regex: string, replacement?: string): Relabeling => ({
  action: "labelmap",
  regex,
  ...(replacement !== undefined && { replacement }),
});

const found = (role: "endpoints" | "node" | "pod" | "service") => ({
  kubernetes_sd_configs: [{ role }],
});

/** The folder in which Prometheus' own proxy leaves its certificate. */
export const certificates = "/etc/istio-certs";

/** Proxies that show their metrics to callers of the mesh alone, at the port of an annotation. */
const secured = (job_name: string, annotation: string): Job => ({
  job_name,
  ...found("pod"),
  relabel_configs: [
    only(podAnnotation(annotation), ".+"),
    copied("__metrics_path__", podAnnotation("prometheus_io_path"), "(.+)"),
    copied(
      "__address__",
      ["__meta_kubernetes_pod_ip", podAnnotation(annotation)],
      "(.+);(.+)",
      "$1:$2",
    ),
  ],
  scheme: "https",
  // Certificates of the mesh have no names or addresses of Pods that could be compared.
  tls_config: {
    ca_file: `${certificates}/root-cert.pem`,
    cert_file: `${certificates}/cert-chain.pem`,
    key_file: `${certificates}/key.pem`,
    insecure_skip_verify: true,
  },
});

const account = "/var/run/secrets/kubernetes.io/serviceaccount";

/** What Kubernetes itself shows, to the token of Prometheus' account. */
const ofKubernetes = (job_name: string, unverified: boolean, job: Partial<Job>): Job => ({
  job_name,
  bearer_token_file: `${account}/token`,
  scheme: "https",
  tls_config: {
    ca_file: `${account}/ca.crt`,
    ...(unverified && { insecure_skip_verify: true }),
  },
  ...job,
});

const nodeLabels = allOf("__meta_kubernetes_node_label_(.+)");

/** What is asked seldom has an annotation of its own, and patience. */
const seldom = { scrape_interval: "5m", scrape_timeout: "30s" };

const chosen = (annotation: (name: string) => string, slow: boolean): Relabeling[] =>
  slow
    ? [only(annotation("prometheus_io_scrape_slow"))]
    : [only(annotation("prometheus_io_scrape")), without(annotation("prometheus_io_scrape_slow"))];

const protocolAndPath = (annotation: (name: string) => string): Relabeling[] => [
  copied("__scheme__", annotation("prometheus_io_scheme"), "(https?)"),
  copied("__metrics_path__", annotation("prometheus_io_path"), "(.+)"),
];

const atPort = [podAnnotation("prometheus_io_port"), "__meta_kubernetes_pod_ip"];

const pods = (slow: boolean): Job => ({
  job_name: slow ? "kubernetes-pods-slow" : "kubernetes-pods",
  honor_labels: true,
  ...found("pod"),
  relabel_configs: [
    ...chosen(podAnnotation, slow),
    ...protocolAndPath(podAnnotation),
    copied("__address__", atPort, "(\\d+);(([A-Fa-f0-9]{1,4}::?){1,7}[A-Fa-f0-9]{1,4})", "[$2]:$1"),
    copied("__address__", atPort, "(\\d+);((([0-9]+?)(\\.|$)){4})", "$2:$1"),
    allOf("__meta_kubernetes_pod_annotation_prometheus_io_param_(.+)", "__param_$1"),
    allOf("__meta_kubernetes_pod_label_(.+)"),
    copied("namespace", "__meta_kubernetes_namespace"),
    copied("pod", "__meta_kubernetes_pod_name"),
    without("__meta_kubernetes_pod_phase", "Pending|Succeeded|Failed|Completed"),
    copied("node", "__meta_kubernetes_pod_node_name"),
  ],
  ...(slow && seldom),
});

const endpoints = (slow: boolean): Job => ({
  job_name: slow ? "kubernetes-service-endpoints-slow" : "kubernetes-service-endpoints",
  honor_labels: true,
  ...found("endpoints"),
  relabel_configs: [
    ...chosen(serviceAnnotation, slow),
    ...protocolAndPath(serviceAnnotation),
    copied(
      "__address__",
      ["__address__", serviceAnnotation("prometheus_io_port")],
      "(.+?)(?::\\d+)?;(\\d+)",
      "$1:$2",
    ),
    allOf("__meta_kubernetes_service_annotation_prometheus_io_param_(.+)", "__param_$1"),
    allOf("__meta_kubernetes_service_label_(.+)"),
    copied("namespace", "__meta_kubernetes_namespace"),
    copied("service", "__meta_kubernetes_service_name"),
    copied("node", "__meta_kubernetes_pod_node_name"),
  ],
  ...(slow && seldom),
});

/** Services that a prober of the name blackbox asks. */
const probed: Job = {
  job_name: "kubernetes-services",
  honor_labels: true,
  ...found("service"),
  metrics_path: "/probe",
  params: { module: ["http_2xx"] },
  relabel_configs: [
    only(serviceAnnotation("prometheus_io_probe")),
    { source_labels: ["__address__"], target_label: "__param_target" },
    { target_label: "__address__", replacement: "blackbox" },
    { source_labels: ["__param_target"], target_label: "instance" },
    allOf("__meta_kubernetes_service_label_(.+)"),
    { source_labels: ["__meta_kubernetes_namespace"], target_label: "namespace" },
    { source_labels: ["__meta_kubernetes_service_name"], target_label: "service" },
  ],
};

export const scraping = {
  global: { evaluation_interval: "1m", scrape_interval: "15s", scrape_timeout: "10s" },
  rule_files: ["recording_rules.yml", "alerting_rules.yml", "rules", "alerts"].map(
    (file) => `/etc/config/${file}`,
  ),
  scrape_configs: [
    // The injector sets this annotation where ENVOY_SECURE_MERGED_METRICS_PORT is set; the other is the user's.
    secured("istio-secure-merged-metrics", "prometheus_istio_io_secure_port"),
    secured("istio-secure-envoy-metrics", "prometheus_istio_io_secure_envoy_port"),
    ofKubernetes("kubernetes-api-servers", false, {
      ...found("endpoints"),
      relabel_configs: [
        {
          action: "keep",
          regex: "default;kubernetes;https",
          source_labels: [
            "__meta_kubernetes_namespace",
            "__meta_kubernetes_service_name",
            "__meta_kubernetes_endpoint_port_name",
          ],
        },
      ],
    }),
    ofKubernetes("kubernetes-nodes", true, { ...found("node"), relabel_configs: [nodeLabels] }),
    ofKubernetes("kubernetes-nodes-cadvisor", true, {
      ...found("node"),
      metrics_path: "/metrics/cadvisor",
      relabel_configs: [
        nodeLabels,
        { source_labels: ["__metrics_path__"], target_label: "metrics_path" },
      ],
    }),
    pods(false),
    pods(true),
    endpoints(false),
    endpoints(true),
    probed,
    { job_name: "prometheus", static_configs: [{ targets: ["localhost:9090"] }] },
    {
      job_name: "prometheus-pushgateway",
      honor_labels: true,
      ...found("service"),
      relabel_configs: [only(serviceAnnotation("prometheus_io_probe"), "pushgateway")],
    },
  ] satisfies Job[],
};

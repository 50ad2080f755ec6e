import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { certificates, scraping } from "./scraping";

const name = "prometheus";
const selected = {
  "app.kubernetes.io/component": "server",
  "app.kubernetes.io/name": name,
  "app.kubernetes.io/instance": name,
};
const labels = {
  ...selected,
  "app.kubernetes.io/version": "v3.10.0",
  "app.kubernetes.io/part-of": name,
};
const volumes = { config: "config-volume", storage: "storage-volume", certificates: "istio-certs" };

/** What its proxy is there for: a certificate in a file. What comes in passes it by. */
const annotations = {
  "sidecar.istio.io/userVolumeMount": JSON.stringify([
    { name: volumes.certificates, mountPath: certificates },
  ]),
  "proxy.istio.io/config": JSON.stringify({
    proxyMetadata: { OUTPUT_CERTS: certificates, INBOUND_CAPTURE_PORTS: "" },
  }),
};

const read = (apiGroup: string, ...resources: string[]) => ({
  apiGroups: [apiGroup],
  resources,
  verbs: ["get", "list", "watch"],
});

function permissions(namespace: pulumi.Input<string>) {
  new k8s.core.v1.ServiceAccount(name, { metadata: { name, namespace, labels } });
  new k8s.rbac.v1.ClusterRole(name, {
    metadata: { name, labels },
    rules: [
      read(
        "",
        ...["nodes", "nodes/metrics", "services", "endpoints", "pods", "ingresses", "configmaps"],
      ),
      read("networking.k8s.io", "ingresses/status", "ingresses"),
      read("discovery.k8s.io", "endpointslices"),
      { nonResourceURLs: ["/metrics"], verbs: ["get"] },
    ],
  });
  return new k8s.rbac.v1.ClusterRoleBinding(name, {
    metadata: { name, labels },
    subjects: [{ kind: "ServiceAccount", name, namespace }],
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name },
  });
}

const asks = (path: string, port: number | string) => ({
  httpGet: { path, port, scheme: "HTTP" },
});

/** Tells the server when its file has changed. */
const reloader: k8s.types.input.core.v1.Container = {
  name: "prometheus-server-configmap-reload",
  image: "ghcr.io/prometheus-operator/prometheus-config-reloader:v0.89.0",
  imagePullPolicy: "IfNotPresent",
  args: [
    "--watched-dir=/etc/config",
    "--listen-address=0.0.0.0:8080",
    "--reload-url=http://127.0.0.1:9090/-/reload",
  ],
  ports: [{ name: "metrics", containerPort: 8080 }],
  livenessProbe: { ...asks("/healthz", "metrics"), initialDelaySeconds: 2, periodSeconds: 10 },
  readinessProbe: { ...asks("/healthz", "metrics"), periodSeconds: 10 },
  volumeMounts: [{ name: volumes.config, mountPath: "/etc/config", readOnly: true }],
};

const often = { timeoutSeconds: 4, failureThreshold: 3, successThreshold: 1 };

const server: k8s.types.input.core.v1.Container = {
  name: "prometheus-server",
  image: "docker.io/prom/prometheus:v3.10.0",
  imagePullPolicy: "IfNotPresent",
  args: [
    "--storage.tsdb.retention.time=15d",
    "--config.file=/etc/config/prometheus.yml",
    "--storage.tsdb.path=/data",
    "--web.console.libraries=/etc/prometheus/console_libraries",
    "--web.console.templates=/etc/prometheus/consoles",
    "--web.enable-lifecycle",
  ],
  ports: [{ containerPort: 9090 }],
  readinessProbe: {
    ...asks("/-/ready", 9090),
    ...often,
    initialDelaySeconds: 0,
    periodSeconds: 5,
  },
  livenessProbe: {
    ...asks("/-/healthy", 9090),
    ...often,
    initialDelaySeconds: 30,
    periodSeconds: 15,
    timeoutSeconds: 10,
  },
  volumeMounts: [
    { name: volumes.config, mountPath: "/etc/config" },
    { name: volumes.storage, mountPath: "/data", subPath: "" },
    { name: volumes.certificates, mountPath: certificates },
  ],
};

/** Prometheus with a proxy that gets it a certificate of the mesh. */
export function prometheus(namespace: pulumi.Input<string>, after: pulumi.Resource): void {
  const needed = [
    after,
    permissions(namespace),
    new k8s.core.v1.ConfigMap(name, {
      metadata: { name, namespace, labels },
      data: {
        "prometheus.yml": JSON.stringify(scraping, null, 2),
        "allow-snippet-annotations": "false",
        ...Object.fromEntries(
          ["alerting_rules.yml", "alerts", "recording_rules.yml", "rules"].map((file) => [
            file,
            "{}",
          ]),
        ),
      },
    }),
  ];
  new k8s.core.v1.Service(name, {
    metadata: { name, namespace, labels },
    spec: {
      type: "ClusterIP",
      sessionAffinity: "None",
      selector: selected,
      ports: [{ name: "http", port: 9090, protocol: "TCP", targetPort: 9090 }],
    },
  });
  new k8s.apps.v1.Deployment(
    name,
    {
      metadata: { name, namespace, labels },
      spec: {
        replicas: 1,
        revisionHistoryLimit: 10,
        strategy: { type: "Recreate" },
        selector: { matchLabels: selected },
        template: {
          metadata: { labels: { ...labels, "sidecar.istio.io/inject": "true" }, annotations },
          spec: {
            enableServiceLinks: true,
            serviceAccountName: name,
            containers: [reloader, server],
            dnsPolicy: "ClusterFirst",
            terminationGracePeriodSeconds: 300,
            volumes: [
              { name: volumes.config, configMap: { name } },
              { name: volumes.storage, emptyDir: {} },
              { name: volumes.certificates, emptyDir: {} },
            ],
          },
        },
      },
    },
    { dependsOn: needed },
  );
}

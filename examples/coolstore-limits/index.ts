// Limits that a service counts for all proxies, from "Istio in Action", chapter 14: of catalog each customer
// gets as many answers a minute as his loyalty is worth: gold 10, silver 5, bronze 3, and without one 1.
// Look at: `curl -H 'x-loyalty: bronze' http://catalog.istioinaction/items`, 429 from the fourth on.
import * as k8s from "@pulumi/kubernetes";
import { Coolstore, MeshMode, MeshNamespace, RateLimit } from "istio-mesh";

const { name: namespace } = new MeshNamespace("istioinaction", {
  dataPlaneMode: MeshMode.Sidecar,
});
const app = new Coolstore("coolstore", { namespace, localUsers: true });

const loyal = (loyalty: string, requests: number) => ({
  entries: [
    {
      value: `${loyalty}_request`,
      headers: [{ name: "x-loyalty", exact: loyalty }],
    },
  ],
  limits: [{ requests, unit: "minute" as const, values: { header_match: `${loyalty}_request` } }],
});
const limit = new RateLimit(
  "catalog-ratelimit",
  {
    namespace,
    selector: { app: "catalog" },
    global: {
      domain: "catalog-ratelimit",
      service: "ratelimit.istioinaction.svc.cluster.local",
      port: 8081,
      timeout: "10s",
      failureModeDeny: true,
      descriptors: [
        {
          entries: [{ value: "no_loyalty", headers: [{ name: "x-loyalty", present: false }] }],
          limits: [{ requests: 1, unit: "minute", values: { header_match: "no_loyalty" } }],
        },
        loyal("gold", 10),
        loyal("silver", 5),
        loyal("bronze", 3),
      ],
    },
  },
  { dependsOn: [app] },
);

// The service that counts, and where it keeps its counts. Neither is in the mesh.
const outside = { "sidecar.istio.io/inject": "false" };
const workload = (
  name: string,
  ports: k8s.types.input.core.v1.ServicePort[],
  container: Omit<k8s.types.input.core.v1.Container, "name">,
  volumes: k8s.types.input.core.v1.Volume[] = [],
) => {
  const labels = { app: name };
  new k8s.core.v1.Service(name, {
    metadata: { name, namespace, labels },
    spec: { selector: labels, ports },
  });
  return new k8s.apps.v1.Deployment(name, {
    metadata: { name, namespace },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels: { ...labels, ...outside } },
        spec: {
          containers: [{ name, imagePullPolicy: "IfNotPresent", ...container }],
          volumes,
        },
      },
    },
  });
};
workload("redis", [{ name: "redis", port: 6379 }], {
  image: "redis:alpine",
  ports: [{ name: "redis", containerPort: 6379 }],
});
const limits = new k8s.core.v1.ConfigMap("catalog-ratelimit-config", {
  metadata: { name: "catalog-ratelimit-config", namespace },
  data: { "config.yaml": limit.config.apply((text) => text ?? "") },
});
workload(
  "ratelimit",
  [
    { name: "http-port", port: 8080, targetPort: 8080, protocol: "TCP" },
    { name: "grpc-port", port: 8081, targetPort: 8081, protocol: "TCP" },
    { name: "http-debug", port: 6070, targetPort: 6070, protocol: "TCP" },
  ],
  {
    image: "envoyproxy/ratelimit:6f5de117",
    command: ["/bin/ratelimit"],
    env: [
      { name: "LOG_LEVEL", value: "debug" },
      { name: "REDIS_SOCKET_TYPE", value: "tcp" },
      { name: "REDIS_URL", value: "redis:6379" },
      { name: "USE_STATSD", value: "false" },
      { name: "RUNTIME_ROOT", value: "/data" },
      { name: "RUNTIME_SUBDIRECTORY", value: "ratelimit" },
      { name: "RUNTIME_WATCH_ROOT", value: "false" },
    ],
    ports: [8080, 8081, 6070].map((containerPort) => ({ containerPort })),
    volumeMounts: [
      {
        name: "config-volume",
        mountPath: "/data/ratelimit/config/config.yaml",
        subPath: "config.yaml",
      },
    ],
  },
  [{ name: "config-volume", configMap: { name: limits.metadata.name } }],
);

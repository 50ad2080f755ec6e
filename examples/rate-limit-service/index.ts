// Limits that one service counts for all proxies, and limits that each proxy counts for itself: the rate
// limit service of Istio's samples with its Redis, and the page of Bookinfo as what is limited.
// Look at: the second request for /productpage within a minute, which is answered with 429, and the header
// x-ratelimit-limit of the others.
import * as k8s from "@pulumi/kubernetes";
import { Bookinfo, MeshMode, MeshNamespace, RateLimit, RateLimitUnit } from "istio-mesh";

const { name: namespace } = new MeshNamespace("ratelimit", { dataPlaneMode: MeshMode.Sidecar });

/** A Service and its only Pod. */
function server(
  name: string,
  ports: Record<string, number>,
  container: Omit<k8s.types.input.core.v1.Container, "name">,
  rest: { strategy?: object; volumes?: k8s.types.input.core.v1.Volume[] } = {},
) {
  const labels = { app: name };
  const { strategy, volumes } = rest;
  new k8s.core.v1.Service(name, {
    metadata: { name, namespace, labels },
    spec: {
      ports: Object.entries(ports).map(([portName, port]) => ({
        name: portName,
        port,
        targetPort: port,
        protocol: "TCP",
      })),
      selector: labels,
    },
  });
  new k8s.apps.v1.Deployment(name, {
    metadata: { name, namespace },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      ...(strategy && { strategy }),
      template: {
        metadata: { labels },
        spec: {
          containers: [{ name, imagePullPolicy: "IfNotPresent", ...container }],
          ...(volumes && { volumes }),
        },
      },
    },
  });
}

server(
  "redis",
  { redis: 6379 },
  { image: "docker.io/redis:alpine", ports: [{ name: "redis", containerPort: 6379 }] },
);

// The page of Bookinfo, whose proxy asks for every request.
const bookinfo = new MeshNamespace("bookinfo", { dataPlaneMode: MeshMode.Sidecar });
const app = new Bookinfo("bookinfo", { namespace: bookinfo.name });
const selector = { app: "productpage" };

// Paths by what they are, each with its own limit in a minute.
const unit = RateLimitUnit.Minute;
const limited = new RateLimit(
  "productpage-ratelimit",
  {
    namespace: bookinfo.name,
    selector,
    global: {
      domain: "ratelimit",
      service: "ratelimit.ratelimit.svc.cluster.local",
      port: 8081,
      timeout: "10s",
      failureModeDeny: true,
      descriptors: [
        {
          entries: [
            {
              key: "PATH",
              value: "/productpage",
              headers: [{ name: ":path", prefix: "/productpage" }],
            },
          ],
          limits: [{ requests: 1, unit, values: { PATH: "/productpage" } }],
        },
        {
          entries: [{ key: "PATH", value: "api", headers: [{ name: ":path", prefix: "/api" }] }],
          limits: [{ requests: 2, unit, values: { PATH: "api" } }],
        },
      ],
    },
  },
  { dependsOn: [app] },
);

const settings = new k8s.core.v1.ConfigMap("ratelimit-config", {
  metadata: { name: "ratelimit-config", namespace },
  data: { "config.yaml": limited.config },
});
const env = {
  LOG_LEVEL: "debug",
  REDIS_SOCKET_TYPE: "tcp",
  REDIS_URL: "redis:6379",
  USE_STATSD: "false",
  RUNTIME_ROOT: "/data",
  RUNTIME_SUBDIRECTORY: "ratelimit",
  RUNTIME_WATCH_ROOT: "false",
  RUNTIME_IGNOREDOTFILES: "true",
  HOST: "::",
  GRPC_HOST: "::",
};
server(
  "ratelimit",
  { "http-port": 8080, "grpc-port": 8081, "http-debug": 6070 },
  {
    image: "docker.io/envoyproxy/ratelimit:30a4ce1a",
    command: ["/bin/ratelimit"],
    env: Object.entries(env).map(([name, value]) => ({ name, value })),
    ports: [8080, 8081, 6070].map((containerPort) => ({ containerPort })),
    volumeMounts: [{ name: "config-volume", mountPath: "/data/ratelimit/config" }],
  },
  {
    strategy: { type: "Recreate" },
    volumes: [{ name: "config-volume", configMap: { name: settings.metadata.name } }],
  },
);

// Each proxy for itself: a hundred requests a minute, ten of them for the page.
new RateLimit(
  "filter-local-ratelimit-svc",
  {
    namespace: bookinfo.name,
    selector,
    priority: 20,
    local: {
      requests: 100,
      interval: "60s",
      showRemaining: true,
      rules: [
        {
          requests: 10,
          interval: "60s",
          headers: [{ name: ":path", prefix: "/productpage" }],
        },
      ],
    },
  },
  { dependsOn: [app] },
);

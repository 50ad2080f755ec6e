// Calls that fail or take long, from "Istio in Action", chapter 6: simple-web calls simple-backend, whose
// Pods differ in speed, and its proxy has limits, more tries, other ways to choose a Pod, or leaves Pods
// that fail out. Each setting is in a namespace of its own, named after it.
// Look at: the answers of `curl http://simple-web/` in each namespace, and how long they take.
import * as k8s from "@pulumi/kubernetes";
import {
  MeshMode,
  MeshNamespace,
  networking,
  ServiceRoute,
  type ServiceRouteRule,
  TrafficPolicy,
  type TrafficPolicyOptions,
} from "istio-mesh";

interface Setting {
  policy?: TrafficPolicyOptions;
  rule?: ServiceRouteRule;
  /** What simple-backend-1 has beside its name and message. */
  failing?: Record<string, string>;
  localities?: boolean;
  /** Annotations of simple-web's Pods. */
  annotations?: Record<string, string>;
}

const slow = { TIMING_VARIANCE: "10ms", TIMING_50_PERCENTILE: "1000ms" };
const fails = (code: number, rate: number) => ({
  ERROR_TYPE: "http_error",
  ERROR_RATE: `${rate}`,
  ERROR_CODE: `${code}`,
});
const ejects = (baseEjectionTime: string) => ({
  consecutive5xxErrors: 1,
  interval: "5s",
  baseEjectionTime,
  maxEjectionPercent: 100,
});

const settings: Record<string, Setting> = {
  "round-robin": { policy: { loadBalancer: { simple: "ROUND_ROBIN" } } },
  random: { policy: { loadBalancer: { simple: "RANDOM" } }, failing: slow },
  "least-request": { policy: { loadBalancer: { simple: "LEAST_REQUEST" } }, failing: slow },
  "connection-limit": {
    policy: {
      connectionPool: {
        tcp: { maxConnections: 1 },
        http: {
          http1MaxPendingRequests: 1,
          maxRequestsPerConnection: 1,
          maxRetries: 1,
          http2MaxRequests: 1,
        },
      },
    },
    failing: slow,
  },
  "retry-limit": {
    policy: {
      connectionPool: {
        http: { maxRetries: 3, http2MaxRequests: 10, maxRequestsPerConnection: 10 },
      },
    },
  },
  outlier: { policy: { outlierDetection: ejects("30s") }, failing: fails(500, 0.75) },
  "outlier-5s": { policy: { outlierDetection: ejects("5s") }, failing: fails(500, 0.75) },
  locality: {
    policy: {
      loadBalancer: {
        localityLbSetting: {
          distribute: [
            {
              from: "us-west1/us-west1-a/*",
              to: { "us-west1/us-west1-a/*": 70, "us-west1/us-west1-b/*": 30 },
            },
          ],
        },
      },
      connectionPool: { http: { http2MaxRequests: 10, maxRequestsPerConnection: 10 } },
      outlierDetection: ejects("30s"),
    },
    localities: true,
  },
  "locality-failure": {
    // The near zone first, and the other one when the near one fails.
    policy: {
      loadBalancer: { localityLbSetting: { enabled: true } },
      outlierDetection: ejects("30s"),
    },
    failing: fails(500, 1),
    localities: true,
  },
  timeout: { rule: { timeout: "0.5s" }, failing: slow },
  "no-retries": { rule: { retries: { attempts: 0 } }, failing: fails(503, 0.75) },
  retries: { rule: { retries: { attempts: 2 } }, failing: fails(503, 0.75) },
  "retries-5xx": { rule: { retries: { attempts: 2, retryOn: "5xx" } }, failing: fails(500, 0.75) },
  "retries-codes": {
    rule: { retries: { attempts: 2, retryOn: "5xx,retriable-status-codes" } },
    failing: fails(408, 0.75),
  },
};

/** fake-service says who it is, asks whom it is told to, and fails or waits as it is told. */
function deployment(
  namespace: k8s.core.v1.Namespace["metadata"]["name"],
  id: string,
  { app, name, replicas, zone }: { app: string; name: string; replicas: number; zone?: string },
  env: Record<string, string>,
  annotations: Record<string, string> = {},
) {
  const labels = { app };
  return new k8s.apps.v1.Deployment(`${id}-${name}`, {
    metadata: { name, namespace, labels },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: {
        metadata: {
          annotations,
          labels: zone ? { ...labels, "istio-locality": `us-west1.${zone}` } : labels,
        },
        spec: {
          serviceAccountName: app,
          containers: [
            {
              name: app,
              // The book fails and tells zones apart with an older image than it is slow with.
              image: `nicholasjackson/fake-service:${zone || env.ERROR_TYPE ? "v0.14.1" : "v0.17.0"}`,
              imagePullPolicy: "IfNotPresent",
              env: [
                { name: "LISTEN_ADDR", value: "0.0.0.0:8080" },
                { name: "SERVER_TYPE", value: "http" },
                { name: "NAME", value: app },
                { name: "MESSAGE", value: `Hello from ${name}${name === app ? "!!!" : ""}` },
                ...Object.entries(env).map(([key, value]) => ({ name: key, value })),
                {
                  name: "KUBERNETES_NAMESPACE",
                  valueFrom: { fieldRef: { fieldPath: "metadata.namespace" } },
                },
              ],
              ports: [{ name: "http", containerPort: 8080, protocol: "TCP" }],
              securityContext: { privileged: false },
            },
          ],
        },
      },
    },
  });
}

/** simple-web, and simple-backend in two Deployments, of which the first has one Pod and the second two. */
function services(id: string, { failing, localities, annotations }: Setting = {}) {
  const { name: namespace } = new MeshNamespace(id, { dataPlaneMode: MeshMode.Sidecar });
  const named = ["simple-web", "simple-backend"].flatMap((app) => [
    new k8s.core.v1.ServiceAccount(`${id}-${app}`, { metadata: { name: app, namespace } }),
    new k8s.core.v1.Service(`${id}-${app}`, {
      metadata: { name: app, namespace, labels: { app } },
      spec: {
        selector: { app },
        ports: [{ name: "http", port: 80, protocol: "TCP", targetPort: 8080 }],
      },
    }),
  ]);
  const zone = (name: string) => (localities ? { zone: `us-west1-${name}` } : {});
  const backend = { app: "simple-backend" };
  const pods = [
    deployment(
      namespace,
      id,
      { app: "simple-web", name: "simple-web", replicas: 1, ...zone("a") },
      { UPSTREAM_URIS: "http://simple-backend:80/" },
      annotations,
    ),
    deployment(
      namespace,
      id,
      { ...backend, name: "simple-backend-1", replicas: 1, ...zone("a") },
      failing ?? { TIMING_VARIANCE: "40ms", TIMING_50_PERCENTILE: "150ms" },
    ),
    deployment(
      namespace,
      id,
      { ...backend, name: "simple-backend-2", replicas: 2, ...zone("b") },
      { TIMING_VARIANCE: "10ms", TIMING_50_PERCENTILE: "150ms" },
    ),
  ];
  return { namespace, objects: [...named, ...pods] };
}

for (const [id, setting] of Object.entries(settings)) {
  const { namespace, objects } = services(id, setting);
  const { policy, rule } = setting;
  if (policy) {
    new TrafficPolicy(
      id,
      { name: "simple-backend-dr", service: "simple-backend", namespace, ...policy },
      { dependsOn: objects },
    );
  }
  if (rule) {
    new ServiceRoute(
      id,
      { name: "simple-backend-vs", service: "simple-backend", namespace, rules: [rule] },
      { dependsOn: objects },
    );
  }
}

// The way from outside, with two more tries of the gateway's own.
const backend = "simple-backend.istioinaction.svc.cluster.local";
const { namespace, objects } = services("istioinaction", {
  // What Envoy counts of the backend is kept, for a look at how often it tries again.
  annotations: { "sidecar.istio.io/statsInclusionPrefixes": `cluster.outbound|80||${backend}` },
});
const gateway = new networking.v1.Gateway("simple-web-gateway", {
  metadata: { name: "simple-web-gateway", namespace },
  spec: {
    selector: { istio: "ingressgateway" },
    servers: [
      {
        port: { number: 80, name: "http", protocol: "HTTP" },
        hosts: ["simple-web.istioinaction.io"],
      },
    ],
  },
});
new networking.v1.VirtualService(
  "simple-web-vs-for-gateway",
  {
    metadata: { name: "simple-web-vs-for-gateway", namespace },
    spec: {
      hosts: ["simple-web.istioinaction.io"],
      gateways: ["simple-web-gateway"],
      http: [
        {
          route: [{ destination: { host: "simple-web.istioinaction.svc.cluster.local" } }],
          retries: { attempts: 2 },
        },
      ],
    },
  },
  { dependsOn: [gateway, ...objects] },
);

// What Istio has no word for, as patches of what it tells simple-web's proxy: which statuses are tried
// again, how many tries may be under way, and a second try beside the first when that takes too long.
const patchOnPurpose = { "galley.istio.io/analyze-suppress": "IST0133" };
const patchOf = (name: string, configPatch: networking.v1alpha3.EnvoyFilterConfigPatch) =>
  new networking.v1alpha3.EnvoyFilter(
    name,
    {
      metadata: { name, namespace, annotations: patchOnPurpose },
      spec: {
        workloadSelector: { labels: { app: "simple-web" } },
        configPatches: [configPatch],
      },
    },
    { dependsOn: objects },
  );
const context = "SIDECAR_OUTBOUND";
const routeConfiguration = { vhost: { name: `${backend}:80` } };
patchOf("simple-backend-retry-status-codes", {
  applyTo: "HTTP_ROUTE",
  match: { context, routeConfiguration },
  patch: {
    operation: "MERGE",
    value: {
      route: {
        retry_policy: {
          retry_back_off: { base_interval: "50ms" },
          retriable_status_codes: [408, 400],
        },
      },
    },
  },
});
patchOf("simple-backend-retry-budget", {
  applyTo: "CLUSTER",
  match: { context, cluster: { portNumber: 80, service: backend } },
  patch: {
    operation: "MERGE",
    value: {
      circuit_breakers: {
        thresholds: [
          { retry_budget: { budget_percent: { value: 20.0 }, min_retry_concurrency: 5 } },
        ],
      },
    },
  },
});
patchOf("simple-backend-retry-hedge", {
  applyTo: "VIRTUAL_HOST",
  match: { context, routeConfiguration },
  patch: { operation: "MERGE", value: { hedge_policy: { hedge_on_per_try_timeout: true } } },
});

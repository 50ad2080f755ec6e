// Spans and log lines by OpenTelemetry: a collector that passes spans on to Zipkin, and one that passes
// log lines on to Loki. Proxies learn of both from the mesh config, and of what to send by Telemetry.
// Look at: the collector's own log after a request with `traceparent: 00-…-01`; without that header none
// is traced, since the share is 0 percent.
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import {
  type ChartSource,
  ControlPlane,
  ControlPlaneSize,
  MeshMode,
  MeshNamespace,
  MeshTelemetry,
  Profile,
} from "istio-mesh";

// Where the charts come from, when not from their usual addresses.
const config = new pulumi.Config();
const charts = config.getObject<ChartSource>("charts");

const istio = new ControlPlane("istio", {
  profile: Profile.Sidecar,
  size: ControlPlaneSize.Small,
  charts,
  meshConfig: {
    extensionProviders: [
      {
        name: "otel-tracing",
        opentelemetry: {
          service: "opentelemetry-collector.tracing.svc.cluster.local",
          port: 4317,
        },
      },
      {
        name: "otel",
        envoyOtelAls: {
          service: "opentelemetry-collector.logging.svc.cluster.local",
          port: 4317,
          logFormat: {
            labels: {
              pod: "%ENVIRONMENT(POD_NAME)%",
              namespace: "%ENVIRONMENT(POD_NAMESPACE)%",
              cluster: "%ENVIRONMENT(ISTIO_META_CLUSTER_ID)%",
              mesh: "%ENVIRONMENT(ISTIO_META_MESH_ID)%",
            },
          },
        },
      },
    ],
  },
});
const after = { dependsOn: [istio] };

interface Collector {
  version: string;
  /** How the image is started. */
  start: Pick<k8s.types.input.core.v1.Container, "args" | "command">;
  /** Ports of the Service by their names. */
  ports: Record<string, number>;
  containerPorts: k8s.types.input.core.v1.ContainerPort[];
  settings: object;
}

/** A collector in a namespace outside of the mesh, with what it receives and where it sends it. */
function collector(
  namespace: string,
  { version, start, ports, containerPorts, settings }: Collector,
) {
  new MeshNamespace(namespace, { dataPlaneMode: MeshMode.None });
  const labels = { app: "opentelemetry-collector" };
  const key = "opentelemetry-collector-config";
  const volume = "opentelemetry-collector-config-vol";
  const fromPod = (name: string, fieldPath: string) => ({
    name,
    valueFrom: { fieldRef: { apiVersion: "v1", fieldPath } },
  });
  const conf = new k8s.core.v1.ConfigMap(namespace, {
    metadata: { name: "opentelemetry-collector-conf", namespace, labels },
    // JSON is YAML too.
    data: { [key]: JSON.stringify(settings, null, 2) },
  });
  new k8s.core.v1.Service(namespace, {
    metadata: { name: "opentelemetry-collector", namespace, labels },
    spec: {
      ports: Object.entries(ports).map(([name, port]) => ({
        name,
        port,
        protocol: "TCP",
        targetPort: port,
      })),
      selector: labels,
    },
  });
  new k8s.apps.v1.Deployment(
    namespace,
    {
      metadata: { name: "opentelemetry-collector", namespace },
      spec: {
        selector: { matchLabels: labels },
        strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 1 } },
        template: {
          metadata: { labels: { ...labels, "sidecar.istio.io/inject": "false" } },
          spec: {
            containers: [
              {
                ...start,
                name: "opentelemetry-collector",
                image: `docker.io/otel/opentelemetry-collector-contrib:${version}`,
                imagePullPolicy: "IfNotPresent",
                env: [
                  fromPod("POD_NAME", "metadata.name"),
                  fromPod("POD_NAMESPACE", "metadata.namespace"),
                ],
                ports: containerPorts,
                resources: {
                  limits: { cpu: "2", memory: "4Gi" },
                  requests: { cpu: "200m", memory: "400Mi" },
                },
                terminationMessagePath: "/dev/termination-log",
                terminationMessagePolicy: "File",
                volumeMounts: [{ name: volume, mountPath: "/conf" }],
              },
            ],
            dnsPolicy: "ClusterFirst",
            restartPolicy: "Always",
            schedulerName: "default-scheduler",
            terminationGracePeriodSeconds: 30,
            volumes: [
              {
                name: volume,
                configMap: {
                  name: "opentelemetry-collector-conf",
                  defaultMode: 0o644,
                  items: [{ key, path: `${key}.yaml` }],
                },
              },
            ],
          },
        },
      },
    },
    { dependsOn: [conf] },
  );
}

const file = "--config=/conf/opentelemetry-collector-config.yaml";
const opencensus = { containerPort: 55678, name: "grpc-opencensus", protocol: "TCP" };

collector("tracing", {
  version: "0.123.0",
  start: { args: [file] },
  ports: { "grpc-opencensus": 55678, "grpc-otlp": 4317, "http-otlp": 4318, "grpc-otlp-auth": 5317 },
  containerPorts: [
    { containerPort: 4317, protocol: "TCP" },
    { containerPort: 4318, protocol: "TCP" },
    opencensus,
  ],
  settings: {
    receivers: {
      opencensus: { endpoint: "0.0.0.0:55678" },
      // Clients that show a token come in by a port of their own.
      "otlp/auth": {
        protocols: {
          grpc: { endpoint: "0.0.0.0:5317", auth: { authenticator: "bearertokenauth" } },
        },
      },
      otlp: {
        protocols: { grpc: { endpoint: "0.0.0.0:4317" }, http: { endpoint: "0.0.0.0:4318" } },
      },
    },
    processors: { batch: {} },
    exporters: {
      zipkin: { endpoint: "http://zipkin.istio-system.svc:9411/api/v2/spans" },
      debug: { verbosity: "detailed" },
    },
    extensions: {
      bearertokenauth: { token: "somerandomtoken" },
      health_check: {},
      pprof: {},
      zpages: {},
    },
    service: {
      extensions: ["health_check", "pprof", "zpages", "bearertokenauth"],
      pipelines: {
        logs: { receivers: ["otlp"], processors: ["batch"], exporters: ["debug"] },
        traces: { receivers: ["otlp", "opencensus"], exporters: ["zipkin", "debug"] },
        "traces/auth": { receivers: ["otlp/auth"], exporters: ["zipkin", "debug"] },
      },
    },
  },
});

collector("logging", {
  version: "0.73.0",
  start: { command: ["/otelcol-contrib", file] },
  ports: { "grpc-opencensus": 55678, "grpc-otlp": 4317 },
  containerPorts: [{ containerPort: 4317, protocol: "TCP" }, opencensus],
  settings: {
    receivers: { otlp: { protocols: { grpc: {}, http: {} } } },
    processors: {
      batch: {},
      attributes: {
        actions: [
          {
            action: "insert",
            key: "loki.attribute.labels",
            value: "pod, namespace,cluster,mesh",
          },
        ],
      },
    },
    exporters: {
      loki: { endpoint: "http://loki.istio-system.svc:3100/loki/api/v1/push" },
      logging: { loglevel: "debug" },
    },
    extensions: { health_check: {} },
    service: {
      extensions: ["health_check"],
      pipelines: {
        logs: { receivers: ["otlp"], processors: ["attributes"], exporters: ["loki", "logging"] },
      },
    },
  },
});

// Log lines of the whole mesh, since the Telemetry is in the root namespace.
new MeshTelemetry(
  "mesh-logging",
  {
    namespace: istio.namespace,
    name: "mesh-logging",
    accessLogging: [{ providers: ["otel"] }],
  },
  after,
);

// Spans of one namespace, of those requests only whose caller wants them traced.
const app = new MeshNamespace("otel-app", { dataPlaneMode: MeshMode.Sidecar }, after);
new MeshTelemetry(
  "otel-demo",
  {
    namespace: app.name,
    name: "otel-demo",
    tracing: { provider: "otel-tracing", randomSamplingPercentage: 0 },
  },
  after,
);

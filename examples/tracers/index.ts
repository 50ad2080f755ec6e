// Other tracers than Jaeger: Zipkin for the spans of one namespace, and SkyWalking for those of another. Both keep
// what they get in memory. Look at: `kubectl -n zipkin port-forward service/zipkin 9411` and
// `kubectl -n skywalking port-forward service/skywalking-ui 8080` after a few requests.
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import {
  type ChartSource,
  ControlPlane,
  ControlPlaneSize,
  extensionProviders,
  MeshMode,
  MeshNamespace,
  MeshTelemetry,
  Profile,
} from "istio-mesh";

// Where the charts come from, when not from their usual addresses.
const charts = new pulumi.Config().getObject<ChartSource>("charts");

const oap = "skywalking-oap";
const istio = new ControlPlane("istio", {
  profile: Profile.Sidecar,
  size: ControlPlaneSize.Small,
  charts,
  meshConfig: {
    extensionProviders: [
      extensionProviders.zipkin({
        name: "zipkin",
        service: "zipkin.zipkin.svc.cluster.local",
        port: 9411,
      }),
      {
        name: "skywalking",
        skywalking: { service: `${oap}.skywalking.svc.cluster.local`, port: 11800 },
      },
    ],
  },
});

interface Tool {
  image: string;
  env: Record<string, string>;
  ready: k8s.types.input.core.v1.Probe;
  /** Ports by their names, of each of its Services. */
  services: Record<string, Record<string, { port: number; targetPort?: number }>>;
}

/** A Pod outside of the mesh, and the names by which it is called. */
function tool(
  namespace: pulumi.Input<string>,
  app: string,
  { image, env, ready, services }: Tool,
): void {
  const labels = { app };
  new k8s.apps.v1.Deployment(app, {
    metadata: { name: app, namespace, labels },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels: { ...labels, "sidecar.istio.io/inject": "false" } },
        spec: {
          containers: [
            {
              name: app,
              image,
              env: Object.entries(env).map(([name, value]) => ({ name, value })),
              readinessProbe: { periodSeconds: 5, ...ready },
            },
          ],
        },
      },
    },
  });
  for (const [service, ports] of Object.entries(services)) {
    new k8s.core.v1.Service(`${app}-${service}`, {
      metadata: { name: service, namespace, labels: { ...labels, name: service } },
      spec: {
        type: "ClusterIP",
        selector: labels,
        ports: Object.entries(ports).map(([name, { port, targetPort = port }]) => ({
          name,
          port,
          targetPort,
          protocol: "TCP",
        })),
      },
    });
  }
}

// Whichever tracer there is has the name `tracing` beside its own.
const zipkin = new MeshNamespace("zipkin", { dataPlaneMode: MeshMode.None });
tool(zipkin.name, "zipkin", {
  image: "docker.io/openzipkin/zipkin-slim:3.4.0",
  env: { STORAGE_METHOD: "mem" },
  ready: { httpGet: { path: "/health", port: 9411 }, initialDelaySeconds: 5 },
  services: {
    tracing: { "http-query": { port: 80, targetPort: 9411 } },
    zipkin: { "http-query": { port: 9411 } },
  },
});

const skywalking = new MeshNamespace("skywalking", { dataPlaneMode: MeshMode.None });
const reports = { grpc: { port: 11800 }, "http-query": { port: 12800 } };
tool(skywalking.name, oap, {
  image: "docker.io/apache/skywalking-oap-server:9.7.0",
  env: { SW_HEALTH_CHECKER: "default" },
  ready: { exec: { command: ["/skywalking/bin/swctl", "health"] }, initialDelaySeconds: 30 },
  services: { tracing: reports, [oap]: reports },
});
tool(skywalking.name, "skywalking-ui", {
  image: "docker.io/apache/skywalking-ui:9.1.0",
  env: { SW_OAP_ADDRESS: `http://${oap}:12800` },
  ready: { httpGet: { path: "/", port: 8080 }, initialDelaySeconds: 30 },
  services: { "tracing-ui": { http: { port: 8080 } }, "skywalking-ui": { http: { port: 8080 } } },
});

// Every request of shop, and every tenth of blog.
for (const [name, provider, randomSamplingPercentage] of [
  ["shop", "zipkin", 100],
  ["blog", "skywalking", 10],
] as const) {
  const traced = new MeshNamespace(
    name,
    { dataPlaneMode: MeshMode.Sidecar },
    { dependsOn: [istio] },
  );
  new MeshTelemetry(name, {
    namespace: traced.name,
    tracing: { provider, randomSamplingPercentage },
  });
}

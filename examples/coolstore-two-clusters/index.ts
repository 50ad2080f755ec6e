// One mesh over two clusters with a network each, from "Istio in Action", chapter 12: west and east share the
// name of the mesh and a root CA, each lets the other in by its gateway for mutual TLS, and reads the other's
// Services with a Secret. simple-backend runs in both: requests stay near, and go over when Pods fail.
// Each cluster is a stack, of which Pulumi.east.yaml has the second one's configuration.
// Look at: `istioctl remote-clusters`.
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import {
  Authorization,
  type ChartSource,
  ControlPlane,
  ControlPlaneSize,
  EastWestGateway,
  IngressGateway,
  MeshMode,
  MeshNamespace,
  networking,
  Preset,
  Profile,
  TrafficPolicy,
} from "istio-mesh";

const config = new pulumi.Config();
const cluster = config.get("cluster") ?? "west";
// Where the charts come from, when not from their usual addresses.
const charts = config.getObject<ChartSource>("charts");

// The east says for itself that proxies log; in the west it is one of the settings of `demo`.
const settings =
  cluster === "west"
    ? { preset: Preset.Demo }
    : {
        size: ControlPlaneSize.Small,
        meshConfig: { accessLogFile: "/dev/stdout", accessLogEncoding: "JSON" },
      };
const istio = new ControlPlane("istio", {
  profile: Profile.Sidecar,
  ...settings,
  charts,
  meshId: "usmesh",
  clusterName: `${cluster}-cluster`,
  network: `${cluster}-network`,
});
const between = new EastWestGateway("istio-eastwestgateway", {
  controlPlane: istio.handle,
  namespace: istio.namespace,
});
const ingress = new IngressGateway("istio-ingressgateway", {
  controlPlane: istio.handle,
  namespace: istio.namespace,
  createNamespace: false,
});

const { name: namespace } = new MeshNamespace(
  "istioinaction",
  { dataPlaneMode: MeshMode.Sidecar },
  { dependsOn: [istio] },
);
const labels = { app: "simple-backend" };
const account = new k8s.core.v1.ServiceAccount("simple-backend", {
  metadata: { name: "simple-backend", namespace },
});
// The same Service in both clusters is one service to the mesh.
const service = new k8s.core.v1.Service("simple-backend", {
  metadata: { name: "simple-backend", namespace, labels },
  spec: {
    selector: labels,
    ports: [{ name: "http", port: 80, protocol: "TCP", targetPort: 8080 }],
  },
});
const name = `simple-backend-${cluster}`;
const deployment = new k8s.apps.v1.Deployment("simple-backend", {
  metadata: { name, namespace, labels },
  spec: {
    replicas: 1,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: {
        serviceAccountName: account.metadata.name,
        containers: [
          {
            name,
            image: "nicholasjackson/fake-service:v0.17.0",
            imagePullPolicy: "IfNotPresent",
            env: [
              { name: "LISTEN_ADDR", value: "0.0.0.0:8080" },
              { name: "SERVER_TYPE", value: "http" },
              { name: "NAME", value: name },
              { name: "MESSAGE", value: `Hello from ${cluster.toUpperCase()}` },
              { name: "TIMING_VARIANCE", value: "40ms" },
              { name: "TIMING_50_PERCENTILE", value: "150ms" },
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

const gateway = new networking.v1.Gateway(
  "simple-backend-gateway",
  {
    metadata: { name: "simple-backend-gateway", namespace },
    spec: {
      selector: { istio: "ingressgateway" },
      servers: [
        {
          port: { number: 80, name: "http", protocol: "HTTP" },
          hosts: ["simple-backend.istioinaction.io"],
        },
      ],
    },
  },
  { dependsOn: [ingress] },
);
new networking.v1.VirtualService(
  "simple-backend-vs-for-gateway",
  {
    metadata: { name: "simple-backend-vs-for-gateway", namespace },
    spec: {
      hosts: ["simple-backend.istioinaction.io"],
      gateways: ["simple-backend-gateway"],
      http: [
        {
          route: [{ destination: { host: "simple-backend.istioinaction.svc.cluster.local" } }],
          retries: { retryRemoteLocalities: true, attempts: 3, retryOn: "5xx" },
        },
      ],
    },
  },
  { dependsOn: [gateway, service, deployment] },
);
// Near Pods are preferred as soon as the mesh knows which ones fail.
new TrafficPolicy(
  "simple-backend-dr",
  {
    service: "simple-backend",
    namespace,
    connectionPool: { http: { http2MaxRequests: 10, maxRequestsPerConnection: 10 } },
    outlierDetection: { consecutive5xxErrors: 1, interval: "20s", baseEjectionTime: "30s" },
    loadBalancer: { localityLbSetting: { enabled: true } },
  },
  { dependsOn: [service] },
);
new Authorization(
  "allow-only-ingress",
  {
    namespace,
    selector: labels,
    rules: [{ from: [{ principals: [ingress.principal] }] }],
  },
  { dependsOn: [service, deployment] },
);

export const network = between.address;

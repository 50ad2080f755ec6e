// httpbin at the edge in every way of Istio's samples: by a Gateway that takes any host, by the Gateway
// API for routes of every namespace, and at a port of the nodes. A load generator, fortio, is beside
// one whose clients may have a single connection, so that overload can be seen.
// Look at: `kubectl -n httpbin-limits exec deploy/fortio-deploy -c fortio -- fortio load -c 3 -qps 0
// -n 30 http://httpbin:8000/get`, where some answers are 503.
import * as k8s from "@pulumi/kubernetes";
import { gateway, Httpbin, MeshMode, MeshNamespace, networking, TrafficPolicy } from "istio-mesh";

/** httpbin in a namespace of its own, with sidecars. */
function httpbin(namespace: string) {
  new MeshNamespace(namespace, { dataPlaneMode: MeshMode.Sidecar });
  return new Httpbin(namespace, { namespace, name: "httpbin" });
}

// Whatever the host, the gateway passes it on.
const app = httpbin("httpbin");
const entry = new networking.v1.Gateway("httpbin-gateway", {
  metadata: { name: "httpbin-gateway", namespace: "httpbin" },
  spec: {
    selector: { istio: "ingressgateway" },
    servers: [{ port: { number: 80, name: "http", protocol: "HTTP" }, hosts: ["*"] }],
  },
});
new networking.v1.VirtualService(
  "httpbin-route",
  {
    metadata: { name: "httpbin", namespace: "httpbin" },
    spec: {
      hosts: ["*"],
      gateways: ["httpbin-gateway"],
      http: [{ route: [{ destination: { host: app.host, port: { number: 8000 } } }] }],
    },
  },
  { dependsOn: [app, entry] },
);

// Routes of every namespace may name this Gateway.
const second = httpbin("httpbin-gateway-api");
const edge = new gateway.v1.Gateway("httpbin-gateway-api", {
  metadata: { name: "httpbin-gateway", namespace: "httpbin-gateway-api" },
  spec: {
    gatewayClassName: "istio",
    listeners: [
      { name: "http", port: 80, protocol: "HTTP", allowedRoutes: { namespaces: { from: "All" } } },
    ],
  },
});
new gateway.v1.HTTPRoute(
  "httpbin-gateway-api",
  {
    metadata: { name: "httpbin", namespace: "httpbin-gateway-api" },
    spec: {
      parentRefs: [{ name: "httpbin-gateway" }],
      rules: [{ backendRefs: [{ name: "httpbin", port: 8000 }] }],
    },
  },
  { dependsOn: [edge, second] },
);

// No gateway at all: every node has a port for it.
const labels = { app: "httpbin", version: "v1" };
const nodes = new MeshNamespace("httpbin-nodeport", { dataPlaneMode: MeshMode.Sidecar });
new k8s.core.v1.Service("httpbin-nodeport", {
  metadata: {
    name: "httpbin",
    namespace: nodes.name,
    labels: { app: "httpbin", service: "httpbin" },
  },
  spec: {
    type: "NodePort",
    ports: [{ name: "http", port: 8000, targetPort: 8080 }],
    selector: { app: "httpbin" },
  },
});
new k8s.apps.v1.Deployment("httpbin-nodeport", {
  metadata: { name: "httpbin", namespace: nodes.name },
  spec: {
    replicas: 1,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: {
        containers: [
          {
            name: "httpbin",
            image: "docker.io/mccutchen/go-httpbin:v2.15.0",
            imagePullPolicy: "IfNotPresent",
            ports: [{ containerPort: 8080 }],
          },
        ],
      },
    },
  },
});

// Circuit breaking: one connection, one request that waits, and three minutes away after one error.
const limited = httpbin("httpbin-limits");
new TrafficPolicy(
  "httpbin",
  {
    namespace: "httpbin-limits",
    service: "httpbin",
    connectionPool: {
      tcp: { maxConnections: 1 },
      http: { http1MaxPendingRequests: 1, maxRequestsPerConnection: 1 },
    },
    outlierDetection: {
      consecutive5xxErrors: 1,
      interval: "1s",
      baseEjectionTime: "3m",
      maxEjectionPercent: 100,
    },
  },
  { dependsOn: [limited] },
);
const fortio = { app: "fortio" };
// What the proxy counts for each cluster, beside what Istio counts.
const counted = [
  "cluster.outbound",
  "cluster_manager",
  "listener_manager",
  "server",
  "cluster.xds-grpc",
];
new k8s.core.v1.Service("fortio", {
  metadata: {
    name: "fortio",
    namespace: "httpbin-limits",
    labels: { ...fortio, service: "fortio" },
  },
  spec: { ports: [{ port: 8080, name: "http" }], selector: fortio },
});
new k8s.apps.v1.Deployment("fortio-deploy", {
  metadata: { name: "fortio-deploy", namespace: "httpbin-limits" },
  spec: {
    replicas: 1,
    selector: { matchLabels: fortio },
    template: {
      metadata: {
        labels: fortio,
        annotations: {
          "proxy.istio.io/config": JSON.stringify({
            proxyStatsMatcher: { inclusionPrefixes: counted },
          }),
        },
      },
      spec: {
        containers: [
          {
            name: "fortio",
            image: "docker.io/fortio/fortio:latest_release",
            imagePullPolicy: "Always",
            ports: [
              { containerPort: 8080, name: "http-fortio" },
              { containerPort: 8079, name: "grpc-ping" },
            ],
          },
        ],
      },
    },
  },
});

// Somebody else decides who may call: an authorizer as a service of its own, asked by gRPC, and one in
// the Pod of the application, asked by HTTP. Both let a request pass that has the header `x-ext-authz:
// allow`.
// Look at: `curl -H "x-ext-authz: deny" http://httpbin.foo:8000/headers`, which is answered with 403, and
// /ip, about which nobody is asked.
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import {
  Authorization,
  AuthorizationAction,
  type ChartSource,
  Client,
  ControlPlane,
  ControlPlaneSize,
  ExternalProtocol,
  ExternalService,
  Httpbin,
  MeshMode,
  MeshNamespace,
  Profile,
  Resolution,
} from "istio-mesh";

// Where the charts come from, when not from their usual addresses.
const config = new pulumi.Config();
const charts = config.getObject<ChartSource>("charts");

// Proxies learn here where authorizers are, and which headers these get to see.
const includeRequestHeadersInCheck = ["x-ext-authz"];
const istio = new ControlPlane("istio", {
  profile: Profile.Sidecar,
  size: ControlPlaneSize.Small,
  charts,
  meshConfig: {
    // So `//headers` is the same path as `/headers`.
    pathNormalization: { normalization: "MERGE_SLASHES" },
    extensionProviders: [
      {
        name: "sample-ext-authz-grpc",
        envoyExtAuthzGrpc: { service: "ext-authz.foo.svc.cluster.local", port: 9000 },
      },
      {
        name: "sample-ext-authz-http",
        envoyExtAuthzHttp: {
          service: "ext-authz.foo.svc.cluster.local",
          port: 8000,
          includeRequestHeadersInCheck,
        },
      },
      {
        name: "sample-ext-authz-local",
        envoyExtAuthzHttp: {
          service: "ext-authz-http.local",
          port: 8000,
          includeRequestHeadersInCheck,
        },
      },
    ],
  },
});
const after = { dependsOn: [istio] };
const image = "registry.istio.io/testing/ext-authz:latest";
const ports = [{ containerPort: 8000 }, { containerPort: 9000 }];

// A service that every proxy can ask. It has no sidecar, so it is asked in plain text.
const foo = new MeshNamespace("foo", { dataPlaneMode: MeshMode.Sidecar }, after);
const labels = { app: "ext-authz" };
const service = new k8s.core.v1.Service("ext-authz", {
  metadata: { name: "ext-authz", namespace: foo.name, labels },
  spec: {
    ports: [
      { name: "http", port: 8000, targetPort: 8000 },
      { name: "grpc", port: 9000, targetPort: 9000 },
    ],
    selector: labels,
  },
});
const authorizer = new k8s.apps.v1.Deployment("ext-authz", {
  metadata: { name: "ext-authz", namespace: foo.name },
  spec: {
    replicas: 1,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels: { ...labels, "sidecar.istio.io/inject": "false" } },
      spec: { containers: [{ name: "ext-authz", image, imagePullPolicy: "Always", ports }] },
    },
  },
});
new Httpbin("httpbin", { namespace: foo.name });
new Client("curl", { namespace: foo.name });
new Authorization(
  "ext-authz",
  {
    namespace: foo.name,
    selector: { app: "httpbin" },
    action: AuthorizationAction.Custom,
    provider: "sample-ext-authz-grpc",
    rules: [{ to: [{ paths: ["/headers*"] }] }],
  },
  { dependsOn: [service, authorizer] },
);

// An authorizer beside the application: for its proxy it is at the Pod's own address.
const local = new MeshNamespace("local", { dataPlaneMode: MeshMode.Sidecar }, after);
const inPod = (name: string, host: string, portName: string, port: number) =>
  new ExternalService(name, {
    namespace: local.name,
    hosts: [host],
    resolution: Resolution.Static,
    endpoints: [{ address: "127.0.0.1" }],
    ports: [
      {
        port,
        protocol: portName === "grpc" ? ExternalProtocol.Grpc : ExternalProtocol.Http,
        name: portName,
      },
    ],
  });
const entries = [
  inPod("httpbin-ext-authz-http", "ext-authz-http.local", "http", 8000),
  inPod("httpbin-ext-authz-grpc", "ext-authz-grpc.local", "grpc", 9000),
];
const httpbin = { app: "httpbin", version: "v1" };
const metadata = { name: "httpbin", namespace: local.name };
new k8s.core.v1.ServiceAccount("local-httpbin", { metadata });
new k8s.core.v1.Service("local-httpbin", {
  metadata: { ...metadata, labels: { app: "httpbin", service: "httpbin" } },
  spec: {
    ports: [{ name: "http", port: 8000, targetPort: 8080 }],
    selector: { app: "httpbin" },
  },
});
new k8s.apps.v1.Deployment("local-httpbin", {
  metadata,
  spec: {
    replicas: 1,
    selector: { matchLabels: httpbin },
    template: {
      metadata: { labels: httpbin },
      spec: {
        serviceAccountName: "httpbin",
        containers: [
          {
            name: "httpbin",
            image: "docker.io/mccutchen/go-httpbin:v2.15.0",
            imagePullPolicy: "IfNotPresent",
            ports: [{ containerPort: 8080 }],
          },
          { name: "ext-authz", image, imagePullPolicy: "Always", ports },
        ],
      },
    },
  },
});
new Authorization(
  "local-ext-authz",
  {
    namespace: local.name,
    selector: { app: "httpbin" },
    action: AuthorizationAction.Custom,
    provider: "sample-ext-authz-local",
    rules: [{ to: [{ paths: ["/headers*"] }] }],
  },
  { dependsOn: entries },
);

// Two versions that say which of them they are, and how requests from outside are split between them:
// helloworld of Istio's samples, with its entries by both APIs.
// Look at: `curl http://<gateway>/hello`, whose answer names the version; any other path is 404.
import * as k8s from "@pulumi/kubernetes";
import { gateway, MeshMode, MeshNamespace, networking } from "istio-mesh";

const port = 5000;
const labels = { app: "helloworld" };

/** One version in a namespace. */
function version(namespace: string, name: string, annotations?: Record<string, string>) {
  const own = { ...labels, version: name };
  return new k8s.apps.v1.Deployment(`${namespace}-${name}`, {
    metadata: { name: `helloworld-${name}`, namespace, labels: own },
    spec: {
      replicas: 1,
      selector: { matchLabels: own },
      template: {
        metadata: { labels: own, ...(annotations && { annotations }) },
        spec: {
          containers: [
            {
              name: "helloworld",
              image: `registry.istio.io/release/examples-helloworld-${name}:1.0`,
              resources: { requests: { cpu: "100m" } },
              imagePullPolicy: "IfNotPresent",
              ports: [{ containerPort: port }],
            },
          ],
        },
      },
    },
  });
}

/** The Service and both versions in a namespace of their own, with sidecars. */
function helloworld(namespace: string, families: object = {}) {
  new MeshNamespace(namespace, { dataPlaneMode: MeshMode.Sidecar });
  version(namespace, "v1");
  version(namespace, "v2");
  return new k8s.core.v1.Service(namespace, {
    metadata: { name: "helloworld", namespace, labels: { ...labels, service: "helloworld" } },
    spec: { ...families, ports: [{ port, name: "http" }], selector: labels },
  });
}

// Istio's API: the gateway that is installed already takes the requests.
const app = helloworld("helloworld");
const entry = new networking.v1.Gateway("helloworld-gateway", {
  metadata: { name: "helloworld-gateway", namespace: "helloworld" },
  spec: {
    selector: { istio: "ingressgateway" },
    servers: [{ port: { number: 80, name: "http", protocol: "HTTP" }, hosts: ["*"] }],
  },
});
new networking.v1.VirtualService(
  "helloworld-route",
  {
    metadata: { name: "helloworld", namespace: "helloworld" },
    spec: {
      hosts: ["*"],
      gateways: ["helloworld-gateway"],
      http: [
        {
          match: [{ uri: { exact: "/hello" } }],
          route: [
            {
              destination: {
                host: "helloworld.helloworld.svc.cluster.local",
                port: { number: port },
              },
            },
          ],
        },
      ],
    },
  },
  { dependsOn: [app, entry] },
);

helloworld("helloworld-dual-stack", {
  ipFamilyPolicy: "RequireDualStack",
  ipFamilies: ["IPv6", "IPv4"],
});

// The Gateway API: a gateway of the namespace's own, and a Service for each version.
const routes = {
  "helloworld-gateway-api": [{ name: "helloworld", port }],
  "helloworld-90-10": [
    { name: "helloworld-v1", port, weight: 90 },
    { name: "helloworld-v2", port, weight: 10 },
  ],
};
for (const [namespace, backendRefs] of Object.entries(routes)) {
  const both = helloworld(namespace);
  const versions = ["v1", "v2"].map(
    (name) =>
      new k8s.core.v1.Service(`${namespace}-${name}`, {
        metadata: { name: `helloworld-${name}`, namespace },
        spec: { ports: [{ port, name: "http" }], selector: { ...labels, version: name } },
      }),
  );
  const edge = new gateway.v1.Gateway(`${namespace}-gateway`, {
    metadata: { name: "helloworld-gateway", namespace },
    spec: {
      gatewayClassName: "istio",
      listeners: [
        {
          name: "http",
          port: 80,
          protocol: "HTTP",
          allowedRoutes: { namespaces: { from: "Same" } },
        },
      ],
    },
  });
  new gateway.v1.HTTPRoute(
    `${namespace}-route`,
    {
      metadata: { name: "helloworld", namespace },
      spec: {
        parentRefs: [{ name: "helloworld-gateway" }],
        rules: [{ matches: [{ path: { type: "Exact", value: "/hello" } }], backendRefs }],
      },
    },
    { dependsOn: [edge, both, ...versions] },
  );
}

// A sidecar whose own configuration at its start is changed: its spans go to another path of Zipkin.
const bootstrap = "helloworld-bootstrap";
new MeshNamespace(bootstrap, { dataPlaneMode: MeshMode.Sidecar });
new k8s.core.v1.ConfigMap("istio-custom-bootstrap-config", {
  metadata: { name: "istio-custom-bootstrap-config", namespace: bootstrap },
  data: {
    "custom_bootstrap.json": JSON.stringify({
      tracing: {
        http: {
          name: "envoy.tracers.zipkin",
          typed_config: {
            "@type": "type.googleapis.com/envoy.config.trace.v3.ZipkinConfig",
            collector_cluster: "zipkin",
            collector_endpoint: "/api/v1/spans/custom",
            collector_endpoint_version: "HTTP_JSON",
            trace_id_128bit: true,
            shared_span_context: false,
          },
        },
      },
    }),
  },
});
version(bootstrap, "v1", {
  "sidecar.istio.io/bootstrapOverride": "istio-custom-bootstrap-config",
});

// The way of one request through the shop of "Istio in Action", chapter 8: every request is traced by Zipkin,
// webapp's spans have a tag of their own, Kiali draws who calls whom, and a host outside behind the gateway
// shows the headers that a trace is known by.
// Look at: `curl -H 'Host: httpbin.istioinaction.io' http://<gateway>/headers`, with `X-B3-Traceid`.
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import {
  AppGateway,
  Coolstore,
  ExternalProtocol,
  ExternalService,
  MeshMode,
  MeshNamespace,
  MeshTelemetry,
  networking,
} from "istio-mesh";

// Requests in a hundred that webapp's proxy begins a trace for, unless whoever called it did.
const sampling = new pulumi.Config().getNumber("sampling") ?? 100;

// For the control plane: `new ControlPlane("istio", { meshConfig })`.
export const meshConfig = {
  outboundTrafficPolicy: { mode: "REGISTRY_ONLY" },
  extensionProviders: [
    {
      name: "zipkinlocal",
      zipkin: { service: "zipkin.istio-system.svc.cluster.local", port: 9411 },
    },
  ],
};
const traced = {
  knownProviders: ["zipkinlocal"],
  tracing: {
    provider: "zipkinlocal",
    disableSpanReporting: false,
    randomSamplingPercentage: 100,
  },
};

const root = new MeshNamespace("istio-system", { dataPlaneMode: MeshMode.None });
const { name: namespace } = new MeshNamespace("istioinaction", {
  dataPlaneMode: MeshMode.Sidecar,
});

// webapp's proxy reports to a path of Zipkin's that its own configuration at its start names.
const bootstrap = new k8s.core.v1.ConfigMap("istio-custom-zipkin", {
  metadata: { name: "istio-custom-zipkin", namespace },
  data: {
    "custom_bootstrap.json": JSON.stringify({
      tracing: {
        http: {
          name: "envoy.tracers.zipkin",
          typedConfig: {
            "@type": "type.googleapis.com/envoy.config.trace.v3.ZipkinConfig",
            collectorCluster: "zipkin",
            collectorEndpoint: "/zipkin/api/v1/spans",
            traceId128bit: "true",
            collectorEndpointVersion: "HTTP_JSON",
          },
        },
      },
    }),
  },
});
const app = new Coolstore(
  "coolstore",
  {
    namespace,
    localUsers: true,
    podAnnotations: {
      webapp: {
        "sidecar.istio.io/bootstrapOverride": "istio-custom-zipkin",
        "proxy.istio.io/config": `tracing:
  sampling: ${sampling}
  customTags:
    custom_tag:
      literal:
        value: Test Tag
  zipkin:
    address: zipkin.istio-system:9411
`,
      },
    },
  },
  { dependsOn: [bootstrap] },
);

// For the whole mesh, and the same for one namespace.
new MeshTelemetry("tracing-global", { namespace: root.name, name: "tracing-global", ...traced });
new MeshTelemetry("tracing-istioinaction", {
  namespace,
  name: "tracing-istioinaction",
  ...traced,
});

// Kiali's operator; `Addons` installs Kiali without one.
new k8s.apiextensions.CustomResource("kiali", {
  apiVersion: "kiali.io/v1alpha1",
  kind: "Kiali",
  metadata: { name: "kiali", namespace: root.name },
  spec: {
    istio_namespace: "istio-system",
    istio_component_namespaces: { prometheus: "prometheus" },
    auth: { strategy: "anonymous" },
    deployment: { accessible_namespaces: ["**"] },
    external_services: {
      prometheus: {
        cache_duration: 10,
        cache_enabled: true,
        cache_expiration: 300,
        url: "http://prom-kube-prometheus-stack-prometheus.prometheus:9090",
      },
      tracing: {
        enabled: true,
        in_cluster_url: "http://tracing.istio-system:16685/jaeger",
        use_grpc: true,
      },
    },
  },
});

// httpbin.org behind the gateway shows the headers of a trace.
const outside = new ExternalService("external-httpbin-org", {
  namespace,
  hosts: ["httpbin.org"],
  ports: [{ name: "http", port: 80, protocol: ExternalProtocol.Http }],
  location: "MESH_EXTERNAL",
  resolution: "DNS",
});
const gateway = new AppGateway(
  "coolstore-gateway",
  {
    namespace,
    hosts: ["webapp.istioinaction.io", "httpbin.istioinaction.io"],
    routesElsewhere: true,
  },
  { dependsOn: [app, outside] },
);
const route = (
  name: string,
  host: string,
  destination: networking.v1.VirtualServiceDestination,
  rewrite?: networking.v1.VirtualServiceHttpRewrite,
) =>
  new networking.v1.VirtualService(
    name,
    {
      metadata: { name, namespace },
      spec: {
        hosts: [host],
        gateways: ["coolstore-gateway"],
        http: [{ route: [{ destination }], ...(rewrite && { rewrite }) }],
      },
    },
    { dependsOn: [gateway] },
  );
route("webapp-virtualservice", "webapp.istioinaction.io", {
  host: "webapp.istioinaction.svc.cluster.local",
  port: { number: 80 },
});
// The server is asked for by its own name.
route(
  "thin-httbin-virtualservice",
  "httpbin.istioinaction.io",
  { host: "httpbin.org" },
  { authority: "httpbin.org" },
);

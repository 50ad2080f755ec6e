import type { Difference, Scenario } from "./scenario";

const different = (object: string, reason: string, ...paths: string[]): Difference[] =>
  paths.map((path) => ({ object, path, reason }));

const container = "spec.template.spec.containers[0]";

const externalHosts = (file: string, asked: string, ...differences: Difference[]): Scenario => ({
  source: `samples/external/${file}.yaml`,
  example: "external-hosts",
  look: "a call from a Pod with a sidecar, in a mesh that is REGISTRY_ONLY",
  asked,
  differences,
});

const server = (
  source: string,
  namespace: string,
  asked: string,
  ...differences: Difference[]
): Scenario => ({
  source: `samples/${source}.yaml`,
  example: "sample-servers",
  namespace,
  look: "the Pods are ready, and none is restarted",
  asked,
  differences,
});

const argo = (file: string, asked: string): Scenario => ({
  source: `samples/ambient-argo/application/${file}.yaml`,
  example: "ambient-argo",
  namespace: "ambient",
  look: "`istioctl waypoint list -n ambient`, and the page at the gateway",
  asked,
});

/** What Argo CD installs there, and a program here. */
const argoPlatform = (
  file: string,
  look: string,
  asked: string,
  ...differences: Difference[]
): Scenario => ({
  source: `samples/ambient-argo/${file}.yaml`,
  example: "ambient-argo-platform",
  look,
  asked,
  differences,
});

/** What stands around the values of a chart for Argo CD. */
const byArgo = (name: string, ...paths: string[]) => [
  ...different(
    `Application ${name}`,
    "`pulumi up` installs it, from Istio's address of today",
    "spec.project",
    "spec.syncPolicy",
    ...paths,
  ),
  ...different(
    `Application ${name}`,
    "the namespace of the control plane, in the cluster of the stack",
    "spec.destination",
  ),
];

/** Istio's own manifests, as they are. */
const tools = (name: string, look: string): Scenario => ({
  source: `samples/addons/${name}.yaml`,
  example: "addons",
  config: { loki: "true" },
  look,
  asked: "one request in ten is traced",
});

const page = "/productpage, by gateway";
const reviews = "GET reviews.ambient.svc.cluster.local/, by bookinfo-reviews";

/** Istio's samples for what proxies ask, count and report, and those that need certificates. */
export default [
  externalHosts("aptget", "GET deb.debian.org/, by client"),
  externalHosts("pypi", "a connection to pypi.org:443, by client"),
  externalHosts(
    "github",
    "a connection to :22, by client",
    ...different(
      "ServiceEntry github-tcp",
      "TCP in capitals, as the API documents it",
      "spec.ports[0].protocol",
    ),
  ),
  {
    source: "samples/extauthz/ext-authz.yaml",
    example: "external-authorization",
    namespace: "foo",
    look: "`curl -H 'x-ext-authz: deny' http://httpbin.foo:8000/headers` is answered with 403",
    asked: "httpbin's proxy asks the service",
  },
  {
    source: "samples/extauthz/local-ext-authz.yaml",
    example: "external-authorization",
    namespace: "local",
    look: "the same with the authorizer as a second container of httpbin's Pod",
    asked: "with the authorizer in its Pod it asks that one",
    differences: different(
      "Deployment httpbin",
      "the command is for the older httpbin in Python; go-httpbin starts by itself",
      `${container}.command`,
      `${container}.env`,
    ),
  },
  {
    source: "docs, external authorization",
    example: "external-authorization",
    namespace: "foo",
    look: "AuthorizationPolicy ext-authz with action CUSTOM; /ip passes without a question",
    asked: "httpbin's proxy asks the service",
  },
  {
    source: "samples/ratelimit/rate-limit-service.yaml",
    example: "rate-limit-service",
    namespace: "ratelimit",
    look: "the second request for /productpage within a minute is answered with 429",
    asked: "the page's proxy asks the service for its own domain, and lets nothing pass without it",
    differences: [
      ...different(
        "Deployment redis",
        "what Kubernetes takes without it",
        "spec.template.spec.serviceAccountName",
      ),
    ],
  },
  {
    source: "samples/ratelimit/local-rate-limit-service.yaml",
    example: "rate-limit-service",
    namespace: "bookinfo",
    look: "the header x-ratelimit-limit, and 429 for the eleventh request for /productpage in a minute",
    asked: "the page's proxy lets a hundred requests a minute pass, ten of them for the page",
    differences: [
      ...different(
        "EnvoyFilter filter-local-ratelimit-svc",
        "the same limits in the filter itself: the sample's route `inbound|http|8000` is no route of productpage, whose port is 9080, so that it limits nothing there; nor does the answer tell that it was limited by a header of its own, since 429 does",
        "spec.configPatches",
      ),
      ...different(
        "EnvoyFilter filter-local-ratelimit-svc",
        "one EnvoyFilter for each part",
        "metadata.name",
      ),
    ],
  },
  {
    source: "samples/multicluster/expose-services.yaml",
    example: "exposed-istiod",
    look: "Gateway cross-network-gateway, which the component EastWestGateway makes",
    asked: "a connection to istiod.istio-system.svc:15012, by east-west",
  },
  {
    source: "samples/multicluster/expose-istiod.yaml",
    example: "exposed-istiod",
    namespace: "istio-system",
    look: "a remote cluster's proxies are connected, as `istioctl proxy-status` lists them",
    asked: "a connection to istiod.istio-system.svc:15012, by east-west",
    differences: different(
      "Gateway istiod-gateway",
      "TLS in capitals, as the API documents it",
      "spec.servers[0].port.protocol",
      "spec.servers[1].port.protocol",
    ),
  },
  {
    source: "samples/multicluster/expose-istiod-https.yaml",
    example: "exposed-istiod",
    look: "`curl https://istiod.example.com:15017/ready` with the CA of the certificate",
    asked: "istiod by its own name, by east-west",
    differences: [
      ...different(
        "Gateway istiod-gateway",
        "HTTPS in capitals, and a name and a certificate in the place of the sample's gaps",
        ...[0, 1].flatMap((i) =>
          ["port.protocol", "tls.credentialName", "hosts"].map((at) => `spec.servers[${i}].${at}`),
        ),
      ),
      ...different(
        "VirtualService istiod-vs",
        "a name in the place of the sample's gap",
        "spec.hosts",
      ),
    ],
  },
  {
    source: "samples/open-telemetry/otel.yaml",
    example: "open-telemetry",
    namespace: "tracing",
    look: "the collector's log has a span for a request that its caller wants traced",
    asked: "a request is traced only if its caller says so",
  },
  {
    source: "samples/open-telemetry/tracing/telemetry.yaml",
    example: "open-telemetry",
    namespace: "otel-app",
    look: "no span of a request without `traceparent`",
    asked: "a request is traced only if its caller says so",
  },
  {
    source: "samples/open-telemetry/loki/otel.yaml",
    example: "open-telemetry",
    namespace: "logging",
    look: "lines of proxies in Loki, by pod and namespace",
    asked: "lines go to the collector of the logs",
  },
  {
    source: "samples/open-telemetry/loki/telemetry.yaml",
    example: "open-telemetry",
    namespace: "istio-system",
    look: "lines of all namespaces",
    asked: "lines go to the collector of the logs",
  },
  {
    source: "samples/open-telemetry/loki/iop.yaml",
    example: "open-telemetry",
    look: "`extensionProviders` of the mesh config, which IstioOperator had before",
    asked: "lines go to the collector of the logs",
    differences: different(
      "IstioOperator",
      "in the namespace logging, as the collector of the traces has the same name",
      "spec.meshConfig.extensionProviders[0].envoyOtelAls.service",
    ),
  },
  server("grpc-echo/grpc-echo", "echo-grpc", "gRPC, by client"),
  server(
    "mtls-echo/mtls-echo",
    "mtls-echo",
    "echo, by client",
    ...different(
      "Deployment mtls-echo-v1",
      "the sample mounts a volume that it does not have, which the API server refuses; cert-manager puts the CA beside the certificate",
      `${container}.volumeMounts[1]`,
      "spec.template.spec.volumes[1].secret.secretName",
    ),
  ),
  server("health-check/liveness-command", "health", "liveness, by client"),
  server("health-check/liveness-http-same-port", "health", "health, by client"),
  server(
    "jwt-server/jwt-server",
    "jwt-server",
    "keys, by client",
    ...different(
      "Secret jwt-cert-key-secret",
      "cert-manager makes the key and the certificate: a private key that is published protects nothing",
      "",
    ),
    ...different(
      "Deployment jwt-server",
      "entries of the Secret as cert-manager names them",
      `${container}.args`,
    ),
  ),
  ...["curl", "sleep"].map(
    (name): Scenario => ({
      source: `samples/security/spire/${name}-spire.yaml`,
      example: "spire",
      namespace: "spire-clients",
      look: "the issuer of the Pod's certificate is SPIRE",
      asked: "sleep, by curl",
    }),
  ),
  {
    source: "samples/security/spire/istio-spire-config.yaml",
    example: "spire",
    look: "the volume workload-socket of a Pod with the template spire",
    asked: "sleep, by curl",
    differences: [
      ...different(
        "IstioOperator",
        "an IngressGateway with the exported values, which waits for the socket by itself",
        "spec.components",
      ),
      ...different("IstioOperator", "the charts' own values are that profile", "spec.profile"),
    ],
  },
  {
    source: "samples/security/spire/clusterspiffeid.yaml",
    example: "spire",
    look: "identities are called as istiod would call them",
    asked: "sleep, by curl",
  },
  {
    source: "samples/security/spire-trust-domain-federation/cluster-federated-trust-domain.yaml",
    example: "spire",
    look: "`spire-server bundle list` has the other trust domain",
    noRequest: "the callers are of a cluster that is not part of the program",
    differences: different(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the sample has this gap
      "ClusterFederatedTrustDomain ${CLUSTER}",
      "names in the place of the sample's gaps",
      "metadata.name",
      "spec.trustDomain",
      "spec.bundleEndpointURL",
      "spec.bundleEndpointProfile.endpointSPIFFEID",
    ),
  },
  tools("kiali", "the page of Kiali, by the output portForward"),
  tools("prometheus", "`istio_requests_total` in Prometheus"),
  tools("grafana", "the dashboards of Istio"),
  tools("jaeger", "a trace of one request in ten"),
  tools("loki", "the lines of proxies, in Grafana"),
  {
    source: "samples/addons/extras/prometheus-operator.yaml",
    example: "coolstore-observability",
    look: "istiod and every proxy among the targets of Prometheus",
    asked: "webapp's proxy counts requests by the caller's version of Istio and its mesh",
    differences: [
      ...["PodMonitor envoy-stats-monitor", "ServiceMonitor istio-component-monitor"].flatMap(
        (monitor) =>
          different(
            monitor,
            "the namespace and the release of Prometheus' chart are those of the book",
            "metadata.namespace",
            "metadata.labels.release",
          ),
      ),
      ...different(
        "PodMonitor envoy-stats-monitor",
        "the same for addresses of IPv4, as the book has it",
        "spec.podMetricsEndpoints[0].relabelings",
      ),
    ],
  },
  argoPlatform(
    "istio/control-plane-appset",
    "two istiods: `kubectl -n istio-system get deployments`",
    "the channel stable is istiod-blue",
    ...different("ApplicationSet istio-multi-control", "a ControlPlane for each revision", ""),
  ),
  argoPlatform(
    "istio/tags",
    "`istioctl tag list`",
    "the channel rapid is istiod-green",
    ...different("Application istio-tags", "a RevisionTag for each channel", ""),
  ),
  argoPlatform(
    "istio/cni",
    "istio-cni-node on every node",
    "the channel rapid is istiod-green",
    ...byArgo(
      "istio-cni",
      "spec.sources[0].repoURL",
      "spec.sources[0].targetRevision",
      "spec.sources[0].helm.valueFiles",
      "spec.sources[1]",
    ),
    ...different(
      "Application istio-cni",
      "the revision that the channel stands for",
      "spec.sources[0].helm.valuesObject.revision",
    ),
  ),
  argoPlatform(
    "istio/ztunnel",
    "ztunnel on every node",
    "the channel rapid is istiod-green",
    ...byArgo("istio-ztunnel", "spec.source.repoURL", "spec.source.targetRevision"),
    ...different(
      "Application istio-ztunnel",
      "called as istioctl and Istio's charts call it",
      "metadata.name",
    ),
    ...different(
      "Application istio-ztunnel",
      "the revision that the channel stands for",
      "spec.source.helm.valuesObject.revision",
    ),
  ),
  {
    source: "samples/ambient-argo/istio/extras.yaml",
    example: "addons",
    look: "the commands in the output portForward",
    asked: "one request in ten is traced",
    differences: different("Application istio-addons", "Addons installs the same folder", ""),
  },
  {
    ...argo("application", page),
    look: "`pulumi up` of the stack of the application alone",
    differences: different(
      "Application bookinfo-application",
      "the application is a program of its own, which Pulumi delivers",
      "",
    ),
  },
  argo("namespace", page),
  argo("productpage", page),
  argo("details", page),
  argo("ratings", page),
  argo("reviews", reviews),
  argo("bookinfo-versions", reviews),
  argo("ingress-gateway", page),
  argo("details-waypoint", reviews),
  argo("reviews-waypoint", reviews),
  argo("route-reviews-90-10", reviews),
] satisfies readonly Scenario[];

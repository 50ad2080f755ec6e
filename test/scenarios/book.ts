import bookFacts from "../fixtures/book-facts.json";
import type { Difference, Scenario } from "./scenario";

/** Files that a text names, of which some are in it as `*.yaml` of a folder. */
const filesIn = (number: number, what: string): string[] =>
  [...what.matchAll(/[\w/*-]+\.yaml/g)].flatMap(([named]) =>
    Object.keys(bookFacts).filter((file) => {
      const pattern = `ch${number}/${named}`.replaceAll("*", "[^/]*");
      return new RegExp(`^${pattern}$`).test(file);
    }),
  );

/** Rows of a chapter of "Istio in Action", each a file of its public sources or a step in words. */
function chapter(
  number: number,
  what: string,
  { facts = [], ...rest }: Omit<Scenario, "source">,
): Scenario {
  const files = [...filesIn(number, what), ...facts.map((file) => `ch${number}/${file}`)];
  return {
    source: `book ch${number}, ${what}`,
    ...rest,
    ...(files.length > 0 && { facts: files }),
  };
}

/** What stands in its sources beside the chapters: the services, and what the appendices install. */
const beside = (
  what: string,
  facts: readonly string[],
  rest: Omit<Scenario, "source">,
): Scenario => ({
  source: `book ${what}`,
  facts,
  ...rest,
});

/** What the file of istioctl that installs something has otherwise. */
const installed = (name: string, ...differences: [path: string, reason: string][]): Difference[] =>
  differences.map(([path, reason]) => ({
    object: ["IstioOperator", name].filter(Boolean).join(" "),
    path,
    reason,
  }));
const emptyProfile: [string, string] = [
  "spec.profile",
  "a chart of its own, in place of a profile in which all else is left out",
];
const betweenNetworks: [string, string][] = [
  emptyProfile,
  [
    "spec.components.ingressGateways[0].k8s",
    "the chart has these ports, and the proxy this network, for a gateway between networks",
  ],
];

/** Clients sleep for as long as they are there. */
const sleeps: Difference = {
  object: "Deployment sleep",
  path: "spec.template.spec.containers[0].command",
  reason: "for ever, as Istio's samples have it today, in place of ten years",
};

const podsOfFlagger: Difference = {
  object: "Deployment catalog",
  path: "spec.replicas",
  reason: "left to Flagger, which keeps it at none between two releases",
};

/** Pods choose against a sidecar by a label today. */
const unmeshed = (name: string): Difference => ({
  object: `Deployment ${name}`,
  path: "spec.template.metadata.annotations",
  reason: "a label of this name: istiod's webhook selects by labels",
});

const issued = (name: string): Difference => ({
  object: `Secret ${name}`,
  path: "",
  reason:
    "cert-manager makes it from the Certificate of this name; those of the book have no subjectAltName, which clients refuse today",
});

/** A state of catalog's requests inside the mesh. */
const state = (
  namespace: string,
  file: string,
  look: string,
  asked = "everybody's items",
): Scenario =>
  chapter(5, `${file}.yaml, catalog inside the mesh`, {
    example: "coolstore-routing",
    namespace,
    look,
    facts: ["catalog-dest-rule.yaml"],
    asked: `${asked}, by ${namespace}`,
    ...(file === "catalog-vs-v2-mirror" && {
      differences: [
        {
          object: "VirtualService catalog",
          path: "spec.http[0].mirror",
          reason: "an element of mirrors, which takes several",
        },
      ],
    }),
  });

/** A setting of simple-web's proxy for simple-backend. */
const resilience = (
  file: string,
  namespace: string,
  look: string,
  asked: string,
  ...differences: Difference[]
): Scenario =>
  chapter(6, file, {
    example: "coolstore-resilience",
    namespace,
    look,
    asked,
    differences,
  });

const routeOf = (namespace: string) =>
  `GET simple-backend.${namespace}.svc.cluster.local/, by ${namespace}`;

/** What readers of the book "Istio in Action" find, chapter by chapter. */
export default [
  ...(
    [
      ["webapp", "GET webapp.istioinaction.io/", "the shop's page, for its own host alone"],
      [
        "catalog",
        "GET catalog.istioinaction.svc.cluster.local/items",
        "the items, in two versions",
      ],
      [
        "forum",
        "GET forum.istioinaction.svc.cluster.local/api/users",
        "users at webapp's /api/users",
      ],
    ] as const
  ).map(([service, asked, look]) =>
    beside(
      `services/${service}/kubernetes`,
      Object.keys(bookFacts).filter(
        (file) => file.startsWith(`services/${service}/kubernetes/`) && !/fake-service/.test(file),
      ),
      { example: "coolstore", look, asked },
    ),
  ),
  beside(
    "services/webapp/istio/webapp-catalog-gw-vs.yaml",
    ["services/webapp/istio/webapp-catalog-gw-vs.yaml"],
    {
      example: "coolstore-observability",
      look: "webapp, which asks catalog, at the ingress gateway",
      asked: "GET webapp.istioinaction.io/",
    },
  ),
  beside("appendix A, httpbin.yaml", ["appendices/httpbin.yaml"], {
    example: "coolstore-extensions",
    look: "2/2 at the Pod of httpbin, whose Deployment has one container",
    asked: "httpbin's proxy runs both plug-ins",
  }),
  beside(
    "appendix A, demo-profile-without-gateways.yaml",
    ["appendices/demo-profile-without-gateways.yaml"],
    {
      example: "bookinfo-demo",
      look: "istiod with the preset demo, and no gateway of its own",
      asked: "GET anything/productpage",
    },
  ),
  beside(
    "appendix A, demo-profile-without-gateways-json.yaml",
    ["appendices/demo-profile-without-gateways-json.yaml"],
    {
      example: "coolstore-installation",
      look: "lines of JSON in the logs of the proxies",
      asked: "GET webapp.istioinaction.io/, by own",
      differences: installed("control-plane", [
        "spec.profile",
        "the other settings of demo are in the example bookinfo-demo",
      ]),
    },
  ),
  beside("appendix A, ingress-gateway.yaml", ["appendices/ingress-gateway.yaml"], {
    example: "coolstore-installation",
    look: "`kubectl -n istio-system get deployment ingressgateway -o yaml`: 100m and 160Mi requested",
    asked: "a connection to :80, by ingress",
    differences: installed("ingress-gateway", emptyProfile),
  }),
  chapter(2, "ingress-gateway.yaml", {
    example: "coolstore-gateway",
    namespace: "istioinaction",
    look: "webapp at every host name of the ingress gateway",
    asked: "GET anything.example.com/",
  }),
  chapter(2, "catalog-virtualservice.yaml", {
    example: "coolstore-gateway",
    namespace: "istioinaction",
    look: "a failed request is tried three times more",
    asked: "GET catalog.istioinaction.svc.cluster.local/",
  }),
  chapter(2, "catalog-destinationrule.yaml and catalog-virtualservice-all-v1.yaml", {
    example: "coolstore-gateway",
    namespace: "all-v1",
    look: "no answer of catalog has imageUrl",
    asked: "GET catalog.all-v1.svc.cluster.local/",
  }),
  chapter(2, "catalog-virtualservice-dark-v2.yaml", {
    example: "coolstore-gateway",
    namespace: "dark-v2",
    look: "imageUrl with the header x-dark-launch: v2, and never without",
    asked: "a request with x-dark-launch: v2",
  }),
  ...(
    [
      ["simple.yaml", "simple passes requests on to httpbin", "everything goes to httpbin"],
      ["simple_change_timeout.yaml", "simple-change-timeout waits a second", "504 for /delay/5"],
      ["simple_retry.yaml", "simple-retry tries three times more", "counters of retries"],
    ] as const
  ).map(([file, asked, look]) =>
    chapter(3, file, {
      example: "standalone-envoy-steps",
      look,
      asked,
      differences: [
        {
          object: "Envoy's file",
          path: "static_resources",
          reason:
            "names of its parts are ours, the router has the typed configuration that Envoy wants today, and the file is JSON",
        },
      ],
    }),
  ),
  chapter(4, "coolstore-gw.yaml and coolstore-vs.yaml", {
    example: "coolstore-tls",
    look: "webapp at port 80",
    asked: "plain text",
  }),
  chapter(4, "coolstore-gw-tls.yaml", {
    example: "coolstore-tls",
    look: "the certificate at port 443",
    asked: "over TLS",
    differences: [issued("webapp-credential")],
  }),
  chapter(4, "coolstore-gw-tls-redirect.yaml", {
    example: "coolstore-tls-redirect",
    look: "301 to https at port 80",
    asked: "plain text",
    differences: [issued("webapp-credential")],
  }),
  chapter(4, "coolstore-gw-mtls.yaml", {
    example: "coolstore-mtls",
    look: "a TLS alert for clients without a certificate",
    asked: "the gateway insists on a certificate of its client",
    differences: [issued("webapp-credential-mtls")],
  }),
  chapter(4, "coolstore-gw-multi-tls.yaml and catalog-vs.yaml", {
    example: "coolstore-multi-tls",
    look: "a certificate for each host at one port",
    asked: "the gateway has a certificate for each host",
    differences: [issued("webapp-credential"), issued("catalog-credential")],
  }),
  chapter(4, "gateway-tcp.yaml, echo-vs.yaml and echo.yaml", {
    example: "coolstore-tcp",
    look: "the echo at port 31400",
    asked: "a connection to :31400",
    differences: [
      {
        object: "Service tcp-echo-service",
        path: "spec.ports[0].name",
        reason: "tcp, so that Istio need not guess what is spoken",
        notCompared: true,
      },
    ],
  }),
  chapter(
    4,
    "sni/passthrough-sni-gateway-both.yaml, sni/passthrough-sni-vs-*.yaml and sni/simple-tls-service-*.yaml",
    {
      example: "coolstore-sni",
      look: "each server name's own certificate at port 31400",
      asked: "a connection to simple-sni-1.istioinaction.io:31400",
      differences: [
        issued("simple-sni-1.istioinaction.io"),
        issued("simple-sni-2.istioinaction.io"),
      ],
    },
  ),
  chapter(4, "sni/passthrough-sni-gateway.yaml", {
    example: "coolstore-sni",
    look: "the first of the two server names",
    asked: "a connection to simple-sni-1.istioinaction.io:31400",
    differences: [
      {
        object: "Gateway sni-passthrough-gateway",
        path: "spec.servers[0].port.name",
        reason: "tcp-sni-1, as in the step that adds the second server",
      },
    ],
  }),
  chapter(4, "control-plane-reduce-gw-config.yaml", {
    example: "coolstore-installation",
    look: "`istioctl proxy-config cluster` of the gateway has webapp alone",
    asked: "GET webapp.istioinaction.io/, by own",
    differences: installed("control-plane", [
      "spec.profile",
      "no profile: gateways are components of their own in any case",
    ]),
  }),
  chapter(4, "my-user-gateway.yaml", {
    example: "coolstore-installation",
    look: "the Pod my-user-gateway of the shop's own namespace",
    asked: "the shop's requests come in at its own gateway alone",
    differences: installed("my-user-gateway-install", emptyProfile, [
      "spec.values.gateways",
      "`replicas` of the gateway, which takes the place of autoscaling",
    ]),
  }),
  chapter(4, "ingress-gw-access-logging.yaml", {
    example: "coolstore-observability",
    look: "the log of the ingress gateway",
    asked: "GET webapp.istioinaction.io/",
    differences: [
      {
        object: "EnvoyFilter ingressgateway-access-logging",
        path: "",
        reason: "the Telemetry ingress-gateway: the kind for it today",
      },
    ],
  }),
  chapter(4, "my-user-gw-injection.yaml", {
    example: "coolstore-own-gateway",
    look: "one container, istio-proxy, that istiod wrote",
    asked: "GET webapp.istioinaction.io/",
  }),
  chapter(4, "enable-ingress-gw-access-logs.yaml", {
    example: "coolstore-observability",
    look: "the log of the ingress gateway",
    asked: "GET webapp.istioinaction.io/",
  }),
  chapter(5, "catalog-gateway.yaml and catalog-vs-v1.yaml", {
    example: "coolstore-catalog-v1",
    look: "no answer has imageUrl, while v2 runs",
    asked: "GET catalog.istioinaction.io/items",
  }),
  chapter(5, "catalog-vs-v2-request.yaml", {
    example: "coolstore-cohort",
    look: "imageUrl for x-istio-cohort: internal alone",
    asked: "a request of the cohort",
  }),
  state("catalog-v1", "catalog-vs-v1-mesh", "no answer has imageUrl"),
  state(
    "catalog-cohort",
    "catalog-vs-v2-request-mesh",
    "imageUrl for x-istio-cohort: internal alone",
    "the cohort's items",
  ),
  state("split-90-10", "catalog-vs-v2-10-90-mesh", "one answer in ten has imageUrl"),
  state("split-50-50", "catalog-vs-v2-50-50-mesh", "half of the answers have imageUrl"),
  state(
    "catalog-mirror",
    "catalog-vs-v2-mirror",
    "v2's log has requests for a host with -shadow, and no answer is of v2",
  ),
  chapter(5, "flagger/catalog-deployment-v2.yaml", {
    example: "flagger",
    config: { version: "v2" },
    look: "the weight of catalog-canary, which goes up by 10 every 45 seconds",
    asked: "what Flagger releases",
    differences: [
      podsOfFlagger,
      ...["metadata.labels.version", "spec.selector.matchLabels.version"].map((path) => ({
        object: "Deployment catalog",
        path,
        reason: "left out: a Deployment finds its Pods by the same labels for as long as it lives",
      })),
    ],
  }),
  chapter(5, "flagger/catalog-deployment-v1.yaml and flagger/catalog-release.yaml", {
    example: "flagger",
    look: "`kubectl get canaries -n istioinaction -w`, and a preview in the middle of it that changes nothing",
    asked: "what Flagger releases",
    differences: [podsOfFlagger],
  }),
  chapter(5, "webapp-catalog-gw-vs.yaml", {
    example: "coolstore-observability",
    look: "webapp, which asks catalog, at the ingress gateway",
    asked: "GET webapp.istioinaction.io/",
  }),
  chapter(5, "forum-serviceentry.yaml", {
    example: "coolstore-routing",
    namespace: "istioinaction",
    look: "users at webapp's /api/users, in a mesh that lets nobody else out",
    asked: "GET jsonplaceholder.typicode.com/users",
  }),
  resilience(
    "simple-backend-dr-rr.yaml",
    "round-robin",
    "each Pod in turn",
    "round-robin: each in turn",
  ),
  resilience("simple-backend-dr-random.yaml", "random", "any Pod", "random: whoever is drawn"),
  resilience(
    "simple-backend-dr-least-conn.yaml",
    "least-request",
    "few answers of the slow Pod",
    "least-request: the less busy of two",
    {
      object: "DestinationRule simple-backend-dr",
      path: "spec.trafficPolicy.loadBalancer.simple",
      reason: "LEAST_REQUEST, the current name of LEAST_CONN",
    },
  ),
  resilience(
    "simple-backend-dr-conn-limit.yaml",
    "connection-limit",
    "503 and x-envoy-overloaded",
    "connection-limit: one connection with one request, and one that waits",
  ),
  resilience(
    "simple-backend-dr-max-retries.yaml",
    "retry-limit",
    "tries under way at a time",
    "retry-limit: ten requests, three of them again",
  ),
  resilience(
    "simple-backend-dr-outlier.yaml",
    "outlier",
    "fewer and fewer 500",
    "outlier: not who failed, for 30s",
  ),
  resilience(
    "simple-backend-dr-outlier-5s.yaml",
    "outlier-5s",
    "a 500 every few seconds",
    "outlier-5s: not who failed, for 5s",
  ),
  resilience(
    "simple-backend-dr-outlier-locality.yaml and simple-service-locality.yaml",
    "locality",
    "seven answers of ten from the own zone",
    "locality: not who failed, wherever it is",
  ),
  resilience(
    "simple-service-locality-failure.yaml",
    "locality-failure",
    "answers of the other zone alone",
    "locality-failure: not who failed, so the other zone",
  ),
  resilience(
    "simple-backend-delayed.yaml and simple-backend-vs-timeout.yaml",
    "timeout",
    "504 after 0.5s",
    routeOf("timeout"),
  ),
  resilience(
    "simple-backend-periodic-failure-503.yaml and simple-service-disable-retry.yaml",
    "no-retries",
    "each failure is told",
    routeOf("no-retries"),
    {
      object: "VirtualService simple-web-vs-for-gateway",
      path: "",
      reason: "the gateway's own tries are in the namespace istioinaction",
    },
  ),
  resilience("simple-backend-enable-retry.yaml", "retries", "no 503", routeOf("retries")),
  resilience(
    "simple-backend-periodic-failure-500.yaml and simple-backend-vs-retry-500.yaml",
    "retries-5xx",
    "no 500",
    routeOf("retries-5xx"),
  ),
  resilience(
    "simple-backend-periodic-failure-408.yaml and simple-backend-vs-retry-on.yaml",
    "retries-codes",
    "no 408 where the patch of retriable codes is",
    routeOf("retries-codes"),
  ),
  resilience(
    "simple-backend-ef-*.yaml",
    "istioinaction",
    "the patched route and cluster in `istioctl proxy-config`",
    "istioinaction: tries under way are a fifth of all requests, or five",
  ),
  resilience(
    "simple-backend.yaml, simple-web.yaml, simple-web-stats-incl.yaml, simple-web-gateway.yaml and simple-web-gateway-retry.yaml",
    "istioinaction",
    "simple-web at the ingress gateway",
    "GET simple-web.istioinaction.io/",
  ),
  chapter(
    7,
    "webapp-catalog-gw-vs.yaml, metrics/v2/*.yaml, service-monitor-cp.yaml and pod-monitor-dp.yaml",
    {
      example: "coolstore-observability",
      look: "upstream_proxy_version among the tags of istio_requests_total",
      asked: "GET webapp.istioinaction.io/",
      differences: [
        {
          object: "Telemetry add-new-metric",
          path: "",
          reason:
            "a part of add-dimension-tags: a namespace takes one Telemetry without a selector (IST0160)",
        },
      ],
    },
  ),
  chapter(7, "webapp-deployment-stats-inclusion.yaml and metrics/webapp-*.yaml", {
    example: "coolstore-observability",
    look: "`curl localhost:15000/stats/prometheus` in webapp's Pod: the cluster of catalog, and the tags",
    asked: "webapp's proxy counts requests by the caller's version of Istio and its mesh",
  }),
  chapter(7, "metrics/istio-operator-*.yaml", {
    example: "coolstore-observability",
    look: "upstream_proxy_version among the tags of istio_requests_total",
    asked: "webapp's proxy counts requests by the caller's version of Istio and its mesh",
    differences: installed("", [
      "spec",
      "the Telemetry add-dimension-tags: the charts have no value `configOverride` any more, and metrics of one's own are made elsewhere",
    ]),
  }),
  chapter(7, "istio-cm.yaml", {
    example: "coolstore-observability",
    look: "`kubectl -n istio-system get configmap istio -o yaml`",
    asked: "GET webapp.istioinaction.io/",
    differences: [
      [
        "data.mesh.defaultConfig",
        "addresses that istiod fills in; traces are in coolstore-tracing",
      ],
      ["data.mesh.trustDomain", "left out: cluster.local is what istiod takes by itself"],
      ["data.meshNetworks", "left out: the mesh has one network"],
    ].map(([path = "", reason = ""]) => ({ object: "ConfigMap istio", path, reason })),
  }),
  ...(
    [
      ["webapp-deployment-zipkin-tag.yaml", "100", "the tag custom_tag of webapp's spans"],
      ["webapp-deployment-zipkin.yaml", "10", "a trace of one request in ten"],
    ] as const
  ).map(([file, sampling, look]) =>
    chapter(8, file, {
      example: "coolstore-tracing",
      config: { sampling },
      look,
      asked: "GET webapp.istioinaction.io/",
    }),
  ),
  chapter(8, "istio-custom-bootstrap.yaml and webapp-deployment-custom-boot.yaml", {
    example: "coolstore-tracing",
    config: { sampling: "10" },
    look: "`istioctl proxy-config bootstrap` of webapp's Pod has the other path for spans",
    asked: "GET webapp.istioinaction.io/",
  }),
  chapter(8, "install-istio-tracing-zipkin.yaml", {
    example: "coolstore-tracing",
    look: "a trace of each request",
    asked: "every request to webapp is traced",
    differences: installed("", [
      "spec.meshConfig.defaultConfig",
      "the provider zipkinlocal, and a Telemetry that all requests go to: the way for it today",
    ]),
  }),
  chapter(8, "tracing/v2/*.yaml", {
    example: "coolstore-tracing",
    look: "a trace of each request",
    asked: "every request to webapp is traced",
    differences: installed("", [
      "spec.meshConfig.defaultConfig",
      "left out: what istiod takes by itself, and no traces but by the provider",
    ]),
  }),
  chapter(8, "kiali.yaml", {
    example: "coolstore-tracing",
    look: "the graph of the shop in Kiali",
    asked: "GET webapp.istioinaction.io/",
  }),
  chapter(8, "tracing/thin-httpbin-virtualservice.yaml", {
    example: "coolstore-tracing",
    look: "x-b3-… among the headers that httpbin.org shows",
    asked: "GET httpbin.istioinaction.io/",
  }),
  chapter(9, "meshwide-strict-peer-authn.yaml and workload-permissive-peer-authn.yaml", {
    example: "coolstore-security",
    look: "webapp answers a Pod without a sidecar, catalog does not",
    asked: "plain text reaches webapp, and not catalog",
  }),
  chapter(9, "policy-deny-all-mesh.yaml", {
    example: "coolstore-security",
    look: "403 where no policy allows",
    asked: "a read without a rule",
  }),
  chapter(9, "policy-allow-all-mesh.yaml", {
    example: "coolstore-security",
    namespace: "allow-all",
    look: "everything passes in one namespace",
    asked: "a read of anybody",
    differences: [
      {
        object: "AuthorizationPolicy allow-all",
        path: "metadata.namespace",
        reason: "a namespace, not the whole mesh: beside deny-all it would let all in everywhere",
        notCompared: true,
      },
    ],
  }),
  chapter(9, "allow-catalog-requests-in-web-app.yaml", {
    example: "coolstore-security",
    look: "POST /api/catalog/items passes, POST /api/users does not",
    asked: "a change of catalog",
  }),
  chapter(9, "allow-unauthenticated-view-default-ns.yaml", {
    example: "coolstore-security",
    look: "GET passes for who has no identity",
    asked: "a look at webapp without an identity",
  }),
  chapter(9, "sleep.yaml and catalog-viewer-policy.yaml", {
    example: "coolstore-security",
    look: "webapp reads catalog, sleep does not",
    asked: "a read of webapp",
    differences: [sleeps],
  }),
  chapter(9, "custom-authorization-policy.yaml", {
    example: "coolstore-ext-authz",
    look: "403 without x-ext-authz: allow",
    asked: "webapp's proxy asks ext-authz, and shows it the header",
  }),
  chapter(9, "policy-allow-view-gw.yaml and enduser/*.yaml", {
    example: "coolstore-users",
    look: "403 without a token, 200 with one, POST for admins alone",
    asked: "a change by an admin",
    differences: [
      {
        object: "RequestAuthentication jwt-token-request-authn",
        path: "spec.jwtRules[0].jwks",
        reason: "a key of an example, not the book's",
      },
      {
        object: "AuthorizationPolicy app-gw-requires-jwt",
        path: "spec.rules[0].to[0].operation.ports",
        reason: "80: without a port the policy refuses connections of other protocols too",
        notCompared: true,
      },
    ],
  }),
  chapter(9, "headless/*.yaml", {
    example: "coolstore-headless",
    look: "X-Forwarded-Client-Cert of sleep",
    asked: "sleep's proxy speaks mutual TLS to the Pods",
    differences: [
      {
        object: "ServiceEntry httpbin-headless-se",
        path: "",
        reason: "istiod knows the Pods of headless Services by itself today",
      },
    ],
  }),
  chapter(
    10,
    "catalog-deployment-v2.yaml, catalog-gateway.yaml, catalog-destinationrule-v1-v2.yaml and catalog-virtualservice-subsets-*.yaml",
    {
      example: "coolstore-troubleshooting",
      look: "504 for answers that take longer than 0.5s",
      asked: "GET catalog.istioinaction.io/items",
    },
  ),
  chapter(10, "workload-accesslog.yaml", {
    example: "coolstore-troubleshooting",
    look: "the log of webapp's proxy",
    asked: "GET catalog.istioinaction.io/items",
    differences: [
      {
        object: "EnvoyFilter webapp-access-logging",
        path: "",
        reason: "a Telemetry of the same name: the kind for it today",
      },
    ],
  }),
  chapter(11, "catalog-*.yaml, sidecar-mesh-wide.yaml and istio-discovery-selector.yaml", {
    example: "coolstore-performance",
    look: "`istioctl proxy-config cluster` of a workload, which is short",
    asked: "what only the scope of the whole mesh holds for",
    differences: installed("", [
      "spec.profile",
      "the settings of demo are in the example bookinfo-demo",
    ]),
  }),
  chapter(11, "sidecar-namespace-wide.yaml", {
    example: "coolstore-performance",
    namespace: "silent",
    look: "nothing but the control plane is known",
    asked: "GET catalog.istioinaction.svc.cluster.local/, by silent",
  }),
  chapter(11, "sleep-dummy-workloads.yaml and sidecar-workload-specific.yaml", {
    example: "coolstore-performance",
    namespace: "istioinaction",
    look: "sleep knows catalog, and not webapp",
    asked: "GET webapp.istioinaction.svc.cluster.local/, by sleep",
    differences: [sleeps],
  }),
  chapter(12, "catalog*.yaml and webapp-gw-vs.yaml", {
    example: "coolstore-observability",
    look: "the shop of the first cluster, as in the chapters before",
    asked: "GET webapp.istioinaction.io/",
  }),
  chapter(12, "webapp-deployment-svc.yaml", {
    example: "coolstore-vm",
    look: "webapp calls forum in a namespace of its own",
    asked: "GET forum.forum-services/",
  }),
  ...["west", "east"].map((cluster) =>
    chapter(
      12,
      `controlplanes/cluster-${cluster}.yaml, gateways/cluster-${cluster}-eastwest-gateway.yaml, gateways/expose-services.yaml and locality-aware/${cluster}/*.yaml`,
      {
        example: "coolstore-two-clusters",
        config: { cluster },
        look: "answers of the other cluster when the own Pods fail",
        asked: "GET simple-backend.istioinaction.io/",
        differences: installed("istio-eastwestgateway", ...betweenNetworks),
      },
    ),
  ),
  chapter(12, "security/allow-only-ingress-policy.yaml", {
    example: "coolstore-two-clusters",
    look: "403 for all but the gateway",
    asked: "a request of the gateway",
    differences: [
      {
        object: "AuthorizationPolicy allow-only-ingress",
        path: "spec.rules[0].from[0].source.principals[0]",
        reason: "the account of the chart's gateway is called istio-ingressgateway",
      },
    ],
  }),
  chapter(13, "controlplane/cluster-in-west-network.yaml", {
    example: "coolstore-vm",
    look: "the network of the cluster, which is not that of the machine",
    asked: "webapp's proxy calls the machine",
  }),
  chapter(13, "controlplane/cluster-in-west-network-with-vm-features.yaml", {
    example: "coolstore-vm",
    look: "a WorkloadEntry appears once the machine's proxy is up",
    asked: "webapp's proxy calls the machine",
    differences: installed("istio-controlplane", [
      "spec.values.pilot.env",
      "texts, as variables of a container are",
    ]),
  }),
  chapter(13, "gateways/cluster-east-west-gw.yaml", {
    example: "coolstore-two-clusters",
    look: "the Service istio-eastwestgateway with port 15012",
    asked: "a connection to outbound_.80_._.simple-backend.istioinaction.svc.cluster.local:15443",
    differences: installed("istio-eastwestgateway", ...betweenNetworks),
  }),
  chapter(13, "strict-peer-auth.yaml, workloadgroup.yaml and forum-service.yaml", {
    example: "coolstore-vm",
    look: "the machine among the endpoints of forum",
    asked: "webapp's proxy calls the machine",
  }),
  chapter(13, "expose-services.yaml and expose-istiod.yaml", {
    example: "coolstore-vm",
    look: "istiod at port 15012 of the gateway between networks",
    asked: "a connection to istiod.istio-system.svc:15012",
    differences: [0, 1].map((server) => ({
      object: "Gateway istiod-gateway",
      path: `spec.servers[${server}].port.protocol`,
      reason: "TLS in capitals, as the API documents it",
    })),
  }),
  chapter(14, "rate-limit/*.yaml", {
    example: "coolstore-limits",
    look: "429 from the fourth request of a bronze customer on",
    asked: "catalog's proxy asks the service, and refuses what it cannot ask about",
    differences: [
      {
        object: "EnvoyFilter catalog-ratelimit-actions",
        path: "",
        reason: "RateLimit makes both filters, named after it, with string_match for exact_match",
      },
      ...["redis", "ratelimit"].map(unmeshed),
      {
        object: "ConfigMap catalog-ratelimit-config",
        path: "data",
        reason: "units in small letters, as RateLimit writes them; the service reads both",
      },
      {
        object: "EnvoyFilter catalog-ratelimit-filter",
        path: "metadata.name",
        reason: "catalog-ratelimit-global, named after the component",
      },
    ],
  }),
  chapter(
    14,
    "bucket-tester-service.yaml, httpbin.yaml, sleep.yaml, lua-filter.yaml and wasm/*.yaml",
    {
      example: "coolstore-extensions",
      look: "the header istioinaction of httpbin's answers",
      asked: "httpbin's proxy runs both plug-ins",
      differences: [
        {
          object: "EnvoyFilter httpbin-lua-extension",
          path: "spec.configPatches[0].patch.value.typed_config.inlineCode",
          reason: "default_source_code, the current field",
        },
        sleeps,
        unmeshed("opa"),
        {
          object: "Service opa",
          path: "spec.type",
          reason: "left out: nobody outside the cluster asks it",
        },
        ...["opa-wasm-filter", "opa-wasm-config"].map((name) => ({
          object: `EnvoyFilter ${name}`,
          path: "",
          reason: "the WasmPlugin opa-wasm-filter: the kind for it today",
        })),
      ],
    },
  ),
  chapter(14, "tap-envoy-filter.yaml", {
    example: "coolstore-extensions",
    look: "requests with x-app-tap: true at the admin port's /tap",
    asked: "requests to webapp may be listened to",
  }),
] satisfies Scenario[];

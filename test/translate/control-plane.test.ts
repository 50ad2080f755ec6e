import assert from "node:assert/strict";
import type { MeshConfig } from "../../components";
import { httpFilter, networkFilters, request } from "../support/envoy";
import { pod, service } from "../support/objects";
import { type Envoy, type ProxyConfig, ProxyKind, translate } from "../support/translate";
import { collector, host, sent } from "./mesh-config/world";

async function sidecar(meshConfig: MeshConfig): Promise<ProxyConfig> {
  const proxy = { name: "client", kind: ProxyKind.Sidecar, namespace: "shop" };
  const objects = [
    service("web", "shop"),
    pod("web-0", "shop", "10.0.0.1", { app: "web" }),
    service("collector", "observability", { port: 4317, portName: "grpc" }),
  ];
  const proxies = await translate({ objects, meshConfig: sent(meshConfig), proxies: [proxy] });
  return proxies.client as ProxyConfig;
}

const managers = (config: ProxyConfig): Envoy[] =>
  config.listeners
    .flatMap((one) => networkFilters(one))
    .filter(({ name }) => name === "envoy.filters.network.http_connection_manager")
    .map(({ typedConfig }) => typedConfig);

describe("[ControlPlane: translated] mesh settings", () => {
  it("accessLogFile writes a line for each request, and none when it is empty", async () => {
    const [manager] = managers(await sidecar({ accessLogFile: "/dev/stdout" }));
    assert.equal(manager.accessLog[0].typedConfig.path, "/dev/stdout");
    assert.equal(managers(await sidecar({ accessLogFile: "" }))[0].accessLog, undefined);
  });

  it("outboundTrafficPolicy refuses hosts that the mesh does not know, or lets them pass", async () => {
    const names = async (mode: string) => {
      const { routes } = await sidecar({ outboundTrafficPolicy: { mode } });
      const web = routes.find(({ name }) => name === "80");
      return web.virtualHosts.map(({ name }: { name: string }) => name);
    };
    assert.ok((await names("REGISTRY_ONLY")).includes("block_all"));
    assert.ok((await names("ALLOW_ANY")).includes("allow_any"));
  });

  it("defaultHttpRetryPolicy holds where a route has none, 0 included", async () => {
    const retries = async (attempts: number) =>
      request(await sidecar({ defaultHttpRetryPolicy: { attempts, retryOn: "5xx" } }), { host })
        ?.retries;
    assert.equal((await retries(5))?.numRetries, 5);
    assert.equal((await retries(5))?.retryOn, "5xx");
    assert.equal(await retries(0), undefined);
  });

  it("extensionProviders and defaultProviders send spans to a collector", async () => {
    const [manager] = managers(
      await sidecar({
        extensionProviders: [{ name: "otel", opentelemetry: { service: collector, port: 4317 } }],
        defaultProviders: { tracing: ["otel"] },
        defaultConfig: { tracing: { sampling: 42 } },
      }),
    );
    const { clusterName } = manager.tracing.provider.typedConfig.grpcService.envoyGrpc;
    assert.equal(clusterName, `outbound|4317||${collector}`);
    assert.equal(manager.tracing.randomSampling.value, 42);
  });

  it("of every type are fields that istiod knows", async () => {
    const everything: MeshConfig = {
      accessLogFile: "/dev/stdout",
      accessLogEncoding: "JSON",
      accessLogFormat: "{}",
      caCertificates: [{ spiffeBundleUrl: "https://example.org", trustDomains: ["example.org"] }],
      defaultConfig: {
        caCertificatesPem: [],
        concurrency: 0,
        discoveryAddress: "istiod.istio-system.svc:15012",
        drainDuration: "45s",
        envoyAccessLogService: { address: "als:1", tcpKeepalive: { probes: 1, interval: "1s" } },
        envoyMetricsService: { address: "ms:1", tlsSettings: { mode: "SIMPLE", sni: "a" } },
        extraStatTags: ["a"],
        fileFlushInterval: "1s",
        fileFlushMinSizeKb: 64,
        gatewayTopology: {
          numTrustedProxies: 1,
          forwardClientCertDetails: "SANITIZE",
          proxyProtocol: {},
        },
        holdApplicationUntilProxyStarts: true,
        image: { imageType: "distroless" },
        interceptionMode: "TPROXY",
        meshId: "mesh1",
        proxyAdminPort: 15000,
        proxyHeaders: {
          forwardedClientCert: "SANITIZE",
          requestId: { disabled: true },
          server: { value: "a" },
          attemptCount: { disabled: true },
          envoyDebugHeaders: { disabled: true },
          metadataExchangeHeaders: { mode: "IN_MESH" },
          preserveHttp1HeaderCase: true,
          xForwardedHost: { enabled: true },
          xForwardedPort: { enabled: true },
        },
        proxyMetadata: { ISTIO_META_DNS_CAPTURE: "true" },
        proxyStatsMatcher: {
          inclusionPrefixes: ["a"],
          inclusionSuffixes: ["b"],
          inclusionRegexps: ["c"],
        },
        runtimeValues: { a: "b" },
        statNameLength: 189,
        statsCompression: false,
        statsdUdpAddress: "statsd:8125",
        statusPort: 15020,
        terminationDrainDuration: "5s",
        tracing: {
          sampling: 1,
          maxPathTagLength: 256,
          customTags: {
            a: { literal: { value: "b" } },
            c: { environment: { name: "D", defaultValue: "e" } },
            f: { header: { name: "g" } },
          },
          enableIstioTags: false,
          tlsSettings: { mode: "DISABLE" },
          zipkin: { address: "zipkin:9411" },
        },
        tracingServiceName: "CANONICAL_NAME_ONLY",
      },
      defaultDestinationRuleExportTo: ["."],
      defaultServiceExportTo: ["*"],
      defaultVirtualServiceExportTo: ["*"],
      defaultTrafficPolicy: {
        connectionPool: {
          tcp: { maxConnectionDuration: "1h", idleTimeout: "1h", connectTimeout: "1s" },
          http: {
            http1MaxPendingRequests: 1,
            http2MaxRequests: 1,
            maxRequestsPerConnection: 1,
            maxRetries: 1,
            idleTimeout: "1s",
            maxConcurrentStreams: 1,
          },
        },
        outlierDetection: {
          consecutive5xxErrors: 1,
          consecutiveGatewayErrors: 1,
          interval: "1s",
          baseEjectionTime: "1s",
          maxEjectionPercent: 10,
          minHealthPercent: 10,
        },
      },
      disableEnvoyListenerLog: true,
      discoverySelectors: [
        {
          matchLabels: { a: "b" },
          matchExpressions: [{ key: "a", operator: "In", values: ["b"] }],
        },
        { matchExpressions: [{ key: "kubernetes.io/metadata.name", operator: "Exists" }] },
      ],
      dnsRefreshRate: "5s",
      enableEnvoyAccessLogService: true,
      enablePrometheusMerge: false,
      enableTracing: true,
      extensionProviders: [
        {
          name: "authz-http",
          envoyExtAuthzHttp: {
            service: host,
            port: 80,
            timeout: "1s",
            failOpen: true,
            statusOnError: "503",
            clearRouteCache: true,
            includeRequestBodyInCheck: { maxRequestBytes: 1, allowPartialMessage: true },
            pathPrefix: "/check",
            includeRequestHeadersInCheck: ["a"],
            includeAdditionalHeadersInCheck: { b: "c" },
            headersToUpstreamOnAllow: ["d"],
            headersToDownstreamOnAllow: ["e"],
            headersToDownstreamOnDeny: ["f"],
          },
        },
        { name: "authz-grpc", envoyExtAuthzGrpc: { service: host, port: 80 } },
        {
          name: "zipkin",
          zipkin: {
            service: host,
            port: 80,
            maxTagLength: 1,
            enable64bitTraceId: true,
            path: "/a",
            traceContextOption: "USE_B3",
            timeout: "1s",
            headers: [{ name: "a", value: "b" }],
          },
        },
        { name: "datadog", datadog: { service: host, port: 80 } },
        { name: "skywalking", skywalking: { service: host, port: 80, accessToken: "a" } },
        {
          name: "otel",
          opentelemetry: {
            service: host,
            port: 80,
            http: { path: "/v1/traces", timeout: "1s", headers: [{ name: "a", envName: "B" }] },
            resourceDetectors: { environment: {}, dynatrace: {} },
            serviceAttributeEnrichment: "OTEL_SEMANTIC_CONVENTIONS",
          },
        },
        {
          name: "otel-grpc",
          opentelemetry: {
            service: host,
            port: 80,
            grpc: { timeout: "1s", initialMetadata: [{ name: "a", value: "b" }] },
          },
        },
        { name: "prom", prometheus: {} },
        { name: "cloud", stackdriver: { maxTagLength: 1, logging: { labels: { a: "b" } } } },
        {
          name: "file",
          envoyFileAccessLog: {
            path: "/dev/stdout",
            logFormat: { labels: { a: "%PROTOCOL%" } },
            omitEmptyValues: true,
          },
        },
        {
          name: "als",
          envoyHttpAls: {
            service: host,
            port: 80,
            logName: "a",
            filterStateObjectsToLog: ["a"],
            additionalRequestHeadersToLog: ["a"],
            additionalResponseHeadersToLog: ["a"],
            additionalResponseTrailersToLog: ["a"],
          },
        },
        { name: "tcp-als", envoyTcpAls: { service: host, port: 80 } },
        { name: "otel-als", envoyOtelAls: { service: host, port: 80, logFormat: { text: "a" } } },
        { name: "sds", sds: { name: "certs", service: host, port: 80 } },
      ],
      hboneIdleTimeout: "1h",
      inboundClusterStatName: "a",
      outboundClusterStatName: "a",
      inboundTrafficPolicy: { mode: "LOCALHOST" },
      ingressClass: "istio",
      ingressControllerMode: "OFF",
      ingressSelector: "ingressgateway",
      ingressService: "istio-ingressgateway",
      localityLbSetting: {
        enabled: true,
        failover: [{ from: "a", to: "b" }],
        failoverPriority: ["topology.istio.io/network"],
      },
      meshMTLS: { minProtocolVersion: "TLSV1_3", cipherSuites: ["ECDHE-RSA-AES256-GCM-SHA384"] },
      tlsDefaults: { minProtocolVersion: "TLSV1_2", ecdhCurves: ["P-256"] },
      proxyHttpPort: 0,
      proxyInboundListenPort: 15006,
      rootNamespace: "istio-system",
      serviceScopeConfigs: [{ servicesSelector: { matchLabels: { a: "b" } }, scope: "GLOBAL" }],
      serviceSettings: [{ hosts: ["*.shop.svc.cluster.local"], settings: { clusterLocal: true } }],
      trustDomain: "example.org",
      trustDomainAliases: ["example.com"],
    };
    const config = await sidecar(everything);
    assert.ok(config.listeners.length > 0);
    assert.ok(httpFilter(config, "virtualInbound", "envoy.filters.http.router"));
  });
});

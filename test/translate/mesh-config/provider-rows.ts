import type { ExtensionProvider, MeshConfig } from "../../../components";
import { httpFilter, listener } from "../../support/envoy";
import type { Envoy } from "../../support/translate";
import type { Row } from "./row";
import { collector, inbound, istio, type Proxies } from "./world";

const to = { service: collector, port: 4317 };
const cluster = `outbound|4317||${collector}`;
const grpc = { envoyGrpc: { clusterName: cluster, authority: collector } };
const provider = (one: Omit<ExtensionProvider, "name">): MeshConfig => ({
  extensionProviders: [{ name: "p", ...one }],
});

/** What uses the provider. */
const asTracing: MeshConfig = { defaultProviders: { tracing: ["p"] } };
const asLog: MeshConfig = { defaultProviders: { accessLogging: ["p"] } };
const asMetrics: MeshConfig = { defaultProviders: { metrics: ["p"] } };
/** A provider and its use, which without it is refused. */
const usedBy = (use: MeshConfig, one: Omit<ExtensionProvider, "name">): MeshConfig => ({
  ...use,
  ...provider(one),
});
const asked = {
  more: [
    istio("security", "AuthorizationPolicy", "ask", "shop", {
      action: "CUSTOM",
      provider: { name: "p" },
      rules: [{}],
    }),
  ],
};

const plain = ({ "@type": _, ...config }: Envoy): Envoy => config;
const authorizer = ({ sidecar }: Proxies): Envoy => {
  const found = httpFilter(sidecar, "virtualInbound", "envoy.filters.http.ext_authz");
  if (found === undefined) {
    return undefined;
  }
  // How the filter knows which rules have asked for it is Istio's own.
  const { filterEnabledMetadata: _, ...config } = plain(found);
  return config;
};
const tracer = (proxies: Proxies): Envoy => {
  const { provider: found, maxPathTagLength } = inbound(proxies).tracing ?? {};
  return found && { maxPathTagLength, ...plain(found.typedConfig) };
};
const logger = (proxies: Proxies): Envoy => {
  const [found] = inbound(proxies).accessLog ?? [];
  return found && plain(found.typedConfig);
};
const exact = (name: string) => ({ patterns: [{ exact: name, ignoreCase: true }] });

const header = {
  appendAction: "OVERWRITE_IF_EXISTS_OR_ADD",
  header: { key: "a", value: "b" },
};
const detector = (name: string) => {
  const api = "type.googleapis.com/envoy.extensions.tracers.opentelemetry.resource_detectors.v3";
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}ResourceDetectorConfig`;
  return {
    name: `envoy.tracers.opentelemetry.resource_detectors.${name}`,
    typedConfig: { "@type": `${api}.${type}` },
  };
};

/** What both kinds of authorizers take, and how it shows. */
const extAuthz = {
  ...to,
  timeout: "1s",
  failOpen: true,
  statusOnError: "503",
  includeRequestBodyInCheck: { maxRequestBytes: 64, allowPartialMessage: true, packAsBytes: true },
};
const extAuthzShown = {
  failureModeAllow: true,
  statusOnError: { code: "ServiceUnavailable" },
  transportApiVersion: "V3",
  withRequestBody: { allowPartialMessage: true, maxRequestBytes: 64, packAsBytes: true },
};

/** Services that proxies use. */
export const providerRows: readonly Row[] = [
  {
    what: "envoyExtAuthzHttp is asked over HTTP",
    given: provider({
      envoyExtAuthzHttp: {
        ...extAuthz,
        pathPrefix: "/check",
        includeRequestHeadersInCheck: ["a"],
        includeAdditionalHeadersInCheck: { b: "c" },
        headersToUpstreamOnAllow: ["d"],
        headersToDownstreamOnAllow: ["e"],
        headersToDownstreamOnDeny: ["f"],
      },
    }),
    around: asked,
    see: authorizer,
    with: {
      allowedHeaders: exact("a"),
      httpService: {
        authorizationRequest: { headersToAdd: [{ key: "b", value: "c" }] },
        authorizationResponse: {
          allowedUpstreamHeaders: exact("d"),
          allowedClientHeadersOnSuccess: exact("e"),
          allowedClientHeaders: exact("f"),
        },
        pathPrefix: "/check",
        serverUri: { cluster, timeout: "1s", uri: `http://${collector}` },
      },
      ...extAuthzShown,
    },
    without: undefined,
  },
  {
    what: "envoyExtAuthzGrpc is asked over gRPC",
    given: provider({
      envoyExtAuthzGrpc: {
        ...extAuthz,
      },
    }),
    around: asked,
    see: authorizer,
    with: {
      grpcService: { ...grpc, timeout: "1s" },
      ...extAuthzShown,
    },
    without: undefined,
  },
  {
    what: "zipkin gets spans",
    given: usedBy(asTracing, {
      zipkin: {
        ...to,
        maxTagLength: 9,
        enable64bitTraceId: true,
        path: "/spans",
        traceContextOption: "USE_B3_WITH_W3C_PROPAGATION",
        timeout: "3s",
        headers: [{ name: "a", value: "b" }],
      },
    }),
    see: tracer,
    with: {
      maxPathTagLength: 9,
      collectorEndpointVersion: "HTTP_JSON",
      collectorService: {
        httpUri: { cluster, timeout: "3s", uri: `http://${collector}/spans` },
        requestHeadersToAdd: [header],
      },
      sharedSpanContext: false,
      traceContextOption: "USE_B3_WITH_W3C_PROPAGATION",
    },
    without: undefined,
  },
  {
    what: "zipkin.enable64bitTraceId makes numbers of spans shorter",
    given: provider({ zipkin: { ...to, enable64bitTraceId: true } }),
    beside: { ...asTracing, ...provider({ zipkin: to }) },
    see: (proxies) => tracer(proxies).traceId128bit,
    with: undefined,
    without: true,
  },
  {
    what: "datadog gets spans",
    given: usedBy(asTracing, { datadog: { ...to, maxTagLength: 9 } }),
    see: tracer,
    with: { maxPathTagLength: 9, collectorCluster: cluster, collectorHostname: collector },
    without: undefined,
  },
  {
    what: "skywalking gets spans",
    given: usedBy(asTracing, { skywalking: to }),
    see: tracer,
    with: { maxPathTagLength: undefined, grpcService: grpc },
    without: undefined,
  },
  {
    what: "opentelemetry gets spans over HTTP",
    given: usedBy(asTracing, {
      opentelemetry: {
        ...to,
        maxTagLength: 9,
        http: { path: "/v1/traces", timeout: "3s", headers: [{ name: "a", value: "b" }] },
        resourceDetectors: { environment: {}, dynatrace: {} },
      },
    }),
    see: tracer,
    with: {
      maxPathTagLength: 9,
      httpService: {
        httpUri: { cluster, timeout: "3s", uri: `${collector}/v1/traces` },
        requestHeadersToAdd: [header],
      },
      resourceDetectors: [detector("environment"), detector("dynatrace")],
    },
    without: undefined,
  },
  {
    what: "opentelemetry gets spans over gRPC, with attributes by OpenTelemetry's rules",
    given: usedBy(asTracing, {
      opentelemetry: {
        ...to,
        grpc: { timeout: "3s", initialMetadata: [{ name: "a", value: "b" }] },
        serviceAttributeEnrichment: "OTEL_SEMANTIC_CONVENTIONS",
      },
    }),
    see: tracer,
    with: {
      maxPathTagLength: undefined,
      grpcService: { ...grpc, timeout: "3s", initialMetadata: [{ key: "a", value: "b" }] },
      resourceDetectors: [detector("environment")],
      serviceName: "web-0",
    },
    without: undefined,
  },
  {
    what: "prometheus counts",
    given: usedBy(asMetrics, { prometheus: {} }),
    see: ({ sidecar }) => httpFilter(sidecar, "virtualInbound", "istio.stats")?.["@type"],
    with: "type.googleapis.com/stats.PluginConfig",
    without: undefined,
  },
  {
    what: "envoyFileAccessLog writes JSON",
    given: usedBy(asLog, {
      envoyFileAccessLog: {
        path: "/dev/stderr",
        logFormat: { labels: { protocol: "%PROTOCOL%" } },
        omitEmptyValues: true,
      },
    }),
    see: logger,
    with: {
      path: "/dev/stderr",
      logFormat: {
        jsonFormat: { protocol: "%PROTOCOL%" },
        jsonFormatOptions: {},
        omitEmptyValues: true,
      },
    },
    without: undefined,
  },
  {
    what: "envoyFileAccessLog writes text",
    given: usedBy(asLog, {
      envoyFileAccessLog: { path: "/log", logFormat: { text: "%PROTOCOL%" } },
    }),
    see: logger,
    with: { path: "/log", logFormat: { textFormatSource: { inlineString: "%PROTOCOL%\n" } } },
    without: undefined,
  },
  {
    what: "envoyHttpAls gets log entries of requests",
    given: usedBy(asLog, {
      envoyHttpAls: {
        ...to,
        logName: "requests",
        filterStateObjectsToLog: ["a"],
        additionalRequestHeadersToLog: ["b"],
        additionalResponseHeadersToLog: ["c"],
        additionalResponseTrailersToLog: ["d"],
      },
    }),
    see: logger,
    with: {
      additionalRequestHeadersToLog: ["b"],
      additionalResponseHeadersToLog: ["c"],
      additionalResponseTrailersToLog: ["d"],
      commonConfig: {
        filterStateObjectsToLog: ["a"],
        grpcService: grpc,
        logName: "requests",
        transportApiVersion: "V3",
      },
    },
    without: undefined,
  },
  {
    what: "envoyTcpAls gets log entries of connections",
    given: usedBy(asLog, {
      envoyTcpAls: { ...to, logName: "connections", filterStateObjectsToLog: ["a"] },
    }),
    see: logger,
    with: {
      commonConfig: {
        filterStateObjectsToLog: ["a"],
        grpcService: grpc,
        logName: "connections",
        transportApiVersion: "V3",
      },
    },
    without: undefined,
  },
  {
    what: "envoyOtelAls gets log entries",
    given: usedBy(asLog, {
      envoyOtelAls: {
        ...to,
        logName: "mesh",
        logFormat: { text: "%PROTOCOL%", labels: { a: "b" } },
      },
    }),
    see: (proxies) => {
      const found = logger(proxies);
      return (
        found && [
          found.commonConfig.logName,
          found.commonConfig.grpcService,
          found.body,
          found.attributes,
        ]
      );
    },
    with: [
      "mesh",
      grpc,
      { stringValue: "%PROTOCOL%" },
      { values: [{ key: "a", value: { stringValue: "b" } }] },
    ],
    without: undefined,
  },
  {
    what: "sds gives gateways the certificates that they name by sds://",
    given: provider({ sds: { name: "certificates", ...to } }),
    see: ({ gateway }) => {
      const { commonTlsContext } = listener(gateway, 443).filterChains[0].transportSocket
        .typedConfig;
      const [{ name, sdsConfig }] = commonTlsContext.tlsCertificateSdsSecretConfigs;
      return [name, sdsConfig.apiConfigSource?.grpcServices];
    },
    with: ["edge", [grpc]],
    without: ["kubernetes://edge", undefined],
  },
];

import type { TypeWords } from "../type-words";

export const extensionProviderWords: Readonly<Record<string, TypeWords>> = {
  ExtensionProvider: {
    text: "A service or sink that telemetry and authorization name. Set `name` and exactly one kind. @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider",
    fields: {
      name: "Name by which Telemetry, AuthorizationPolicy and `defaultProviders` use it.",
      envoyExtAuthzHttp: "External authorization over HTTP. @default - not used",
      envoyExtAuthzGrpc: "External authorization over gRPC. @default - not used",
      zipkin: "Spans to Zipkin. @default - not used",
      datadog: "Spans to Datadog. @default - not used",
      skywalking: "Spans to SkyWalking. @default - not used",
      opentelemetry:
        "Spans over OTLP, which Jaeger and OpenTelemetry collectors take. @default - not used",
      prometheus: "Metrics for Prometheus; it has no settings. @default - not used",
      stackdriver: "Telemetry to Google Cloud. @default - not used",
      envoyFileAccessLog: "Access logs to a file or stream. @default - not used",
      envoyHttpAls: "HTTP access logs to a gRPC service. @default - not used",
      envoyTcpAls: "TCP access logs to a gRPC service. @default - not used",
      envoyOtelAls: "Access logs over OTLP. @default - not used",
      sds: "Certificates from a gRPC service. @default - not used",
    },
  },
  ProviderService: {
    text: "Kinds of providers that are a service in the mesh's registry.",
    fields: {
      service:
        "Full name of the Service, or `namespace/name`; it has to be in the mesh's registry.",
      port: "Port of the Service.",
    },
  },
  ExtAuthzRequestBody: {
    text: "Part of a request's body that an authorization service sees.",
    fields: {
      maxRequestBytes: "Bytes to buffer at most.",
      allowPartialMessage:
        "Send what was buffered of a longer body, instead of refusing it. @default false",
      packAsBytes: "Send it as bytes and not as UTF-8; gRPC only. @default false",
    },
  },
  ExtAuthzProvider: {
    text: "External authorization over gRPC, and what HTTP has too.",
    base: "ProviderService",
    fields: {
      timeout: 'How long to wait for the answer, e.g. `"600s"`. @default "600s"',
      failOpen: "Let requests pass when the service fails. @default false",
      statusOnError: 'HTTP status when the service fails, e.g. `"503"`. @default "403"',
      clearRouteCache:
        "Choose the route anew after the answer, whose headers may decide it; istiod 1.31 does not read it. @default false",
      includeRequestBodyInCheck: "Part of the body to send along. @default - none",
    },
  },
  ExtAuthzHttpProvider: {
    text: "External authorization over HTTP.",
    base: "ExtAuthzProvider",
    fields: {
      pathPrefix: "Put in front of the request's path. @default - nothing",
      includeRequestHeadersInCheck:
        "Headers of the request to send; `*` at either end. @default - none",
      includeAdditionalHeadersInCheck: "Headers to add to the check. @default - none",
      headersToUpstreamOnAllow:
        "Headers of the answer to add to a request that may pass. @default - none",
      headersToDownstreamOnAllow:
        "Headers of the answer to give the client of a request that may pass. @default - none",
      headersToDownstreamOnDeny:
        "Headers of the answer to give the client of a refused request. @default - Istio's own",
    },
  },
  TracingProvider: {
    text: "A service that takes spans.",
    base: "ProviderService",
    fields: {
      maxTagLength: "Longest path in a span, in characters. @default 256",
    },
  },
  ProviderHeader: {
    text: "A header for the service. Set one of `value` and `envName`.",
    fields: {
      name: "Name of the header.",
      value: "Value of the header. @default - from `envName` @secret",
      envName: "Environment variable of the proxy that holds it. @default - from `value`",
    },
  },
  ZipkinProvider: {
    text: "Spans to Zipkin.",
    base: "TracingProvider",
    fields: {
      enable64bitTraceId: "Trace ids of 128 bit unless true. @default false",
      path: 'Path of the collector. @default "/api/v2/spans"',
      traceContextOption: '`"USE_B3"` or `"USE_B3_WITH_W3C_PROPAGATION"`. @default "USE_B3"',
      timeout: 'How long to wait for the collector, e.g. `"5s"`. @default "5s"',
      headers: "Headers for the collector. @default - none",
    },
  },
  SkyWalkingProvider: {
    text: "Spans to SkyWalking.",
    base: "ProviderService",
    fields: {
      accessToken: "Token for the collector; istiod 1.31 does not read it. @default - none @secret",
    },
  },
  OtlpHttp: {
    text: "OTLP over HTTP.",
    fields: {
      path: 'Path of the collector, e.g. `"/v1/traces"`.',
      timeout: 'How long to wait for it, e.g. `"3s"`. @default - Envoy\'s own',
      headers: "Headers for it. @default - none",
    },
  },
  OtlpGrpc: {
    text: "OTLP over gRPC.",
    fields: {
      timeout: 'How long to wait for the collector, e.g. `"3s"`. @default - Envoy\'s own',
      initialMetadata: "Metadata for it. @default - none",
    },
  },
  ResourceDetector: {
    text: "Something that is switched on by being there.",
    fields: {},
  },
  ResourceDetectors: {
    text: "Sources of a span's resource attributes.",
    fields: {
      environment: "`{}` reads `OTEL_RESOURCE_ATTRIBUTES`. @default - it does not",
      dynatrace: "`{}` reads Dynatrace's files. @default - it does not",
    },
  },
  OpenTelemetryProvider: {
    text: "Spans over OTLP.",
    base: "TracingProvider",
    fields: {
      http: "Send them by HTTP instead of gRPC. @default - gRPC",
      grpc: "Settings of gRPC. @default - Envoy's own",
      resourceDetectors: "Sources of resource attributes. @default - none",
      serviceAttributeEnrichment:
        'Names of services: `"ISTIO_CANONICAL"` or `"OTEL_SEMANTIC_CONVENTIONS"`. @default "ISTIO_CANONICAL"',
    },
  },
  PrometheusProvider: {
    text: "Metrics for Prometheus; it has no settings.",
    fields: {},
  },
  StackdriverLogging: {
    text: "Labels of log entries in Google Cloud.",
    fields: {
      labels: "Expressions (CEL) by label. @default - none",
    },
  },
  StackdriverProvider: {
    text: "Telemetry to Google Cloud.",
    fields: {
      maxTagLength: "Longest path in a span, in characters. @default 256",
      logging: "What is logged. @default - Istio's own",
    },
  },
  AccessLogFormat: {
    text: "How an entry looks. Set one.",
    fields: {
      text: "A line with Envoy's `%COMMANDS%`. @default - not used",
      labels: "A structure whose texts hold them. @default - not used",
    },
  },
  FileAccessLogProvider: {
    text: "Access logs to a file or stream.",
    fields: {
      path: 'The file, e.g. `"/dev/stdout"`.',
      logFormat: "How a line looks. @default - Istio's own format",
      omitEmptyValues: "Leave out values that are missing, instead of `-`. @default false",
    },
  },
  AccessLogServiceProvider: {
    text: "Access logs to a gRPC service.",
    base: "ProviderService",
    fields: {
      logName: "Name of the log. @default - Istio's own",
      filterStateObjectsToLog: "Filter states to send along. @default - none",
    },
  },
  HttpAccessLogServiceProvider: {
    text: "HTTP access logs to a gRPC service.",
    base: "AccessLogServiceProvider",
    fields: {
      additionalRequestHeadersToLog: "Headers of requests to send along. @default - none",
      additionalResponseHeadersToLog: "Headers of answers to send along. @default - none",
      additionalResponseTrailersToLog: "Trailers of answers to send along. @default - none",
    },
  },
  OpenTelemetryLogProvider: {
    text: "Access logs over OTLP.",
    base: "ProviderService",
    fields: {
      logName: "Name of the log. @default - Istio's own",
      logFormat: "How an entry looks. @default - Istio's own format",
    },
  },
  SdsProvider: {
    text: "Certificates from a gRPC service.",
    base: "ProviderService",
    fields: {
      name: "Name of the provider in credential names: `sds://NAME`.",
    },
  },
};

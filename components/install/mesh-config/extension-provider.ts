import type * as pulumi from "@pulumi/pulumi";

/**
 * A service or sink that telemetry and authorization name. Set `name` and exactly one kind.
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider
 */
export interface ExtensionProvider {
  /** Name by which Telemetry, AuthorizationPolicy and `defaultProviders` use it. */
  name: pulumi.Input<string>;
  /** External authorization over HTTP. @default - not used */
  envoyExtAuthzHttp?: ExtAuthzHttpProvider;
  /** External authorization over gRPC. @default - not used */
  envoyExtAuthzGrpc?: ExtAuthzProvider;
  /** Spans to Zipkin. @default - not used */
  zipkin?: ZipkinProvider;
  /** Spans to Datadog. @default - not used */
  datadog?: TracingProvider;
  /** Spans to SkyWalking. @default - not used */
  skywalking?: SkyWalkingProvider;
  /** Spans over OTLP, which Jaeger and OpenTelemetry collectors take. @default - not used */
  opentelemetry?: OpenTelemetryProvider;
  /** Metrics for Prometheus; it has no settings. @default - not used */
  prometheus?: PrometheusProvider;
  /** Telemetry to Google Cloud. @default - not used */
  stackdriver?: StackdriverProvider;
  /** Access logs to a file or stream. @default - not used */
  envoyFileAccessLog?: FileAccessLogProvider;
  /** HTTP access logs to a gRPC service. @default - not used */
  envoyHttpAls?: HttpAccessLogServiceProvider;
  /** TCP access logs to a gRPC service. @default - not used */
  envoyTcpAls?: AccessLogServiceProvider;
  /** Access logs over OTLP. @default - not used */
  envoyOtelAls?: OpenTelemetryLogProvider;
  /** Certificates from a gRPC service. @default - not used */
  sds?: SdsProvider;
}

/** Kinds of providers that are a service in the mesh's registry. */
export interface ProviderService {
  /** Full name of the Service, or `namespace/name`; it has to be in the mesh's registry. */
  service: pulumi.Input<string>;
  /** Port of the Service. */
  port: pulumi.Input<number>;
}

/** Part of a request's body that an authorization service sees. */
export interface ExtAuthzRequestBody {
  /** Bytes to buffer at most. */
  maxRequestBytes: pulumi.Input<number>;
  /** Send what was buffered of a longer body, instead of refusing it. @default false */
  allowPartialMessage?: pulumi.Input<boolean>;
  /** Send it as bytes and not as UTF-8; gRPC only. @default false */
  packAsBytes?: pulumi.Input<boolean>;
}

/** External authorization over gRPC, and what HTTP has too. */
export interface ExtAuthzProvider extends ProviderService {
  /** How long to wait for the answer, e.g. `"600s"`. @default "600s" */
  timeout?: pulumi.Input<string>;
  /** Let requests pass when the service fails. @default false */
  failOpen?: pulumi.Input<boolean>;
  /** HTTP status when the service fails, e.g. `"503"`. @default "403" */
  statusOnError?: pulumi.Input<string>;
  /** Choose the route anew after the answer, whose headers may decide it; istiod 1.31 does not read it. @default false */
  clearRouteCache?: pulumi.Input<boolean>;
  /** Part of the body to send along. @default - none */
  includeRequestBodyInCheck?: ExtAuthzRequestBody;
}

/** External authorization over HTTP. */
export interface ExtAuthzHttpProvider extends ExtAuthzProvider {
  /** Put in front of the request's path. @default - nothing */
  pathPrefix?: pulumi.Input<string>;
  /** Headers of the request to send; `*` at either end. @default - none */
  includeRequestHeadersInCheck?: pulumi.Input<string>[];
  /** Headers to add to the check. @default - none */
  includeAdditionalHeadersInCheck?: { [header: string]: pulumi.Input<string> };
  /** Headers of the answer to add to a request that may pass. @default - none */
  headersToUpstreamOnAllow?: pulumi.Input<string>[];
  /** Headers of the answer to give the client of a request that may pass. @default - none */
  headersToDownstreamOnAllow?: pulumi.Input<string>[];
  /** Headers of the answer to give the client of a refused request. @default - Istio's own */
  headersToDownstreamOnDeny?: pulumi.Input<string>[];
}

/** A service that takes spans. */
export interface TracingProvider extends ProviderService {
  /** Longest path in a span, in characters. @default 256 */
  maxTagLength?: pulumi.Input<number>;
}

/** A header for the service. Set one of `value` and `envName`. */
export interface ProviderHeader {
  /** Name of the header. */
  name: pulumi.Input<string>;
  /** Value of the header. @default - from `envName` */
  value?: pulumi.Input<string>;
  /** Environment variable of the proxy that holds it. @default - from `value` */
  envName?: pulumi.Input<string>;
}

/** Spans to Zipkin. */
export interface ZipkinProvider extends TracingProvider {
  /** Trace ids of 128 bit unless true. @default false */
  enable64bitTraceId?: pulumi.Input<boolean>;
  /** Path of the collector. @default "/api/v2/spans" */
  path?: pulumi.Input<string>;
  /** `"USE_B3"` or `"USE_B3_WITH_W3C_PROPAGATION"`. @default "USE_B3" */
  traceContextOption?: pulumi.Input<string>;
  /** How long to wait for the collector, e.g. `"5s"`. @default "5s" */
  timeout?: pulumi.Input<string>;
  /** Headers for the collector. @default - none */
  headers?: ProviderHeader[];
}

/** Spans to SkyWalking. */
export interface SkyWalkingProvider extends ProviderService {
  /** Token for the collector; istiod 1.31 does not read it. @default - none */
  accessToken?: pulumi.Input<string>;
}

/** OTLP over HTTP. */
export interface OtlpHttp {
  /** Path of the collector, e.g. `"/v1/traces"`. */
  path: pulumi.Input<string>;
  /** How long to wait for it, e.g. `"3s"`. @default - Envoy's own */
  timeout?: pulumi.Input<string>;
  /** Headers for it. @default - none */
  headers?: ProviderHeader[];
}

/** OTLP over gRPC. */
export interface OtlpGrpc {
  /** How long to wait for the collector, e.g. `"3s"`. @default - Envoy's own */
  timeout?: pulumi.Input<string>;
  /** Metadata for it. @default - none */
  initialMetadata?: ProviderHeader[];
}

/** Something that is switched on by being there. */
// biome-ignore lint/suspicious/noEmptyInterface: presence is the setting
export interface ResourceDetector {}

/** Sources of a span's resource attributes. */
export interface ResourceDetectors {
  /** `{}` reads `OTEL_RESOURCE_ATTRIBUTES`. @default - it does not */
  environment?: ResourceDetector;
  /** `{}` reads Dynatrace's files. @default - it does not */
  dynatrace?: ResourceDetector;
}

/** Spans over OTLP. */
export interface OpenTelemetryProvider extends TracingProvider {
  /** Send them by HTTP instead of gRPC. @default - gRPC */
  http?: OtlpHttp;
  /** Settings of gRPC. @default - Envoy's own */
  grpc?: OtlpGrpc;
  /** Sources of resource attributes. @default - none */
  resourceDetectors?: ResourceDetectors;
  /** Names of services: `"ISTIO_CANONICAL"` or `"OTEL_SEMANTIC_CONVENTIONS"`. @default "ISTIO_CANONICAL" */
  serviceAttributeEnrichment?: pulumi.Input<string>;
}

/** Metrics for Prometheus; it has no settings. */
// biome-ignore lint/suspicious/noEmptyInterface: presence is the setting
export interface PrometheusProvider {}

/** Labels of log entries in Google Cloud. */
export interface StackdriverLogging {
  /** Expressions (CEL) by label. @default - none */
  labels?: { [label: string]: pulumi.Input<string> };
}

/** Telemetry to Google Cloud. */
export interface StackdriverProvider {
  /** Longest path in a span, in characters. @default 256 */
  maxTagLength?: pulumi.Input<number>;
  /** What is logged. @default - Istio's own */
  logging?: StackdriverLogging;
}

/** How an entry looks. Set one. */
export interface AccessLogFormat {
  /** A line with Envoy's `%COMMANDS%`. @default - not used */
  text?: pulumi.Input<string>;
  /** A structure whose texts hold them. @default - not used */
  // biome-ignore lint/suspicious/noExplicitAny: its structure is the user's choice
  labels?: { [label: string]: any };
}

/** Access logs to a file or stream. */
export interface FileAccessLogProvider {
  /** The file, e.g. `"/dev/stdout"`. */
  path: pulumi.Input<string>;
  /** How a line looks. @default - Istio's own format */
  logFormat?: AccessLogFormat;
  /** Leave out values that are missing, instead of `-`. @default false */
  omitEmptyValues?: pulumi.Input<boolean>;
}

/** Access logs to a gRPC service. */
export interface AccessLogServiceProvider extends ProviderService {
  /** Name of the log. @default - Istio's own */
  logName?: pulumi.Input<string>;
  /** Filter states to send along. @default - none */
  filterStateObjectsToLog?: pulumi.Input<string>[];
}

/** HTTP access logs to a gRPC service. */
export interface HttpAccessLogServiceProvider extends AccessLogServiceProvider {
  /** Headers of requests to send along. @default - none */
  additionalRequestHeadersToLog?: pulumi.Input<string>[];
  /** Headers of answers to send along. @default - none */
  additionalResponseHeadersToLog?: pulumi.Input<string>[];
  /** Trailers of answers to send along. @default - none */
  additionalResponseTrailersToLog?: pulumi.Input<string>[];
}

/** Access logs over OTLP. */
export interface OpenTelemetryLogProvider extends ProviderService {
  /** Name of the log. @default - Istio's own */
  logName?: pulumi.Input<string>;
  /** How an entry looks. @default - Istio's own format */
  logFormat?: AccessLogFormat;
}

/** Certificates from a gRPC service. */
export interface SdsProvider extends ProviderService {
  /** Name of the provider in credential names: `sds://NAME`. */
  name: pulumi.Input<string>;
}

import type {
  AccessLogFormat,
  AccessLogServiceProvider,
  ExtAuthzHttpProvider,
  ExtAuthzProvider,
  ExtAuthzRequestBody,
  ExtensionProvider,
  FileAccessLogProvider,
  HttpAccessLogServiceProvider,
  OpenTelemetryLogProvider,
  OpenTelemetryProvider,
  OtlpGrpc,
  OtlpHttp,
  ProviderService,
  ResourceDetectors,
  SdsProvider,
  SkyWalkingProvider,
  StackdriverLogging,
  StackdriverProvider,
  TracingProvider,
  ZipkinProvider,
} from "./extension-provider";
import { count, flag, portNumber, text, time, words } from "./field-tests";
import type { FieldsOf } from "./shape";

const service: FieldsOf<ProviderService> = { service: text, port: portNumber };

const body: FieldsOf<ExtAuthzRequestBody> = {
  maxRequestBytes: count,
  allowPartialMessage: flag,
  packAsBytes: flag,
};

const authorization: FieldsOf<ExtAuthzProvider> = {
  ...service,
  timeout: time,
  failOpen: flag,
  statusOnError: text,
  clearRouteCache: flag,
  includeRequestBodyInCheck: body,
};

const httpAuthorization: FieldsOf<ExtAuthzHttpProvider> = {
  ...authorization,
  pathPrefix: text,
  includeRequestHeadersInCheck: "any",
  includeAdditionalHeadersInCheck: "any",
  headersToUpstreamOnAllow: "any",
  headersToDownstreamOnAllow: "any",
  headersToDownstreamOnDeny: "any",
};

const spans: FieldsOf<TracingProvider> = { ...service, maxTagLength: count };

const zipkin: FieldsOf<ZipkinProvider> = {
  ...spans,
  enable64bitTraceId: flag,
  path: text,
  traceContextOption: words("USE_B3", "USE_B3_WITH_W3C_PROPAGATION"),
  timeout: time,
  headers: "any",
};

const skywalking: FieldsOf<SkyWalkingProvider> = { ...service, accessToken: text };

const http: FieldsOf<OtlpHttp> = { path: text, timeout: time, headers: "any" };
const grpc: FieldsOf<OtlpGrpc> = { timeout: time, initialMetadata: "any" };
const detectors: FieldsOf<ResourceDetectors> = { environment: {}, dynatrace: {} };

const opentelemetry: FieldsOf<OpenTelemetryProvider> = {
  ...spans,
  http,
  grpc,
  resourceDetectors: detectors,
  serviceAttributeEnrichment: words("ISTIO_CANONICAL", "OTEL_SEMANTIC_CONVENTIONS"),
};

const logging: FieldsOf<StackdriverLogging> = { labels: "any" };
const stackdriver: FieldsOf<StackdriverProvider> = { maxTagLength: count, logging };

const format: FieldsOf<AccessLogFormat> = { text, labels: "any" };
const file: FieldsOf<FileAccessLogProvider> = {
  path: text,
  logFormat: format,
  omitEmptyValues: flag,
};
const tcpLogs: FieldsOf<AccessLogServiceProvider> = {
  ...service,
  logName: text,
  filterStateObjectsToLog: "any",
};
const httpLogs: FieldsOf<HttpAccessLogServiceProvider> = {
  ...tcpLogs,
  additionalRequestHeadersToLog: "any",
  additionalResponseHeadersToLog: "any",
  additionalResponseTrailersToLog: "any",
};
const otelLogs: FieldsOf<OpenTelemetryLogProvider> = {
  ...service,
  logName: text,
  logFormat: format,
};
const sds: FieldsOf<SdsProvider> = { ...service, name: text };

export const extensionProviderFields: FieldsOf<ExtensionProvider> = {
  name: text,
  envoyExtAuthzHttp: httpAuthorization,
  envoyExtAuthzGrpc: authorization,
  zipkin,
  datadog: spans,
  skywalking,
  opentelemetry,
  prometheus: {},
  stackdriver,
  envoyFileAccessLog: file,
  envoyHttpAls: httpLogs,
  envoyTcpAls: tcpLogs,
  envoyOtelAls: otelLogs,
  sds,
};

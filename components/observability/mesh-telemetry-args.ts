import type * as pulumi from "@pulumi/pulumi";
import type { PolicyArgs } from "../policies/policy-args";

/**
 * Metrics that every proxy has.
 * @see https://istio.io/latest/docs/reference/config/metrics/
 */
export const StandardMetric = {
  /** Every metric of this list. */
  All: "ALL_METRICS",
  /** Requests: `istio_requests_total`. */
  RequestCount: "REQUEST_COUNT",
  /** Time until the answer: `istio_request_duration_milliseconds`. */
  RequestDuration: "REQUEST_DURATION",
  /** Bytes of request bodies: `istio_request_bytes`. */
  RequestSize: "REQUEST_SIZE",
  /** Bytes of response bodies: `istio_response_bytes`. */
  ResponseSize: "RESPONSE_SIZE",
  /** Connections opened: `istio_tcp_connections_opened_total`. */
  TcpOpenedConnections: "TCP_OPENED_CONNECTIONS",
  /** Connections closed: `istio_tcp_connections_closed_total`. */
  TcpClosedConnections: "TCP_CLOSED_CONNECTIONS",
  /** Bytes sent: `istio_tcp_sent_bytes_total`. */
  TcpSentBytes: "TCP_SENT_BYTES",
  /** Bytes received: `istio_tcp_received_bytes_total`. */
  TcpReceivedBytes: "TCP_RECEIVED_BYTES",
  /** Messages in gRPC requests: `istio_request_messages_total`. */
  GrpcRequestMessages: "GRPC_REQUEST_MESSAGES",
  /** Messages in gRPC responses: `istio_response_messages_total`. */
  GrpcResponseMessages: "GRPC_RESPONSE_MESSAGES",
} as const;
export type StandardMetric = (typeof StandardMetric)[keyof typeof StandardMetric];

/** Which end of a request reports it. */
export const TelemetryMode = {
  /** Both ends, each for itself. */
  ClientAndServer: "CLIENT_AND_SERVER",
  /** The caller's proxy: a sidecar's outgoing traffic, a gateway's all. */
  Client: "CLIENT",
  /** The called workload's proxy: a sidecar's incoming traffic. */
  Server: "SERVER",
} as const;
export type TelemetryMode = (typeof TelemetryMode)[keyof typeof TelemetryMode];

/** Lines that proxies write about requests and connections. */
export interface AccessLogRule {
  /**
   * Names of providers that get the lines; `envoy` writes to the proxy's standard output and is
   * always there.
   * @default - the mesh config's `defaultProviders.accessLogging`
   */
  providers?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Condition in CEL under which a line is written, e.g. `response.code >= 400`.
   * @default - always
   * @see https://istio.io/latest/docs/tasks/observability/logs/telemetry-api/
   * @narrows
   */
  filter?: pulumi.Input<string>;
  /** Whether no lines are written, where a wider rule has them written. @default false */
  disabled?: pulumi.Input<boolean>;
  /** End that writes: `"CLIENT_AND_SERVER"`, `"CLIENT"` or `"SERVER"`. @default - both */
  mode?: pulumi.Input<TelemetryMode>;
}

/** One more tag of every span. Set exactly one of `literal`, `header`, `environment`, `formatter`. */
export interface TracingTag {
  /** Name of the tag. */
  tag: string;
  /** The value itself. @default - not used */
  literal?: pulumi.Input<string>;
  /** Request header that holds the value. @default - not used */
  header?: pulumi.Input<string>;
  /** Environment variable of the proxy that holds the value. @default - not used */
  environment?: pulumi.Input<string>;
  /** Operators of Envoy's access log, e.g. `%REQUESTED_SERVER_NAME%`. @default - not used */
  formatter?: pulumi.Input<string>;
  /** Value where the header or variable is missing. @default - the span has no such tag then */
  defaultValue?: pulumi.Input<string>;
}

/**
 * Spans that proxies report.
 * @see https://istio.io/latest/docs/tasks/observability/distributed-tracing/telemetry-api/
 */
export interface TracingRule {
  /**
   * Name of the provider that gets the spans, one of the mesh config's `extensionProviders`.
   * @default - the mesh config's `defaultProviders.tracing`; without one no span is reported
   */
  provider?: pulumi.Input<string>;
  /**
   * Percent of the requests that are traced, from 0 to 100, unless a caller decided already.
   * @default - the mesh config's, which is 1
   */
  randomSamplingPercentage?: pulumi.Input<number>;
  /** Whether no span is reported; what callers send is still passed on. @default false */
  disableSpanReporting?: pulumi.Input<boolean>;
  /** More tags of every span. @default - Istio's own tags only */
  customTags?: TracingTag[];
  /** Whether spans have Istio's own tags, such as the canonical service. @default true */
  enableIstioTags?: pulumi.Input<boolean>;
  /** End whose spans are meant: `"CLIENT_AND_SERVER"`, `"CLIENT"` or `"SERVER"`. @default - both */
  mode?: pulumi.Input<TelemetryMode>;
}

/** A tag of a metric that is set or taken away. Set either `value` or `remove`. */
export interface MetricTag {
  /** Name of the tag, e.g. `request_host`. */
  tag: string;
  /**
   * Expression in CEL for its value, e.g. `request.host`. Text needs quotes in it.
   * @default - not set
   */
  value?: pulumi.Input<string>;
  /** Whether the metric loses the tag, and with it the series that differ only there. @default false */
  remove?: boolean;
}

/** What is different about one metric. Set `metric`, `customMetric` or neither for all. */
export interface MetricOverride {
  /** One of Istio's metrics, e.g. `"REQUEST_COUNT"`. @default "ALL_METRICS" @narrows */
  metric?: StandardMetric;
  /** Name of another metric. @default - not used @narrows */
  customMetric?: pulumi.Input<string>;
  /** End that reports: `"CLIENT_AND_SERVER"`, `"CLIENT"` or `"SERVER"`. @default - both @narrows */
  mode?: pulumi.Input<TelemetryMode>;
  /** Whether it is not reported. @default false */
  disabled?: pulumi.Input<boolean>;
  /** Tags that are set or taken away. @default - none */
  tags?: MetricTag[];
}

/**
 * Metrics that proxies report.
 * @see https://istio.io/latest/docs/tasks/observability/metrics/telemetry-api/
 */
export interface MetricsRule {
  /**
   * Names of providers that get them; `prometheus` is always there.
   * @default - the mesh config's `defaultProviders.metrics`
   */
  providers?: pulumi.Input<pulumi.Input<string>[]>;
  /** What is different about single metrics; later ones win. @default - none */
  overrides?: MetricOverride[];
  /** Time between two reports of a TCP connection that stays open, e.g. `"15s"`. @default "5s" */
  reportingInterval?: pulumi.Input<string>;
}

/**
 * Set one of `accessLogging`, `tracing` and `metrics` at least. istiod joins what the mesh, the namespace
 * and the workload say, the narrower before the wider.
 */
export interface MeshTelemetryArgs extends PolicyArgs {
  /**
   * Lines that proxies write about requests and connections.
   * @default - as the wider rules and the mesh config have it
   * @formerly accessLogs
   */
  accessLogging?: AccessLogRule[];
  /**
   * Spans that proxies report of requests.
   * @default - as the wider rules and the mesh config have it
   */
  tracing?: TracingRule;
  /**
   * Metrics that proxies report of requests and connections.
   * @default - as the wider rules and the mesh config have it
   */
  metrics?: MetricsRule[];
  /**
   * Names that the mesh config declares under `extensionProviders`; every provider has to be one of
   * them, or one of Istio's own `envoy`, `prometheus` and
   * `stackdriver`.
   * @default - not checked
   */
  knownProviders?: string[];
  /**
   * Name of the Telemetry. A namespace takes only one without selector and targets (IST0160), which
   * is why all of them share a name; write `"mesh-default"` for one that Istio's pages call so.
   * @default - `"default"`, or the component's name when there is a selector or a target
   */
  name?: pulumi.Input<string>;
}

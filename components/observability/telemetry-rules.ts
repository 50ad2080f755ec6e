import type * as pulumi from "@pulumi/pulumi";
import type { StandardMetric } from "./standard-metric";
import type { TelemetryMode } from "./telemetry-mode";

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

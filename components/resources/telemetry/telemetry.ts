// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of Telemetry (telemetry.istio.io).
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetrySpec {
  /**
   * Access logs, by provider.
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  accessLogging?: TelemetryAccessLogging[];
  /**
   * Metrics: providers, and what is left out or changed.
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  metrics?: TelemetryMetric[];
  /**
   * Workloads that the settings are for, by label.
   * @default - all of the namespace
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  selector?: TelemetrySelector;
  /**
   * Single target, the older form of `targetRefs`; write `targetRefs` instead.
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  targetRef?: TelemetryTargetRef;
  /**
   * Gateways, Services or ServiceEntries that this is for, in place of a selector; waypoints heed nothing else.
   * Allowed: at most 16 entries.
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  targetRefs?: TelemetryTargetRef[];
  /**
   * Traces: providers and share of the requests.
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  tracing?: TelemetryTracing[];
}

/**
 * `spec.accessLogging` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetryAccessLogging {
  /**
   * Switches access logs off, for the named providers.
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  disabled?: pulumi.Input<boolean>;
  /**
   * Picks the requests and connections that are logged.
   * @default - all of them
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  filter?: TelemetryAccessLoggingFilter;
  /**
   * Narrows the settings to one direction of traffic.
   * @default - both directions
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  match?: TelemetryAccessLoggingMatch;
  /**
   * Where the logs go.
   * @default - default providers of the mesh
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  providers?: TelemetryAccessLoggingProvider[];
}

/**
 * `spec.metrics` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetryMetric {
  /**
   * Changes to metrics, applied in order on top of inherited ones: put general ones first.
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  overrides?: TelemetryMetricOverride[];
  /**
   * Where the metrics go.
   * @default - default providers of the mesh
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  providers?: TelemetryAccessLoggingProvider[];
  /**
   * Time between two reports of an open connection; only TCP metrics heed it.
   * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
   * @default - 5s
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  reportingInterval?: pulumi.Input<string>;
}

/**
 * `spec.selector` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetrySelector {
  /**
   * Labels that a pod or VM has to carry, all of them.
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  matchLabels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.targetRef` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetryTargetRef {
  /**
   * API group of the target; empty for core kinds such as Service.
   * Allowed: at most 253 characters.
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  group?: pulumi.Input<string>;
  /**
   * Kind of the target, e.g. `Gateway` or `Service`.
   * Allowed: 1 to 63 characters.
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  kind: pulumi.Input<string>;
  /**
   * Name of the target.
   * Allowed: 1 to 253 characters.
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  name: pulumi.Input<string>;
  /**
   * Has to stay empty: targets in another namespace are refused.
   * @default - namespace of this object
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  namespace?: pulumi.Input<string>;
}

/**
 * `spec.tracing` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetryTracing {
  /**
   * Further tags on spans, by tag name; replaces all inherited ones.
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  customTags?: { [key: string]: TelemetryTracingCustomTag };
  /**
   * Keeps trace headers out of forwarded requests; spans are still reported.
   * @default - false
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  disableContextPropagation?: pulumi.Input<boolean>;
  /**
   * Stops the reporting of spans; sampling and trace headers go on.
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  disableSpanReporting?: pulumi.Input<boolean>;
  /**
   * Whether spans carry Istio's own tags.
   * @default - true
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  enableIstioTags?: pulumi.Input<boolean>;
  /**
   * Narrows the settings to one direction of traffic.
   * @default - both directions
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  match?: TelemetryAccessLoggingMatch;
  /**
   * Where the spans go; only a single provider is supported.
   * @default - default provider of the mesh
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  providers?: TelemetryAccessLoggingProvider[];
  /**
   * Share of the requests that is traced, in percent.
   * Allowed: 0 to 100.
   * @default - the mesh's own
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  randomSamplingPercentage?: pulumi.Input<number>;
  /**
   * Whether Envoy samples by request ID; `false` keeps traces whole when IDs are foreign.
   * @default - true
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  useRequestIdForTraceSampling?: pulumi.Input<boolean>;
}

/**
 * `spec.accessLogging.filter` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetryAccessLoggingFilter {
  /**
   * CEL condition for writing a log line, e.g. `response.code >= 400`.
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  expression?: pulumi.Input<string>;
}

/**
 * `spec.accessLogging.match` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetryAccessLoggingMatch {
  /**
   * Direction of traffic: the workload as caller, as callee or both.
   * @default - CLIENT_AND_SERVER
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  mode?: pulumi.Input<"CLIENT_AND_SERVER" | "CLIENT" | "SERVER">;
}

/**
 * `spec.accessLogging.providers` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetryAccessLoggingProvider {
  /**
   * Name of a provider, as declared under `extensionProviders` of the mesh config.
   * Allowed: at least 1 characters.
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  name: pulumi.Input<string>;
}

/**
 * `spec.metrics.overrides` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetryMetricOverride {
  /**
   * Stops the matched metrics; an inherited `true` is undone only by an explicit `false`.
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  disabled?: pulumi.Input<boolean>;
  /**
   * Metrics and direction that the change is for.
   * @default - all metrics, both directions
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  match?: TelemetryMetricOverrideMatch;
  /**
   * Changes to the metric's tags, by tag name; not every provider can do it.
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  tagOverrides?: { [key: string]: TelemetryMetricOverrideTagOverride };
}

/**
 * `spec.tracing.customTags` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export type TelemetryTracingCustomTag =
  | {
      literal?: never;
      environment?: never;
      header?: never;
      formatter?: never;
    }
  | {
      /**
       * Tag with a fixed value.
       * @see https://istio.io/latest/docs/reference/config/telemetry/
       */
      literal: TelemetryTracingCustomTagFormatter;
      environment?: never;
      header?: never;
      formatter?: never;
    }
  | {
      literal?: never;
      /**
       * Tag whose value is an environment variable of the proxy.
       * @see https://istio.io/latest/docs/reference/config/telemetry/
       */
      environment: TelemetryTracingCustomTagEnvironment;
      header?: never;
      formatter?: never;
    }
  | {
      literal?: never;
      environment?: never;
      /**
       * Tag whose value is a request header.
       * @see https://istio.io/latest/docs/reference/config/telemetry/
       */
      header: TelemetryTracingCustomTagEnvironment;
      formatter?: never;
    }
  | {
      literal?: never;
      environment?: never;
      header?: never;
      /**
       * Tag whose value is composed as in an access log.
       * @see https://istio.io/latest/docs/reference/config/telemetry/
       */
      formatter: TelemetryTracingCustomTagFormatter;
    };

/**
 * `spec.metrics.overrides.match` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export type TelemetryMetricOverrideMatch = {
  /**
   * Direction of traffic: reported as caller, as callee or both.
   * @default - CLIENT_AND_SERVER
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  mode?: pulumi.Input<"CLIENT_AND_SERVER" | "CLIENT" | "SERVER">;
} & (
  | {
      metric?: never;
      customMetric?: never;
    }
  | {
      /**
       * Standard metric that is meant; `ALL_METRICS` stands for all of them.
       * @see https://istio.io/latest/docs/reference/config/telemetry/
       */
      metric: pulumi.Input<
        | "ALL_METRICS"
        | "REQUEST_COUNT"
        | "REQUEST_DURATION"
        | "REQUEST_SIZE"
        | "RESPONSE_SIZE"
        | "TCP_OPENED_CONNECTIONS"
        | "TCP_CLOSED_CONNECTIONS"
        | "TCP_SENT_BYTES"
        | "TCP_RECEIVED_BYTES"
        | "GRPC_REQUEST_MESSAGES"
        | "GRPC_RESPONSE_MESSAGES"
      >;
      customMetric?: never;
    }
  | {
      metric?: never;
      /**
       * Name of a metric that is not one of Istio's standard ones.
       * Allowed: at least 1 characters.
       * @see https://istio.io/latest/docs/reference/config/telemetry/
       */
      customMetric: pulumi.Input<string>;
    }
);

/**
 * `spec.metrics.overrides.tagOverrides` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetryMetricOverrideTagOverride {
  /**
   * Whether the tag is set or dropped.
   * @default - UPSERT
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  operation?: pulumi.Input<"UPSERT" | "REMOVE">;
  /**
   * CEL expression for the tag, e.g. `request.host`; needed with `UPSERT`, ignored otherwise.
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  value?: pulumi.Input<string>;
}

/**
 * `spec.tracing.customTags.environment` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetryTracingCustomTagEnvironment {
  /**
   * Value when the variable or header is missing.
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  defaultValue?: pulumi.Input<string>;
  /**
   * Name of the variable or header to read.
   * Allowed: at least 1 characters.
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  name: pulumi.Input<string>;
}

/**
 * `spec.tracing.customTags.formatter` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetryTracingCustomTagFormatter {
  /**
   * Value of the tag; a formatter takes access-log operators such as `%REQUESTED_SERVER_NAME%`.
   * Allowed: at least 1 characters.
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  value: pulumi.Input<string>;
}

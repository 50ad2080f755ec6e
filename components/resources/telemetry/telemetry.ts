// Written by scripts/schemas from the custom resource definitions; not to be edited.
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
  targetRef?: TelemetryTargetRef;
  /** Allowed: at most 16 entries. */
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
  disabled?: pulumi.Input<boolean>;
  filter?: TelemetryAccessLoggingFilter;
  match?: TelemetryAccessLoggingMatch;
  providers?: TelemetryAccessLoggingProvider[];
}

/**
 * `spec.metrics` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetryMetric {
  overrides?: TelemetryMetricOverride[];
  providers?: TelemetryAccessLoggingProvider[];
  /** Duration with its unit, e.g. `"1.5s"`, `"200ms"`. */
  reportingInterval?: pulumi.Input<string>;
}

/**
 * `spec.selector` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetrySelector {
  matchLabels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.targetRef` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetryTargetRef {
  /** Allowed: at most 253 characters. */
  group?: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  kind: pulumi.Input<string>;
  /** Allowed: 1 to 253 characters. */
  name: pulumi.Input<string>;
  namespace?: pulumi.Input<string>;
}

/**
 * `spec.tracing` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetryTracing {
  customTags?: { [key: string]: TelemetryTracingCustomTag };
  disableContextPropagation?: pulumi.Input<boolean>;
  disableSpanReporting?: pulumi.Input<boolean>;
  enableIstioTags?: pulumi.Input<boolean>;
  match?: TelemetryAccessLoggingMatch;
  providers?: TelemetryAccessLoggingProvider[];
  /**
   * Share of the requests that is traced, in percent.
   * Allowed: 0 to 100.
   * @default - the mesh's own
   * @see https://istio.io/latest/docs/reference/config/telemetry/
   */
  randomSamplingPercentage?: pulumi.Input<number>;
  useRequestIdForTraceSampling?: pulumi.Input<boolean>;
}

/**
 * `spec.accessLogging.filter` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetryAccessLoggingFilter {
  expression?: pulumi.Input<string>;
}

/**
 * `spec.accessLogging.match` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetryAccessLoggingMatch {
  mode?: pulumi.Input<"CLIENT_AND_SERVER" | "CLIENT" | "SERVER">;
}

/**
 * `spec.accessLogging.providers` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetryAccessLoggingProvider {
  /** Allowed: at least 1 characters. */
  name: pulumi.Input<string>;
}

/**
 * `spec.metrics.overrides` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetryMetricOverride {
  disabled?: pulumi.Input<boolean>;
  match?: TelemetryMetricOverrideMatch;
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
      literal: TelemetryTracingCustomTagFormatter;
      environment?: never;
      header?: never;
      formatter?: never;
    }
  | {
      literal?: never;
      environment: TelemetryTracingCustomTagEnvironment;
      header?: never;
      formatter?: never;
    }
  | {
      literal?: never;
      environment?: never;
      header: TelemetryTracingCustomTagEnvironment;
      formatter?: never;
    }
  | {
      literal?: never;
      environment?: never;
      header?: never;
      formatter: TelemetryTracingCustomTagFormatter;
    };

/**
 * `spec.metrics.overrides.match` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export type TelemetryMetricOverrideMatch = {
  mode?: pulumi.Input<"CLIENT_AND_SERVER" | "CLIENT" | "SERVER">;
} & (
  | {
      metric?: never;
      customMetric?: never;
    }
  | {
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
      /** Allowed: at least 1 characters. */
      customMetric: pulumi.Input<string>;
    }
);

/**
 * `spec.metrics.overrides.tagOverrides` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetryMetricOverrideTagOverride {
  operation?: pulumi.Input<"UPSERT" | "REMOVE">;
  value?: pulumi.Input<string>;
}

/**
 * `spec.tracing.customTags.environment` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetryTracingCustomTagEnvironment {
  defaultValue?: pulumi.Input<string>;
  /** Allowed: at least 1 characters. */
  name: pulumi.Input<string>;
}

/**
 * `spec.tracing.customTags.formatter` of Telemetry.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export interface TelemetryTracingCustomTagFormatter {
  /** Allowed: at least 1 characters. */
  value: pulumi.Input<string>;
}

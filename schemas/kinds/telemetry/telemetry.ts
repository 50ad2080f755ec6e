// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.

export interface TelemetrySpec {
  accessLogging?: TelemetryAccessLogging[];
  metrics?: TelemetryMetric[];
  selector?: TelemetrySelector;
  targetRef?: TelemetryTargetRef;
  targetRefs?: TelemetryTargetRef[];
  tracing?: TelemetryTracing[];
}

export interface TelemetryAccessLogging {
  disabled?: boolean;
  filter?: TelemetryAccessLoggingFilter;
  match?: TelemetryAccessLoggingMatch;
  providers?: TelemetryAccessLoggingProvider[];
}

export interface TelemetryMetric {
  overrides?: TelemetryMetricOverride[];
  providers?: TelemetryAccessLoggingProvider[];
  reportingInterval?: string;
}

export interface TelemetrySelector {
  matchLabels?: { [key: string]: string };
}

export interface TelemetryTargetRef {
  group?: string;
  kind: string;
  name: string;
  namespace?: string;
}

export interface TelemetryTracing {
  customTags?: { [key: string]: TelemetryTracingCustomTag };
  disableContextPropagation?: boolean;
  disableSpanReporting?: boolean;
  enableIstioTags?: boolean;
  match?: TelemetryAccessLoggingMatch;
  providers?: TelemetryAccessLoggingProvider[];
  randomSamplingPercentage?: number;
  useRequestIdForTraceSampling?: boolean;
}

export interface TelemetryAccessLoggingFilter {
  expression?: string;
}

export interface TelemetryAccessLoggingMatch {
  mode?: "CLIENT_AND_SERVER" | "CLIENT" | "SERVER";
}

export interface TelemetryAccessLoggingProvider {
  name: string;
}

export interface TelemetryMetricOverride {
  disabled?: boolean;
  match?: TelemetryMetricOverrideMatch;
  tagOverrides?: { [key: string]: TelemetryMetricOverrideTagOverride };
}

export interface TelemetryTracingCustomTag {
  environment?: TelemetryTracingCustomTagEnvironment;
  formatter?: TelemetryTracingCustomTagFormatter;
  header?: TelemetryTracingCustomTagEnvironment;
  literal?: TelemetryTracingCustomTagFormatter;
}

export interface TelemetryMetricOverrideMatch {
  customMetric?: string;
  metric?:
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
    | "GRPC_RESPONSE_MESSAGES";
  mode?: "CLIENT_AND_SERVER" | "CLIENT" | "SERVER";
}

export interface TelemetryMetricOverrideTagOverride {
  operation?: "UPSERT" | "REMOVE";
  value?: string;
}

export interface TelemetryTracingCustomTagEnvironment {
  defaultValue?: string;
  name: string;
}

export interface TelemetryTracingCustomTagFormatter {
  value: string;
}

import * as pulumi from "@pulumi/pulumi";
import type { LateList } from "../../arguments/late-list";
import { isKnown } from "../../arguments/when-known";
import type {
  TelemetryAccessLogging,
  TelemetryMetric,
  TelemetryMetricOverride,
  TelemetryMetricOverrideMatch,
  TelemetryTracing,
  TelemetryTracingCustomTag,
} from "../resources/telemetry/telemetry";
import type {
  AccessLogRule,
  MetricOverride,
  MetricsRule,
  MetricTag,
  TracingRule,
  TracingTag,
} from "./telemetry-rules";

const named = (names: pulumi.Input<string>[]) => names.map((name) => ({ name }));

// The typed resource names only lists that are there; the engine waits for any part of them.
type Providers = NonNullable<TelemetryMetric["providers"]>;

const providers = (names: LateList<string> | undefined) =>
  names && {
    providers: isKnown(names)
      ? named(names)
      : (pulumi.output(names).apply(named) as unknown as Providers),
  };

const match = (mode: AccessLogRule["mode"]) => mode !== undefined && { match: { mode } };

/** One rule for access logs, in Istio's words; what is left out comes from the mesh. */
export const accessLogging = ({
  providers: names,
  filter,
  disabled,
  mode,
}: AccessLogRule): TelemetryAccessLogging => ({
  ...providers(names),
  ...(filter !== undefined && { filter: { expression: filter } }),
  ...(disabled !== undefined && { disabled }),
  ...match(mode),
});

function customTag(tag: TracingTag): TelemetryTracingCustomTag {
  const { literal, header, environment, formatter, defaultValue } = tag;
  const otherwise = defaultValue !== undefined && { defaultValue };
  if (literal !== undefined) {
    return { literal: { value: literal } };
  }
  if (header !== undefined) {
    return { header: { name: header, ...otherwise } };
  }
  return environment !== undefined
    ? { environment: { name: environment, ...otherwise } }
    : { formatter: { value: formatter ?? "" } };
}

/** Fields that the rule and Istio call the same are handed on as they are, 0 and false too. */
export const tracing = ({
  provider,
  mode,
  customTags,
  ...same
}: TracingRule): TelemetryTracing => ({
  ...same,
  ...(provider !== undefined && { providers: [{ name: provider }] }),
  ...match(mode),
  ...(customTags && {
    customTags: Object.fromEntries(customTags.map((tag) => [tag.tag, customTag(tag)])),
  }),
});

function overrideMatch({ metric, customMetric, mode }: MetricOverride) {
  const which = customMetric !== undefined ? { customMetric } : metric && { metric };
  const chosen = { ...which, ...(mode !== undefined && { mode }) } as TelemetryMetricOverrideMatch;
  return (which || mode !== undefined) && { match: chosen };
}

const tagOverride = ({ tag, value, remove }: MetricTag) =>
  [
    tag,
    remove
      ? { operation: "REMOVE" as const }
      : { operation: "UPSERT" as const, value: value ?? "" },
  ] as const;

const override = (args: MetricOverride): TelemetryMetricOverride => ({
  ...overrideMatch(args),
  ...(args.disabled !== undefined && { disabled: args.disabled }),
  ...(args.tags && { tagOverrides: Object.fromEntries(args.tags.map(tagOverride)) }),
});

/** One rule for metrics, in Istio's words; what is left out comes from the mesh. */
export const metrics = ({
  providers: names,
  overrides,
  reportingInterval,
}: MetricsRule): TelemetryMetric => ({
  ...providers(names),
  ...(overrides && { overrides: overrides.map(override) }),
  ...(reportingInterval !== undefined && { reportingInterval }),
});

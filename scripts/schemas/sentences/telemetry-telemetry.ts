import type { FieldSentences } from "./field-sentence";

export const telemetryTelemetry: FieldSentences = {
  "spec.selector": {
    text: "Workloads that the settings are for, by label.",
    default: "all of the namespace",
  },
  "spec.accessLogging": {
    text: "Access logs, by provider.",
  },
  "spec.metrics": {
    text: "Metrics: providers, and what is left out or changed.",
  },
  "spec.tracing": {
    text: "Traces: providers and share of the requests.",
  },
  "spec.tracing.randomSamplingPercentage": {
    text: "Share of the requests that is traced, in percent.",
    default: "the mesh's own",
  },
  "spec.targetRef": {
    text: "Single target, the older form of `targetRefs`; write `targetRefs` instead.",
  },
  "spec.targetRefs": {
    text: "Gateways, Services or ServiceEntries that this is for, in place of a selector; waypoints heed nothing else.",
  },
  "spec.accessLogging.disabled": {
    text: "Switches access logs off, for the named providers.",
  },
  "spec.accessLogging.filter": {
    text: "Picks the requests and connections that are logged.",
    default: "all of them",
  },
  "spec.accessLogging.match": {
    text: "Narrows the settings to one direction of traffic.",
    default: "both directions",
  },
  "spec.accessLogging.providers": {
    text: "Where the logs go.",
    default: "default providers of the mesh",
  },
  "spec.metrics.overrides": {
    text: "Changes to metrics, applied in order on top of inherited ones: put general ones first.",
  },
  "spec.metrics.providers": {
    text: "Where the metrics go.",
    default: "default providers of the mesh",
  },
  "spec.metrics.reportingInterval": {
    text: "Time between two reports of an open connection; only TCP metrics heed it.",
    default: "5s",
  },
  "spec.selector.matchLabels": {
    text: "Labels that a pod or VM has to carry, all of them.",
  },
  "spec.targetRef.group": {
    text: "API group of the target; empty for core kinds such as Service.",
  },
  "spec.targetRef.kind": {
    text: "Kind of the target, e.g. `Gateway` or `Service`.",
  },
  "spec.targetRef.name": {
    text: "Name of the target.",
  },
  "spec.targetRef.namespace": {
    text: "Has to stay empty: targets in another namespace are refused.",
    default: "namespace of this object",
  },
  "spec.tracing.customTags": {
    text: "Further tags on spans, by tag name; replaces all inherited ones.",
  },
  "spec.tracing.disableContextPropagation": {
    text: "Keeps trace headers out of forwarded requests; spans are still reported.",
    default: "false",
  },
  "spec.tracing.disableSpanReporting": {
    text: "Stops the reporting of spans; sampling and trace headers go on.",
  },
  "spec.tracing.enableIstioTags": {
    text: "Whether spans carry Istio's own tags.",
    default: "true",
  },
  "spec.tracing.match": {
    text: "Narrows the settings to one direction of traffic.",
    default: "both directions",
  },
  "spec.tracing.providers": {
    text: "Where the spans go; only a single provider is supported.",
    default: "default provider of the mesh",
  },
  "spec.tracing.useRequestIdForTraceSampling": {
    text: "Whether Envoy samples by request ID; `false` keeps traces whole when IDs are foreign.",
    default: "true",
  },
  "spec.accessLogging.filter.expression": {
    text: "CEL condition for writing a log line, e.g. `response.code >= 400`.",
  },
  "spec.accessLogging.match.mode": {
    text: "Direction of traffic: the workload as caller, as callee or both.",
    default: "CLIENT_AND_SERVER",
  },
  "spec.accessLogging.providers.name": {
    text: "Name of a provider, as declared under `extensionProviders` of the mesh config.",
  },
  "spec.metrics.overrides.disabled": {
    text: "Stops the matched metrics; an inherited `true` is undone only by an explicit `false`.",
  },
  "spec.metrics.overrides.match": {
    text: "Metrics and direction that the change is for.",
    default: "all metrics, both directions",
  },
  "spec.metrics.overrides.tagOverrides": {
    text: "Changes to the metric's tags, by tag name; not every provider can do it.",
  },
  "spec.tracing.customTags.environment": {
    text: "Tag whose value is an environment variable of the proxy.",
  },
  "spec.tracing.customTags.formatter": {
    text: "Tag whose value is composed as in an access log.",
  },
  "spec.tracing.customTags.header": {
    text: "Tag whose value is a request header.",
  },
  "spec.tracing.customTags.literal": {
    text: "Tag with a fixed value.",
  },
  "spec.metrics.overrides.match.customMetric": {
    text: "Name of a metric that is not one of Istio's standard ones.",
  },
  "spec.metrics.overrides.match.metric": {
    text: "Standard metric that is meant; `ALL_METRICS` stands for all of them.",
  },
  "spec.metrics.overrides.match.mode": {
    text: "Direction of traffic: reported as caller, as callee or both.",
    default: "CLIENT_AND_SERVER",
  },
  "spec.metrics.overrides.tagOverrides.operation": {
    text: "Whether the tag is set or dropped.",
    default: "UPSERT",
  },
  "spec.metrics.overrides.tagOverrides.value": {
    text: "CEL expression for the tag, e.g. `request.host`; needed with `UPSERT`, ignored otherwise.",
  },
  "spec.tracing.customTags.environment.defaultValue": {
    text: "Value when the variable or header is missing.",
  },
  "spec.tracing.customTags.environment.name": {
    text: "Name of the variable or header to read.",
  },
  "spec.tracing.customTags.formatter.value": {
    text: "Value of the tag; a formatter takes access-log operators such as `%REQUESTED_SERVER_NAME%`.",
  },
};

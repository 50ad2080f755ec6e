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
};

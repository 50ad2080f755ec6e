import { MeshTelemetry } from "../../components";
import { changesOf } from "../support/transitions/changes";

const accessLogs = [{ providers: ["envoy"] }];

export default changesOf(MeshTelemetry, {
  bases: { "of a namespace": { namespace: "shop", accessLogs } },
  values: {
    accessLogs: [[{ providers: ["otel"] }]],
    tracing: [{ provider: "jaeger", randomSamplingPercentage: 1 }, { provider: "zipkin" }],
    metrics: [[{ providers: ["prometheus"] }]],
    knownProviders: [["envoy"], ["envoy", "otel"]],
  },
});

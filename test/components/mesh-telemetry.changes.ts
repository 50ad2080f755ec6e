import { MeshTelemetry } from "../../components";
import { changesOf } from "../support/transitions/changes";

const accessLogging = [{ providers: ["envoy"] }];

export default changesOf(MeshTelemetry, {
  bases: { "of a namespace": { namespace: "shop", accessLogging } },
  values: {
    accessLogging: [[{ providers: ["otel"] }]],
    tracing: [{ provider: "jaeger", randomSamplingPercentage: 1 }, { provider: "zipkin" }],
    metrics: [[{ providers: ["prometheus"] }]],
    knownProviders: [["envoy"], ["envoy", "otel"]],
  },
});

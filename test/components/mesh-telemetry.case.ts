import { MeshTelemetry, type MeshTelemetryArgs } from "../../components";
import type { ComponentCase } from "../support/component-case";
import { changesOf } from "../support/transitions/changes";

const refuse = (args: Partial<MeshTelemetryArgs>) => () =>
  new MeshTelemetry("x", { namespace: "shop", ...args });
const accessLogging = [{ providers: ["envoy"] }];

export default {
  component: "MeshTelemetry",
  samples: [
    {
      what: "for the mesh",
      create: (name, opts, common) =>
        new MeshTelemetry(
          name,
          {
            ...common,
            namespace: "istio-system",
            name: "mesh-default",
            accessLogging: [{ providers: ["envoy"], filter: "response.code >= 400" }],
            tracing: {
              provider: "jaeger",
              randomSamplingPercentage: 0,
              customTags: [{ tag: "tenant", header: "x-tenant", defaultValue: "none" }],
            },
          },
          opts,
        ),
    },
    {
      what: "for a Service behind a waypoint",
      create: (name, opts, common) =>
        new MeshTelemetry(
          name,
          {
            ...common,
            namespace: "shop",
            targets: [{ kind: "Service", name: "web" }],
            metrics: [
              {
                providers: ["prometheus"],
                overrides: [
                  { metric: "REQUEST_COUNT", tags: [{ tag: "host", value: "request.host" }] },
                  { metric: "REQUEST_SIZE", disabled: true },
                ],
              },
            ],
          },
          opts,
        ),
    },
  ],
  refusals: [
    {
      what: "nothing to report",
      create: refuse({}),
      at: "accessLogging",
      says: /nothing is set; set at least one of accessLogging, tracing, metrics/,
    },
    {
      what: "a provider that the mesh does not know",
      create: refuse({ tracing: { provider: "jager" }, knownProviders: ["jaeger"] }),
      at: "tracing.provider",
      says: /"jager" is not among the known providers; allowed: envoy, prometheus, stackdriver, jaeger; did you/,
    },
    {
      what: "a percentage that is none",
      create: refuse({ tracing: { randomSamplingPercentage: -1 } }),
      at: "tracing.randomSamplingPercentage",
      says: /-1 is not a percentage from 0 to 100/,
    },
    {
      what: "a tag that is neither set nor removed",
      create: refuse({ metrics: [{ overrides: [{ tags: [{ tag: "host" }] }] }] }),
      at: "metrics[0].overrides[0].tags[0]",
      says: /nothing is set; set exactly one of value, remove/,
    },
  ],
  outputs: ["name", "namespace"],
  handles: ["namespace", "selector"],
  changes: changesOf(MeshTelemetry, {
    bases: { "of a namespace": { namespace: "shop", accessLogging } },
    values: {
      accessLogging: [[{ providers: ["otel"] }]],
      tracing: [{ provider: "jaeger", randomSamplingPercentage: 1 }, { provider: "zipkin" }],
      metrics: [[{ providers: ["prometheus"] }]],
      knownProviders: [["envoy"], ["envoy", "otel"]],
    },
  }),
} satisfies ComponentCase;
